/** 公文要素: the facts of a document as the header of its page shows them. */
import type { AppliedCorrection } from '../model/corrections.ts';
import type {
  Appointment,
  AppointmentAction,
  DatedStatement,
  DocumentRecord,
  FieldName,
} from '../model/output.ts';
import { facetAddress, issueAddress, searchAddress } from './addresses.ts';
import { displayDate } from '../language/dates.ts';
import type { DocumentEntry } from './entries.ts';
import type { Library } from './library.ts';

export interface FieldValue {
  text: string;
  /** A page of the portal. */
  href?: string;
  /** ISO date that the portal adds to the printed words. */
  date?: string;
}

export interface Field {
  /** An editor's corrections of the value; absent where there are none. */
  corrections?: AppliedCorrection[];
  label: string;
  values: FieldValue[];
  /** Why the field is only inferred, in Chinese; absent for printed fields. */
  inferred?: string;
  /** Short values that stand on one line. */
  together?: true;
}

/** Bases of inferred fields as the parser names them. */
const bases: Record<string, string> = {
  'date of the document': '据成文日期推算',
  'date of effect': '据施行日期推算',
  issuer: '据发文机关推定',
  kind: '据文种推定',
  'running head': '据书眉推定',
  'running head of a document with the same prefix': '据同类文件的书眉推定',
};

/**
 * The fields of a document that are known, in the order of GB/T 9704; unknown ones are left out. `keywords` are the
 * portal's own.
 */
export function readFields(
  entry: DocumentEntry,
  library: Library,
  keywords: string[] = [],
): Field[] {
  const { record, printed } = entry;
  const issue = library.issueOf(entry);
  const series = library.seriesOf(entry);
  const page = record.data.page === null ? '' : `第${String(record.data.page)}页`;
  const fields: [label: string, values: FieldValue[], name?: FieldName | 'kind'][] = [
    ['发文字号', plain(record.docNumber), 'docNumber'],
    [
      '成文日期',
      record.date === null
        ? []
        : [{ text: printed.date ?? displayDate(record.date), date: record.date }],
      'date',
    ],
    [
      '发文机关',
      record.issuers.map((text) => ({ text, href: facetAddress('issuers', text) })),
      'issuers',
    ],
    ['签发', plain(record.signedBy), 'signedBy'],
    ['文种', [{ text: record.kind, href: facetAddress('kinds', record.kind) }], 'kind'],
    ['主送机关', plain(record.recipients), 'recipients'],
    [
      '栏目',
      record.section === null
        ? []
        : [{ text: record.section, href: facetAddress('sections', record.section) }],
      'section',
    ],
    [
      '刊载于',
      [{ text: `《${series.title}》${issue.label}${page}`, href: issueAddress(issue.key) }],
    ],
    ['来源', plain(record.source), 'source'],
    ['公开属性', plain(record.disclosure), 'disclosure'],
    ['通过会议', plain(record.meeting), 'meeting'],
    ['施行', dated(record.effective), 'effective'],
    ['有效期', dated(record.expires), 'expires'],
    ['解释机关', plain(record.interpreter), 'interpreter'],
    ['任免', record.appointments.map(writeAppointment), 'appointments'],
  ];
  const known: Field[] = fields
    .filter(([, values]) => values.length > 0)
    .map(([label, values, name]) => ({
      label,
      values,
      ...readCorrections(record, name),
      ...readBasis(record, name),
    }));
  if (keywords.length === 0) return known;
  const values = keywords.map((text) => ({ text, href: searchAddress(text) }));
  return [...known, { label: '关键词', values, inferred: '由程序提取', together: true }];
}

function plain(text: string | null): FieldValue[] {
  return text === null || text === '' ? [] : [{ text }];
}

const actions: Record<AppointmentAction, string> = {
  appoint: '任',
  remove: '免去',
  engage: '聘任',
  dismiss: '解聘',
  resign: '辞去',
};

/** 周文：任市财政局副局长（挂职一年）. */
function writeAppointment({ person, post, action, term }: Appointment): FieldValue {
  return { text: `${person}：${actions[action]}${post}${term === null ? '' : `（${term}）`}` };
}

function dated(statement: DatedStatement | null): FieldValue[] {
  if (statement === null) return [];
  const { text, date } = statement;
  return [{ text: text || displayDate(date ?? ''), ...(date === null ? {} : { date }) }];
}

function readBasis(
  record: DocumentRecord,
  name: FieldName | 'kind' | undefined,
): Pick<Field, 'inferred'> {
  const basis = name && name !== 'kind' ? record.data.inferred[name] : undefined;
  return basis === undefined ? {} : { inferred: bases[basis] ?? '由程序推定' };
}

function readCorrections(
  record: DocumentRecord,
  name: FieldName | 'kind' | undefined,
): Pick<Field, 'corrections'> {
  const corrections = record.corrections.filter(({ field }) => field !== null && field === name);
  return corrections.length === 0 ? {} : { corrections };
}
