/** Documents to cite, of the kinds that gazettes hold. */
import type { CitableDocument, CitedFacts } from '../../src/citing/facts.ts';

export function facts(fields: Partial<CitedFacts> = {}): CitedFacts {
  return {
    id: 'jfbz-2020-55',
    title: '甲市人民政府办公室关于印发甲市热线办法（试行）的通知',
    docNumber: '甲府办字〔2020〕55号',
    date: '2020-11-20',
    issuers: ['甲市人民政府办公室'],
    kind: '通知',
    gazette: '甲市人民政府公报',
    issue: '2020年第11期（总第23期）',
    issueNumber: 11,
    page: 20,
    normative: true,
    address: '/documents/jfbz-2020-55/',
    short: '/d/jfbz-2020-55',
    ...fields,
  };
}

const partNames = { n: '通知', '': '', t2: '《甲市热线追偿制度》', att_1: '附件1', att_2: '附件2' };

/** A notice that prints a rule with two attachments and a second rule. */
export function citable(
  fields: Partial<CitedFacts> = {},
  titles: Record<string, string> = {
    n: '',
    '': '甲市热线办法（试行）',
    t2: '甲市热线追偿制度',
    att_1: '',
    att_2: '任务分工表',
  },
): CitableDocument {
  return { document: facts(fields), titles, partNames };
}
