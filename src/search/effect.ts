/** What the clock of 时效 runs on, packed into a short text for the table of documents. */
import type { ClockFacts } from '../relations/status.ts';

const flags = {
  fromSaid: 'f',
  untilSaid: 'u',
  repealSaid: 'r',
  partly: 'p',
  replaced: 'x',
} as const;
type Flag = keyof typeof flags;

/** `2020-12-01;2022-11-30;;fu;试行`: first day, last day, day of repeal, what is said, 试行 or 暂行. */
export function packEffect(facts: ClockFacts): string {
  const said = Object.entries(flags).map(([name, sign]) => (facts[name as Flag] ? sign : ''));
  return [
    facts.from ?? '',
    facts.until ?? '',
    facts.repealed ?? '',
    said.join(''),
    facts.trial ?? '',
  ].join(';');
}

/** The inverse of `packEffect`. */
export function unpackEffect(packed: string): ClockFacts {
  const [from, until, repealed, said = '', trial] = packed.split(';');
  const has = (flag: Flag) => said.includes(flags[flag]);
  return {
    from: from || null,
    fromSaid: has('fromSaid'),
    until: until || null,
    untilSaid: has('untilSaid'),
    repealed: repealed || null,
    repealSaid: has('repealSaid'),
    partly: has('partly'),
    trial: trial || null,
    replaced: has('replaced'),
  };
}
