/** In the browser: a sealed link's text compared with the one on the page, and with those recorded before it. */
import { compareTexts, type DifferingLine } from '../../citing/differences.ts';
import { wholeClause, wholeDocument } from '../../model/clause-texts.ts';
import { element } from '../../search/browser/element.ts';
import type { ClauseFile } from '../clause-file.ts';
import type { FormerText } from '../clause-history.ts';
import { displayDate } from '../../language/dates.ts';
import { placeNote } from './arrival-note.ts';
import { loadClauses, loadHistory } from './clauses.ts';

/** Lines of a comparison that are shown whole; of longer ones only what differs. */
const shownWhole = 12;

/**
 * Says at the clause whether its text is the one that was sealed.
 *
 * @param id of the clause, '' for the document.
 * @param seal as in the address, in lower case.
 */
export async function checkSeal(id: string, seal: string): Promise<void> {
  const at = document.getElementById(id);
  const say = (kind: 'calm' | 'plain', ...content: (Node | string)[]) =>
    placeNote(at, kind, ...content);
  try {
    const file = await loadClauses();
    const present = presentText(file, bearerOf(id, at, file));
    if (present?.seal === seal) {
      say('calm', '与引用时一致');
      return;
    }
    const { [id]: records = [] } = await loadHistory();
    const former = records.find((record) => record.seal === seal);
    if (former) say('plain', ...tellChange(former, present?.text));
    else say('plain', present ? unknownSeal : unknownPlace);
  } catch {
    say('plain', '这是封存链接，但核对所需的文件没有取到，暂时不能说文字与引用时是否一致。');
  }
}

/** The clause that bears the text of an id now: itself, or the one at which a former id stands. */
function bearerOf(id: string, at: Element | null, { clauses }: ClauseFile): string {
  const isLive = (own: string) => clauses.some((clause) => clause.id === own);
  if (id === '' || isLive(id)) return id;
  const around = at?.parentElement?.closest('[id]')?.id ?? '';
  return isLive(around) ? around : id;
}

const unknownSeal =
  '这是封存链接，但所封存的文字既不是现在的文字，也不是本站记录的任何以往文字。可能链接抄录有误，也可能这里从未有过那样的文字，请与引用者核对。';
const unknownPlace = '这是封存链接，但它所指的位置没有可以核对的文字，请与引用者核对。';

function presentText(
  { document: facts, titles, clauses }: ClauseFile,
  id: string,
): { seal: string; text: string } | undefined {
  if (id === '') return { seal: facts.seal, text: wholeDocument({ ...facts, titles }, clauses) };
  const at = clauses.findIndex((clause) => clause.id === id);
  return at < 0 ? undefined : { seal: clauses[at]!.seal, text: wholeClause(clauses, at) };
}

function tellChange(former: FormerText, present: string | undefined): Node[] {
  const { reason, by, date } = former;
  const who = [by, date === null ? '' : displayDate(date)].filter((text) => text !== '').join('，');
  const head = element(
    'strong',
    {},
    present === undefined ? '引用时的文字已不在此处' : '引用之后文字有改动',
  );
  const why = element(
    'p',
    {},
    head,
    `。缘由：${reason.replace(/。$/u, '')}${who === '' ? '' : `（${who}）`}。`,
  );
  if (present === undefined)
    return [why, block('引用时的文字', toLines([[{ kind: 'same', text: former.text }]]))];
  const lines = compareTexts(former.text, present);
  return [why, block('引用时与现在的文字', toLines(lines), legend())];
}

function legend(): HTMLElement {
  const words = element(
    'p',
    {},
    element('del', {}, '划去'),
    '的是引用时的，',
    element('ins', {}, '下划线'),
    '的是现在的。',
  );
  words.className = 'legend';
  return words;
}

function block(name: string, ...content: Node[]): HTMLElement {
  const made = element('div', {}, ...content);
  made.className = 'changes';
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', name);
  return made;
}

const tags = { same: 'span', removed: 'del', added: 'ins' } as const;

function toLines(lines: DifferingLine[]): HTMLElement {
  const paragraphs: HTMLElement[] = [];
  let isGap = false;
  for (const line of lines) {
    const isAlike = line.every(({ kind }) => kind === 'same');
    if (lines.length > shownWhole && isAlike) {
      if (!isGap) paragraphs.push(element('p', {}, '……'));
      isGap = true;
      continue;
    }
    isGap = false;
    paragraphs.push(
      element('p', {}, ...line.map(({ kind, text }) => element(tags[kind], {}, text))),
    );
  }
  return element('div', {}, ...paragraphs);
}
