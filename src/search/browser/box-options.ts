/** What the box of the search page offers: what is named, what may be meant, and recent searches. */
import type { CitableIssue } from '../../citing/find-issues.ts';
import type { Recognised } from '../finder.ts';
import { hitAddress } from '../hit-address.ts';
import { matchRecent } from '../recent.ts';
import { suggestionLabels } from '../suggest/suggestion.ts';
import type { OptionGroup } from './combobox.ts';
import type { SearchResult } from './engine.ts';
import { loadRecent } from './recent-store.ts';

const namedShown = 5;

/** Groups of options for what is typed; `result` is null before there is one. */
export function boxOptions(
  typed: string,
  result: SearchResult | null,
  search: (query: string) => void,
): OptionGroup[] {
  const named = result === null ? [] : namedOptions(result);
  const suggestions = result?.suggestions ?? [];
  const recent = matchRecent(loadRecent(), typed, typed === '' ? 6 : 3);
  return [
    { name: '认出的文件和条款', options: named.slice(0, namedShown) },
    {
      name: '您是不是要找',
      options: suggestions.map(({ text, kind }) => ({
        text,
        detail: suggestionLabels[kind],
        choose: () => {
          search(text);
        },
      })),
    },
    {
      name: '最近检索',
      options: recent.map((text) => ({
        text,
        choose: () => {
          search(text);
        },
      })),
    },
  ];
}

function namedOptions({ issues, recognised }: SearchResult) {
  return [...issues.map(issueOption), ...recognised.map(documentOption)];
}

function issueOption({ key, label }: CitableIssue) {
  return {
    text: label,
    detail: '这一期公报',
    choose: () => {
      location.assign(`/issues/${key}/`);
    },
  };
}

function documentOption({ document, clause }: Recognised) {
  const title = document.parts?.[''] ?? document.title;
  return {
    text: clause ? `${title}　${clause.label}` : document.title,
    detail: document.number ?? document.date ?? '',
    choose: () => {
      location.assign(hitAddress(document.id, clause?.id ?? ''));
    },
  };
}
