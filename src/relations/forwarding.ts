/** Notices that hand a text on: 转发 and 批转 that of another authority, 印发 one of their own. */
import { foldLetters, searchText } from '../language/text.ts';
import { issuersOf } from '../language/titles.ts';
import { clauseTexts } from '../model/clause-texts.ts';
import type { CitedDocument } from '../model/output.ts';
import type { Catalogue } from './catalogue.ts';
import { titleEvidence } from './evidence.ts';
import { partyOf, type Evidence, type Forwarding, type Source } from './model.ts';

const verbs = /转发|批转|印发/u;

export function readForwarding(source: Source, catalogue: Catalogue): Forwarding[] {
  const { record } = source;
  const carried = record.parts.filter(({ role, title }) => role === 'promulgated' && title !== '');
  const verb = verbs.exec(record.title)?.[0] as Forwarding['verb'] | undefined;
  if (verb === undefined || carried.length === 0) return [];
  const evidence = [noticeSentence(source, verb)];
  const base = { kind: 'forwarding', from: partyOf(source), likely: null, evidence, verb } as const;
  if (verb === '印发')
    return carried.map(({ title, issuers = [] }) => ({
      ...base,
      to: { document: null, title, docNumber: null },
      issuers,
    }));
  const original = record.title.slice(record.title.indexOf(verb) + verb.length).trim();
  const cited = record.cites.find((entry) => isOriginal(entry, original));
  const named = { title: cited?.title ?? carried[0]!.title, docNumber: cited?.docNumber ?? null };
  const issuers = carried[0]!.issuers ?? issuersOf(original);
  return [{ ...base, to: catalogue.party(named, source), issuers }];
}

/** The text named is the one in the forwarding title: 转发江西省安委会关于印发《…》的通知. */
function isOriginal({ title }: CitedDocument, original: string): boolean {
  return title !== null && foldLetters(title) === foldLetters(original);
}

/** The sentence of the notice that says what it does; else its title. */
function noticeSentence(source: Source, verb: string): Evidence {
  for (const { id, text } of clauseTexts(source.record, 'corrected')) {
    if (!id.startsWith('n__')) continue;
    const sentence = text.split(/(?<=。)/u).find((one) => one.includes(verb) && /现|予/.test(one));
    if (sentence !== undefined)
      return { document: source.id, clause: id, text: searchText(sentence) };
  }
  return titleEvidence(source);
}
