/** An editor's corrections in words. */
import type { AppliedCorrection, CorrectableField } from '../model/corrections.ts';
import { displayDate } from '../language/dates.ts';

/** 发文字号, 成文日期 …: how readers know the fields. */
export const fieldLabels: Record<CorrectableField, string> = {
  title: '标题',
  docNumber: '发文字号',
  date: '成文日期',
  section: '栏目',
  kind: '文种',
  issuers: '发文机关',
  recipients: '主送机关',
  disclosure: '公开属性',
  meeting: '通过会议',
  signedBy: '签发',
  source: '来源',
  effective: '施行日期',
  expires: '有效期',
};

/** Id of the entry of a correction in the list on the document's page. */
export function correctionId(correction: AppliedCorrection): string {
  return `correction-${correction.field === null ? String(correction.span.start) : correction.field}`;
}

/** What was printed and what is right: 原文“甲”，更正为“乙”. */
export function writeCorrection({ from, to }: Pick<AppliedCorrection, 'from' | 'to'>): string {
  if (from === null) return `原文没有识别出，补为“${to}”`;
  return to === '' ? `原文多出“${from}”，略去` : `原文“${from}”，更正为“${to}”`;
}

/** A word beside the corrected text: the printed one where it is short. */
export function writeMark({ from, to }: Pick<AppliedCorrection, 'from' | 'to'>): string {
  if (from === null || from.length > 14) return '更正';
  return to === '' ? `略去“${from}”` : `原文“${from}”`;
}

/** The reason, who decided, and when: 依据：…（编者，2026年1月31日）. */
export function writeBasis({
  reason,
  by,
  date,
}: {
  reason: string;
  by: string;
  date?: string | null;
}): string {
  const decision = date == null ? by : `${by}，${displayDate(date)}`;
  return `依据：${reason.replace(/。$/, '')}（${decision}）`;
}
