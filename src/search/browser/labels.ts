/** What facets, their values and orders are called. */
import type { StatusName } from '../../relations/status.ts';
import type { FacetName } from '../documents.ts';
import type { ChosenFilter } from '../state.ts';

export const facetLabels: Record<FacetName, string> = {
  status: '时效',
  year: '年份',
  issuer: '发文机关',
  kind: '文种',
  section: '栏目',
  issue: '期号',
  table: '表格',
};

const statusLabels: Record<StatusName, string> = {
  pending: '尚未施行',
  'in-force': '施行中（未见废止）',
  expired: '有效期届满',
  repealed: '已废止',
  unsaid: '施行日期未载明',
};

/** Labels of issues of further series, whose names are not in their keys; known from the hits. */
const issueLabels = new Map<string, string>();

export function learnIssue(key: string, label: string): void {
  if (!/^\d/.test(key)) issueLabels.set(key, label);
}

/** How a value is shown: 2022年, 施行中（未见废止）, 2020年第11期. */
export function valueLabel(facet: FacetName, value: string): string {
  switch (facet) {
    case 'status':
      return (statusLabels as Record<string, string>)[value] ?? value;
    case 'year':
      return /^\d{4}$/.test(value) ? `${value}年` : value;
    case 'issue':
      return issueLabels.get(value) ?? issueLabel(value);
    case 'table':
      return '只看有表格的';
    default:
      return value;
  }
}

/** 2020-11 → 2020年第11期, 2022-u1 → 2022年（期号未载明，1）. */
function issueLabel(key: string): string {
  const [, prefix = '', year, unstated, number] = /^(.*?)(\d{4})-(u?)(\d+)$/.exec(key) ?? [];
  if (year === undefined || number === undefined) return key;
  const name = unstated ? `${year}年（期号未载明，${number}）` : `${year}年第${number}期`;
  return `${prefix.replace(/-$/, ' ')}${name}`;
}

/** A limit in words, for the list of those that are set: 文种：通知, 2020-01-01起. */
export function chosenLabel({ name, value }: ChosenFilter): string {
  if (name === 'from') return `${value}起`;
  if (name === 'to') return `${value}止`;
  const label = valueLabel(name, value);
  return name === 'table' || name === 'year' ? label : `${facetLabels[name]}：${label}`;
}
