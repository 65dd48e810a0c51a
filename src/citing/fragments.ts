/**
 * Fragments that are no id of the document: aliases (art_7__item_2 where 第七条 has one 款), references in Chinese
 * (#第十三条第二款), and ids of which only a clause above is there (art_13__para_9).
 */
import { expandChain, findChains, type ClausePath } from '../language/clause-paths.ts';
import { resolvePath } from '../model/clause-resolution.ts';
import { isStep, measureOf, writeStep } from './step-names.ts';

/** Ids of a document's clauses with their names, where they have one. */
export type NamedIds = ReadonlyMap<string, string>;

export interface FragmentReading {
  /** The clauses meant: one; several where the fragment fits several; none where there is no such clause. */
  ids: string[];
  /** Where there is none: the nearest clause above that is there, '' for the document. */
  reached: string;
  /** Where there is none: what is missing below it (第九款), '' where the fragment could not be read at all. */
  missing: string;
  /** How many of its kind there are (2 where 第十三条 has two 款), with the measure: 2款. '' where there are none. */
  present: string;
}

const unread: FragmentReading = { ids: [], reached: '', missing: '', present: '' };

/**
 * The clauses that a fragment means.
 *
 * @param fragment decoded, without #; one that is an id means that clause.
 */
export function idsFromFragment(fragment: string, clauses: NamedIds): FragmentReading {
  const wanted = fragment.normalize('NFC').trim();
  if (clauses.has(wanted)) return { ...unread, ids: [wanted] };
  return /^[\w-]+$/u.test(wanted)
    ? fromId(wanted.toLowerCase(), clauses)
    : fromReference(wanted, clauses);
}

function fromId(wanted: string, clauses: NamedIds): FragmentReading {
  if (clauses.has(wanted)) return { ...unread, ids: [wanted] };
  const steps = wanted.split('__');
  if (!steps.every(isStep)) return unread;
  const part = /^(?:n|t\d+|att_[\d-]+)$/u.test(steps[0]!) ? steps.shift()! : '';
  if (part !== '' && !hasPart(part, clauses)) return missingBelow('', part, clauses);
  if (steps.length === 0) return { ...unread, reached: part };
  const path = toPath(steps);
  return path ? fromPath(path, part, clauses) : fromSteps(steps, part, clauses);
}

const hasPart = (part: string, clauses: NamedIds) =>
  clauses.has(part) || [...clauses.keys()].some((id) => id.startsWith(`${part}__`));

const levels: Record<string, keyof ClausePath> = {
  bk: 'book',
  chp: 'chapter',
  sec: 'section',
  art: 'article',
  para: 'paragraph',
  item: 'item',
  pt: 'subitem',
};

/** The steps as numbers of a reference; null where one of them is a heading, a table or a label printed twice. */
function toPath(steps: string[]): ClausePath | null {
  const path: ClausePath = {};
  for (const step of steps) {
    const match = /^([a-z]+)_(\d+)(?:-(\d+))?$/u.exec(step);
    const level = match ? levels[match[1]!] : undefined;
    if (!match || level === undefined || level in path) return null;
    const number = Number(match[2]);
    if (level === 'article') path.article = match[3] ? [number, Number(match[3])] : [number];
    else path[level] = number;
  }
  const isBelow = path.paragraph ?? path.item ?? path.subitem;
  return path.article === undefined && isBelow !== undefined ? null : path;
}

function fromPath(path: ClausePath, part: string, clauses: NamedIds): FragmentReading {
  const { ids, reached } = resolvePath(new Set(clauses.keys()), path, part);
  if (ids.length > 0) return { ...unread, ids };
  return missingBelow(reached, firstMissing(path, reached), clauses);
}

