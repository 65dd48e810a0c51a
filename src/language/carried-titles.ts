/** Titles of the texts a document carries: 关于印发《A》《B》的通知, 现将《A》印发给你们. */
import { foldLetters } from './text.ts';
import { quotedTitles } from './titles.ts';

/** The words that say a document carries another text. */
export const carryingVerb = /印发|转发|批转|公布|发布|颁布/;

/** Titles inside a document's own title, outermost first. */
export function carriedBy(title: string): string[] {
  const found = quotedTitles(title).map((entry) => entry.title);
  const match = /(?:印发|转发|批转|公布|发布|颁布)(.+?)的(?:通知|通报|决定|函)$/.exec(
    title.replace(/\s/g, ''),
  );
  if (match) {
    found.push(match[1]!);
    // 转发市医保局等四部门关于推进…的通知: the text's own title begins at 关于.
    const about = match[1]!.search(/关于/);
    if (about > 0) found.push(match[1]!.slice(about));
    const inner = /关于(?:印发|转发|公布)(.+?)的通知$/.exec(match[1]!);
    if (inner) found.push(inner[1]!);
  }
  return found.flatMap((text) => [
    text,
    ...quotedTitles(text.replace(/[<〈]/g, '《').replace(/[>〉]/g, '》')).map(
      (entry) => entry.title,
    ),
  ]);
}

/** Folded titles (`foldLetters`) that may head a carried text: those of the title and those quoted in the notice. */
export function expectedTitles(title: string, noticeText: string): Set<string> {
  const nested = (text: string) => text.replace(/[<〈]/g, '《').replace(/[>〉]/g, '》');
  const titles = [...carriedBy(title)];
  for (const { title: quoted } of quotedTitles(noticeText)) {
    titles.push(quoted);
    for (const inner of quotedTitles(nested(quoted))) titles.push(inner.title);
  }
  return new Set(titles.map(foldLetters).filter((text) => text.length >= 5));
}
