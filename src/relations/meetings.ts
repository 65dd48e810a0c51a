/** Meetings as notices and reports name them: 市政府第71次常务会议, 市政府党组第18次会议暨市政府第16次常务会议. */
import { numeralCharacters, readNumeral } from '../language/numerals.ts';

export interface Meeting {
  /** The authority and the kind of its meeting: 市政府常务会; 常务会 where no authority is named. */
  body: string;
  /** 71; null where none is printed. */
  number: number | null;
}

const numeral = `(?:\\d{1,4}|[${numeralCharacters}]{1,6})`;
const numbered = new RegExp(
  `^(?<organ>.*?)第\\s*(?<number>${numeral})\\s*次\\s*(?<kind>\\p{Script=Han}{0,10}?)会`,
  'u',
);
const unnumbered = /^(?<organ>.{2,14}?)(?<kind>常务|党组|办公|全体)会/u;
const notOrgan = /主持|召开|举行|(?:19|20)\d{2}\s*年|第[^届次]{1,4}届|会议?$/gu;

/** The name of an authority without its place's name: 景德镇市人民政府 is 市政府, 中共景德镇市委 市委. */
export function shortOrgan(name: string, place: string): string {
  const bare = name.replace(/\s+/g, '').replace(/^中共/, '');
  const local = bare.startsWith(place) ? place.slice(-1) + bare.slice(place.length) : bare;
  return local.replace('人民政府', '政府');
}

/** The meetings a text names; held as one they are joined by 暨. */
export function meetingsIn(text: string, place: string): Meeting[] {
  return text
    .replace(/\s+/g, '')
    .split('暨')
    .flatMap((name) => {
      const match = numbered.exec(name) ?? unnumbered.exec(name);
      if (!match) return [];
      const { organ, kind, number } = match.groups as Record<string, string | undefined>;
      const holder = shortOrgan(organ!.replace(notOrgan, ''), place);
      return [
        { body: `${holder}${kind!}会`, number: number === undefined ? null : readNumeral(number) },
      ];
    });
}

/** A day as reports print it, the year mostly left out. */
export interface MonthDay {
  year: number | null;
  /** 11-06 */
  monthDay: string;
}

const day = new RegExp(
  `(?:(?<year>(?:19|20)\\d{2})\\s*年\\s*)?(?<month>${numeral})\\s*月\\s*(?<day>${numeral})\\s*日`,
  'u',
);

/** The first day named in a text, or null. */
export function findMonthDay(text: string): MonthDay | null {
  const groups = day.exec(text)?.groups;
  if (!groups) return null;
  const [month, date] = [readNumeral(groups.month!), readNumeral(groups.day!)];
  if (month === null || date === null || month > 12 || date > 31) return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    year: groups.year === undefined ? null : Number(groups.year),
    monthDay: `${pad(month)}-${pad(date)}`,
  };
}

const decided =
  /(?:审议|研究|讨论|审定|会议)(?:并)?(?:原则)?(?:审议)?(?:通过|同意)了?|原则(?:通过|同意)了?|(?:通过|审定)了|(?:审议|讨论|研究)了/u;

/** What a sentence of a report says was put to the meeting: where the titles begin, and whether they were passed. */
export function findDecision(
  sentence: string,
): { from: number; to: number; passed: boolean } | null {
  const match = decided.exec(sentence);
  if (!match) return null;
  const from = match.index + match[0].length;
  const stop = sentence.slice(from).search(/传达|学习|听取/u);
  return {
    from,
    to: stop === -1 ? sentence.length : from + stop,
    passed: /通过|同意|审定/.test(match[0]),
  };
}