/** The step at which a path leaves what is there. */
function firstMissing(path: ClausePath, reached: string): string {
  const steps = Object.entries(levels).flatMap(([kind, level]) => {
    const number = path[level];
    return number === undefined
      ? []
      : [`${kind}_${typeof number === 'number' ? String(number) : number.join('-')}`];
  });
  const last = Math.max(...steps.map((step, at) => (reached.split('__').includes(step) ? at : -1)));
  return steps[last + 1] ?? steps.at(-1)!;
}

/** Ids whose steps hold those wanted in their order, a level left out allowed, those with the fewest steps. */
function fromSteps(steps: string[], part: string, clauses: NamedIds): FragmentReading {
  const inPart = [...clauses.keys()].filter((id) => part === '' || id.startsWith(`${part}__`));
  const matching = (wanted: string[]) => {
    const fits = inPart.filter((id) => {
      const own = id.split('__').slice(part === '' ? 0 : 1);
      return own[0] === wanted[0] && own.at(-1) === wanted.at(-1) && holdsInOrder(own, wanted);
    });
    const depth = Math.min(...fits.map((id) => id.split('__').length));
    return fits.filter((id) => id.split('__').length === depth);
  };
  for (let length = steps.length; length > 0; length--) {
    const ids = matching(steps.slice(0, length));
    if (ids.length === 0) continue;
    return length === steps.length
      ? { ...unread, ids }
      : missingBelow(ids[0]!, steps[length]!, clauses);
  }
  return missingBelow(part, steps[0]!, clauses);
}

function holdsInOrder(own: string[], wanted: string[]): boolean {
  let at = 0;
  for (const step of own) if (step === wanted[at]) at++;
  return at === wanted.length;
}

function missingBelow(reached: string, step: string, clauses: NamedIds): FragmentReading {
  const [kind = ''] = step.split('_');
  const prefix = reached === '' ? '' : `${reached}__`;
  const own = new RegExp(`^(?:.*__)?${kind}_\\d+(?:-\\d+)?$`, 'u');
  const count = [...clauses.keys()].filter(
    (id) => id.startsWith(prefix) && own.test(id.slice(prefix.length)) && !leavesText(id, prefix),
  ).length;
  const present = count === 0 ? '' : `${String(count)}${measureOf(kind)}`;
  return { ids: [], reached, missing: writeStep(step), present };
}

/** Whether a clause stands in another text than the one looked through. */
const leavesText = (id: string, prefix: string) =>
  prefix === '' && /^(?:n|t\d+|att_[\d-]+)__/u.test(id);

/** 第十三条第二款, 附件2表1第3行, 本办法第13条; a clause's own name comes first. */
function fromReference(wanted: string, clauses: NamedIds): FragmentReading {
  const bare = foldName(wanted);
  const named = [...clauses].filter(([, name]) => name !== '' && foldName(name) === bare);
  const shallowest = named.sort(([a], [b]) => a.split('__').length - b.split('__').length)[0];
  if (shallowest) return { ...unread, ids: [shallowest[0]] };
  const attachment = /^附件(\d+(?:-\d+)?)?/u.exec(bare);
  const part = attachment ? `att_${attachment[1] ?? '1'}` : '';
  const rest = attachment ? bare.slice(attachment[0].length) : bare;
  const place = readPlace(/^\d+条/u.test(rest) ? `第${rest}` : rest);
  if (!place) return unread;
  if (part !== '' && !hasPart(part, clauses)) return missingBelow('', part, clauses);
  return fromPath(place, part, clauses);
}

/** The one clause that a text names and is nothing else than, 本办法 before it allowed. */
function readPlace(text: string): ClausePath | null {
  const [place, ...others] = findChains(text).flatMap(expandChain);
  if (!place || others.length > 0 || place.through !== null || place.relative !== null) return null;
  const isWhole = /^(?:本\p{Script=Han}{1,4})?$/u.test(text.slice(0, place.start));
  return isWhole && place.end === text.length ? place.path : null;
}

/** A name without blanks, marks of width and the mark that ends a label. */
function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[、.]$/u, '');
}
