import { describe, expect, test } from 'vitest';
import { toBibTeX, toCsl, toMetaTags } from '../../src/citing/bibliography.ts';
import { facts } from './samples.ts';

const site = 'https://x';
const bare = facts({
  id: 'gb2020-11-10',
  title: '市政府召开第71次常务会议',
  docNumber: null,
  date: null,
  issuers: [],
  kind: '会议',
  issue: '2022年（期号未载明）',
  issueNumber: null,
  page: null,
  normative: false,
  address: '/documents/gb2020-11-10/',
});

/** Fields of a BibTeX entry, read with braces counted and escapes passed over. */
function readBibTeX(text: string): { type: string; key: string; fields: Record<string, string> } {
  const head = /^@(\w+)\{([\w-]+),\n/u.exec(text);
  if (!head) throw new Error(`No entry: ${text}`);
  const fields: Record<string, string> = {};
  let at = head[0].length;
  for (;;) {
    const name = /^ {2}(\w+) = \{/u.exec(text.slice(at));
    if (!name) break;
    const start = at + name[0].length;
    let depth = 1;
    for (at = start; depth > 0; at++) {
      if (at >= text.length) throw new Error(`Open brace: ${text}`);
      if (text[at] === '\\') at++;
      else if (text[at] === '{') depth++;
      else if (text[at] === '}') depth--;
    }
    fields[name[1]!] = text.slice(start, at - 1);
    expect(text.slice(at, at + 2)).toBe(',\n');
    at += 2;
  }
  expect(text.slice(at)).toBe('}\n');
  return { type: head[1]!, key: head[2]!, fields };
}

describe('BibTeX', () => {
  test('a document with all facts', () => {
    expect(readBibTeX(toBibTeX(facts({ issuers: ['甲局', '乙局'] }), site))).toEqual({
      type: 'techreport',
      key: 'jfbz-2020-55',
      fields: {
        author: '{甲局} and {乙局}',
        title: '{甲市人民政府办公室关于印发甲市热线办法（试行）的通知}',
        institution: '甲局、乙局',
        type: '通知',
        number: '甲府办字〔2020〕55号',
        year: '2020',
        month: '11',
        date: '2020-11-20',
        note: '载《甲市人民政府公报》2020年第11期（总第23期）第20页起',
        url: 'https://x/documents/jfbz-2020-55/',
        langid: 'chinese',
      },
    });
  });

  test('what is not known is left out', () => {
    expect(readBibTeX(toBibTeX(bare, site))).toEqual({
      type: 'misc',
      key: 'gb2020-11-10',
      fields: {
        title: '{市政府召开第71次常务会议}',
        type: '会议',
        note: '载《甲市人民政府公报》2022年（期号未载明）',
        url: 'https://x/documents/gb2020-11-10/',
        langid: 'chinese',
      },
    });
  });

  test('marks of TeX are escaped', () => {
    const title = 'A_1 & 50% #2 $3 {x} ~ ^ \\';
    expect(readBibTeX(toBibTeX(facts({ title }), site)).fields.title).toBe(
      '{A\\_1 \\& 50\\% \\#2 \\$3 \\{x\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}}',
    );
  });
});

describe('CSL-JSON', () => {
  test('a rule', () => {
    expect(JSON.parse(JSON.stringify(toCsl(facts(), site)))).toEqual([
      {
        id: 'jfbz-2020-55',
        type: 'legislation',
        title: '甲市人民政府办公室关于印发甲市热线办法（试行）的通知',
        author: [{ literal: '甲市人民政府办公室' }],
        number: '甲府办字〔2020〕55号',
        genre: '通知',
        issued: { 'date-parts': [[2020, 11, 20]] },
        'container-title': '甲市人民政府公报',
        issue: '11',
        page: '20',
        URL: 'https://x/documents/jfbz-2020-55/',
        language: 'zh-CN',
      },
    ]);
  });

  test('an issue without number says so, and nothing is made up', () => {
    expect(toCsl(bare, site)).toEqual([
      {
        id: 'gb2020-11-10',
        type: 'report',
        title: '市政府召开第71次常务会议',
        genre: '会议',
        'container-title': '甲市人民政府公报',
        note: '2022年（期号未载明）',
        URL: 'https://x/documents/gb2020-11-10/',
        language: 'zh-CN',
      },
    ]);
  });

  test('a month without day has two parts', () => {
    expect(toCsl(facts({ date: '2020-11' }), site)[0]!.issued).toEqual({
      'date-parts': [[2020, 11]],
    });
  });
});

describe('tags for Zotero', () => {
  const read = (tags: ReturnType<typeof toMetaTags>) =>
    tags.map(({ name, content }) => `${name}=${content}`);

  test('a document with an issuer is a report with its number', () => {
    const tags = read(toMetaTags(facts({ issuers: ['甲局', '乙局'] }), site));
    expect(tags).toEqual(
      expect.arrayContaining([
        'citation_author=甲局',
        'citation_author=乙局',
        'citation_date=2020-11-20',
        'citation_technical_report_institution=甲局、乙局',
        'citation_technical_report_number=甲府办字〔2020〕55号',
        'citation_public_url=https://x/documents/jfbz-2020-55/',
        'DC.source=《甲市人民政府公报》2020年第11期（总第23期）',
      ]),
    );
    expect(tags.join()).not.toContain('citation_journal_title');
  });

  test('one without is an article of the gazette', () => {
    const tags = read(toMetaTags(bare, site));
    expect(tags).toContain('citation_journal_title=甲市人民政府公报');
    expect(tags.join()).not.toMatch(/technical_report|author|citation_date|issue=|firstpage/);
  });
});
