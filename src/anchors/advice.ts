/** Breaches in words, each with the command that records what an editor decides. */
import { writeAddress, type Address } from '../model/anchors.ts';
import type { Breach, Comparison, FormerWords } from './compare.ts';

const basis = '--reason "…" --by "…"';

/** The list for the command line; '' where nothing is wrong. */
export function writeComparison(
  { breaches, misfits }: Comparison,
  formerWords: FormerWords,
): string {
  const blocks = [
    ...misfits.map(({ path, index, message }) => `${path}: decisions.${index}: ${message}`),
    ...[...Map.groupBy(breaches, ({ path }) => path)].map(([path, own]) =>
      [
        `${path}: ${own.length === 1 ? 'an address' : `${own.length} addresses`} would break; decide for each what readers are told (a reason in Chinese, and who decided)`,
        ...own.map((breach) => writeBreach(breach, formerWords(breach))),
        ...writeTogether(own),
      ].join('\n'),
    ),
  ];
  return blocks.join('\n');
}

function writeBreach(breach: Breach, former: string | undefined): string {
  const { now, standsAt } = breach;
  const what = now === null ? 'lost' : 'its text has changed';
  const where = standsAt.slice(0, 3).map((one) => nameFrom(breach, one));
  const stands = where.length === 0 ? '' : `; its former text now stands at ${where.join(', ')}`;
  return [
    `  ${writeAddress(breach)}: ${what}${stands}`,
    `    former: ${former === undefined ? '(not kept)' : excerpt(former)}`,
    ...(now === null ? [] : [`    now:    ${excerpt(now.text)}`]),
    `    ${commandFor(breach)}`,
    ...(now === null && standsAt.length === 0
      ? [`    or, if its text stands elsewhere: ${elsewhere(breach)}`]
      : []),
  ].join('\n');
}

/** One command for all that changed where they are, one for all that are gone. */
function writeTogether(breaches: readonly Breach[]): string[] {
  const groups = Map.groupBy(breaches, plainDecision);
  return (['corrected', 'tombstone'] as const).flatMap((kind) => {
    const own = groups.get(kind) ?? [];
    if (own.length < 2) return [];
    const addresses = own.map((breach) => quote(writeAddress(breach))).join(' ');
    return [`  all ${kind} at once:`, `    npm run anchors -- ${kind} ${addresses} ${basis}`];
  });
}

function plainDecision({ now, standsAt }: Breach): 'corrected' | 'tombstone' | 'moved on' {
  if (standsAt.length > 0) return 'moved on';
  return now === null ? 'tombstone' : 'corrected';
}

function commandFor(breach: Breach): string {
  const from = quote(writeAddress(breach));
  const [target] = breach.standsAt;
  if (target === undefined) return `npm run anchors -- ${plainDecision(breach)} ${from} ${basis}`;
  return target.document === breach.document
    ? `npm run anchors -- redirect ${from} ${target.clause ?? ''} ${basis}`
    : `npm run anchors -- moved ${from} ${quote(writeAddress(target))} ${basis}`;
}

function elsewhere(breach: Breach): string {
  return breach.clause === null
    ? `npm run anchors -- moved ${breach.document} <document> ${basis}`
    : `npm run anchors -- redirect ${quote(writeAddress(breach))} <clause> ${basis}`;
}

function nameFrom({ document }: Address, target: Address): string {
  return target.document === document && target.clause !== null
    ? target.clause
    : writeAddress(target);
}

/** `#` begins a comment in some shells. */
function quote(address: string): string {
  return address.includes('#') ? `'${address}'` : address;
}

function excerpt(text: string): string {
  const characters = [...text];
  return characters.length <= 48 ? text : `${characters.slice(0, 48).join('')}…`;
}
