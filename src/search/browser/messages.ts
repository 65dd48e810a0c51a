/** What the search page says, in plain words. */
import type { Filters } from '../documents.ts';
import type { SearchResult } from './engine.ts';
import { SearchUnavailable } from './files.ts';

/** One line on the outcome, for the eye and for screen readers; `limited` where filters are set. */
export function describeResult(result: SearchResult, limited = false): string {
  const { query, total, clauses, exact, recognised, issues, hits } = result;
  if (query.phrases.length + query.limits.length === 0) {
    if (recognised.length > 0) return `认出${String(recognised.length)}篇文件。`;
    return query.excluded.length > 0 ? '请再输入要查找的词。' : '请输入要查找的词。';
  }
  const cut = query.cut ? '输入过长，只查了前面一部分。' : '';
  if (hits.length === 0) {
    const named = nameRecognised(recognised.length, issues.length);
    if (query.phrases.length === 0) return `${cut}没有这样的文件${named}。`;
    const words = query.phrases.length > 1 ? '没有文件同时含有这几个词' : '没有条款含有这个词';
    return `${cut}${limited ? '所选范围内' : ''}${words}${named}。`;
  }
  if (!exact)
    return `${cut}约${String(total)}篇文件，没有逐篇核对，先列出前${String(hits.length)}篇。`;
  const isPlain = query.limits.length + query.excluded.length === 0;
  const how = isPlain ? '' : `（${query.explanation}）`;
  return `${cut}${String(total)}篇文件，${String(clauses)}处${how}。`;
}

function nameRecognised(documents: number, issues: number): string {
  if (documents > 0) return '，但认出了下面的文件';
  return issues > 0 ? '，但认出了下面这一期' : '';
}

/** What was looked for, where nothing was found. */
export function describeTried({ query }: SearchResult, limited: boolean): string {
  const list = (phrases: { text: string }[]) => phrases.map(({ text }) => `“${text}”`).join('、');
  const without = query.excluded.length > 0 ? `，并排除含有${list(query.excluded)}的条款` : '';
  const where = limited ? '所选范围内的' : '全部文件的';
  return `已在${where}标题、正文、附件和表格里逐字查找${list(query.phrases)}${without}。全角半角、括号写法和空格不同不影响结果。`;
}

/** The range of dates ends before it begins. */
export function isReversed({ from, to }: Filters): boolean {
  return from !== undefined && to !== undefined && from > to;
}

/** What to try where nothing was found. */
export function adviseNone({ query }: SearchResult, filters: Filters): string {
  if (isReversed(filters)) return '起始日期晚于截止日期，请改正日期范围。';
  const advice = [];
  if (query.phrases.length > 1) advice.push('少用几个词');
  if (query.phrases.some(({ folded }) => folded.length > 6)) {
    advice.push('换成短一些的词，或用空格把词分开');
  }
  if (query.phrases.some(({ folded }) => /^\d|\d$/.test(folded))) {
    advice.push('把数字写完整（“5%”不会找出“3.5%”）');
  }
  advice.push('核对有无错别字');
  return `可以${advice.join('；')}。`;
}

/** What is said while the search is not ready, by the seconds since it was asked for. */
export const waiting: [seconds: number, words: string][] = [
  [0.3, '正在检索……'],
  [3, '正在读取检索所需的文件，首次使用需要下载一些……'],
  [12, '网络较慢，仍在读取检索所需的文件。也可以先按分类浏览。'],
];

/** Why the search cannot be used now, and what helps. */
export function describeFailure(error: unknown): string {
  if (error instanceof SearchUnavailable && error.kind === 'engine') {
    return '检索程序未能启动。浏览器可能禁用了 WebAssembly（例如“锁定模式”），或版本较旧。可换一个浏览器再试，或按分类浏览。';
  }
  if (!navigator.onLine)
    return '现在没有网络，检索所需的文件也没有存在本机上。联网后请重试；联网时可在本页下方“离线使用”里存到本机。';
  return '检索所需的文件暂时取不到。请检查网络后重试，或按分类浏览。';
}
