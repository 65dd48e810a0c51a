/** Says in words how an input was read. */
import type { Limit, LimitField, Query } from './query.ts';

const fieldNames: Record<LimitField, string> = {
  title: '标题',
  number: '文号',
  issuer: '发文机关',
};

/** 同时含“热线”和“考核”，不含“试行”，标题含“办法”; '' where nothing is asked for. */
export function explainQuery({
  phrases,
  excluded,
  limits,
  cut,
}: Pick<Query, 'phrases' | 'excluded' | 'limits' | 'cut'>): string {
  const parts: string[] = [];
  if (phrases.length > 0) {
    parts.push(`${phrases.length > 1 ? '同时' : ''}含${list(phrases, '和')}`);
  }
  if (excluded.length > 0) parts.push(`不含${list(excluded, '或')}`);
  for (const field of Object.keys(fieldNames) as LimitField[]) {
    const ofField = limits.filter((limit) => limit.field === field);
    parts.push(...sayLimits(fieldNames[field], ofField));
  }
  return parts.join('，') + (cut ? '（输入过长，只查前面一部分）' : '');
}

function sayLimits(name: string, limits: Limit[]): string[] {
  const having = limits.filter(({ excluded }) => !excluded);
  const lacking = limits.filter(({ excluded }) => excluded);
  return [
    ...(having.length > 0
      ? [`${name}${having.length > 1 ? '同时' : ''}含${list(having, '和')}`]
      : []),
    ...(lacking.length > 0 ? [`${name}不含${list(lacking, '或')}`] : []),
  ];
}

/** “甲”、“乙”和“丙” */
function list(phrases: { text: string }[], last: string): string {
  const quoted = phrases.map(({ text }) => `“${text.replace(/[“”"]/g, '')}”`);
  const end = quoted.pop()!;
  return quoted.length === 0 ? end : `${quoted.join('、')}${last}${end}`;
}
