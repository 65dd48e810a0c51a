/** Whatever is in a text: nothing is thrown, and every character has its place. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { parse } from '../../src/gazette/processor.ts';
import { findFaults } from './invariants.ts';
import { seed } from './seed.ts';

const fixtures = new URL('fixtures/', import.meta.url);
const short = readdirSync(fixtures).map((name) =>
  readFileSync(new URL(`${name}/input.txt`, fixtures), 'utf8'),
);
const { issues } = await readContent('content');
const whole = await Promise.all(issues.map(({ path }) => readText(path)));

const markers = [
  ...[
    '第一条 ',
    '第三十二条',
    '第二条规定',
    '第一章 总则',
    '第二节',
    '一、',
    '（一）',
    '(二)',
    '㈢',
    '1.',
    '2．',
  ],
  ...[
    '3、',
    '（4）',
    '⑸',
    '①',
    '一是',
    '附件',
    '附件1',
    '附件2：甲表',
    '附件：1．甲2．乙',
    '附',
    '附表1',
    '目 录',
  ],
  ...[
    '（此件主动公开）',
    '云府发〔2020〕5号',
    '云府发〔2020〕5号 2020年3月9日',
    '〔市、区〕',
    '云川市人民政府令',
  ],
  ...[
    '第 7 号',
    '市长 李 明',
    '云川市人民政府',
    '2020年3月9日',
    '云川市人民政府关于印发《云川市水库管理办法》的通知',
  ],
  ...[
    '各县（市、区）人民政府：',
    '《云川市水库管理办法》',
    '云川市统计公报',
    '张三主持',
    '2022年第8期 2022年10月10日',
  ],
  ...[
    '18 市政府办公室文件',
    '云川市人民政府公报 2020年第3期 12',
    '— 12 —',
    '12',
    '第 3 页 共 9 页',
    '…………（3）',
  ],
  ...[
    '（来源：云川日报）',
    '序号 内容 单位',
    '序号\t内容',
    '\t',
    '\t\t',
    '1\t甲',
    '<p>',
    '</p>',
    '<p>\t</p>',
    '<table',
    '<!--',
  ],
  ...[
    '- ',
    '* ',
    '<http://a.cn/>',
    '&nbsp;',
    '“',
    '”',
    '‘',
    '《',
    '》',
    '〈',
    '（',
    '）',
    '【',
    ']',
    '。',
    '，',
    '；',
    '：',
  ],
  ...[
    '33.56%',
    '8/0％',
    '２０２０',
    '0',
    '年月日',
    '\n',
    '\n\n',
    '\n ',
    ' ',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\ufeff',
  ],
  ...[
    '\r',
    '\r\n',
    '\0',
    '\u0007',
    '\u001b[0m',
    '\ud83d',
    '\ude00',
    '\u{20000}',
    'e\u0301',
    '\u202e',
    '__proto__',
  ],
];

/** One piece of damage: where (a share of the text), how much, and with what. */
interface Damage {
  kind: (typeof kinds)[number];
  at: number;
  size: number;
  marker: string;
}

const kinds = [
  ...[
    'insert',
    'insert line',
    'repeat marker',
    'cut end',
    'cut beginning',
    'delete',
    'delete line',
  ],
  ...[
    'double line',
    'swap lines',
    'one line',
    'line ends',
    'mixed line ends',
    'no blank lines',
    'blanks',
    'width',
  ],
] as const;

function damageLines(text: string, { kind, at, marker }: Damage): string {
  const lines = text.split('\n');
  const index = Math.floor(at * lines.length);
  if (kind === 'insert line') lines.splice(index, 0, marker, '');
  else if (kind === 'delete line') lines.splice(index, 1);
  else if (kind === 'double line') lines.splice(index, 0, lines[index]!);
  else lines.splice(index, 2, ...lines.slice(index, index + 2).reverse());
  return lines.join('\n');
}

function damage(text: string, by: Damage): string {
  const { kind, at, size, marker } = by;
  const offset = Math.floor(at * text.length);
  const put = (inserted: string) => text.slice(0, offset) + inserted + text.slice(offset);
  switch (kind) {
    case 'insert':
      return put(marker);
    case 'repeat marker':
      return put(marker.repeat(size * 20));
    case 'cut end':
      return text.slice(0, offset);
    case 'cut beginning':
      return text.slice(offset);
    case 'delete':
      return text.slice(0, offset) + text.slice(offset + size);
    case 'one line':
      return text.slice(0, offset) + text.slice(offset, offset + size * 200).replace(/\n/g, '');
    case 'line ends':
      return text.replace(/\n/g, size % 2 === 0 ? '\r\n' : '\r');
    case 'mixed line ends': {
      let count = 0;
      return text.replace(/\n/g, () => ['\n', '\r\n', '\r'][(count++ * size) % 3]!);
    }
    case 'no blank lines':
      return text.replace(/\n+/g, '\n');
    case 'blanks':
      return text.replace(/ /g, ['\t', '\u3000', '\u00a0', ''][size % 4]!);
    case 'width':
      return text.normalize('NFKC');
    default:
      return damageLines(text, by);
  }
}

const damages = fc.array(
  fc.record<Damage>({
    kind: fc.constantFrom(...kinds),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    size: fc.integer({ min: 1, max: 60 }),
    marker: fc.constantFrom(...markers),
  }),
  { minLength: 1, maxLength: 12 },
);

function expectSound(raw: string): void {
  expect(findFaults(raw, parse(raw))).toEqual([]);
}

describe(`damaged at random (seed ${seed})`, { timeout: 120_000 }, () => {
  test('short texts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...short), damages, (text, list) =>
        expectSound(list.reduce(damage, text)),
      ),
      { seed, numRuns: 1500 },
    );
  });

  test('whole issues', () => {
    fc.assert(
      fc.property(fc.constantFrom(...whole), damages, (text, list) =>
        expectSound(list.reduce(damage, text)),
      ),
      { seed, numRuns: 60 },
    );
  });

  test('two texts run together in the middle of a line', () => {
    const text = fc.constantFrom(...short);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(text, share, text, share, (first, end, second, start) =>
        expectSound(
          first.slice(0, Math.floor(end * first.length)) +
            second.slice(Math.floor(start * second.length)),
        ),
      ),
      { seed, numRuns: 300 },
    );
  });

  test('markers and words in any order', () => {
    const word = fc.oneof(
      fc.constantFrom(...markers),
      fc.constantFrom('\n', '\n\n', '为了加强管理，', '制定本办法。', '市水利局负责管理', '甲'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (words) => expectSound(words.join(''))),
      { seed, numRuns: 1500 },
    );
  });
});

describe('hostile texts', () => {
  const opening = '云川市人民政府关于加强水库管理的通知\n\n云府发〔2020〕5号 2020年3月9日\n\n';
  test.each<[string, string]>([
    ['nothing', ''],
    ['a line end', '\n'],
    ['a byte order mark', '\ufeff'],
    ['tabs only', '\t'.repeat(5000)],
    ['carriage returns only', '\r\r\r\r'],
    ['lone surrogates', `${opening}\ud83d\ude00\ude00\ud83d。\n\n\ud83d`],
    ['control characters', `${opening}\0\u0001\u0008第一条\0 甲。\u001b`],
    ['separators of Unicode', `${opening}甲\u2028乙\u2029丙\u0085丁\u200b。`],
    ['one line of 300,000 characters', opening + '为了加强水库管理，'.repeat(33_000)],
    ['one line of 100,000 characters without marks', opening + '水库管理'.repeat(25_000)],
    ['10,000 cells in a row', `${opening}序号\t内容\n${'甲\t'.repeat(10_000)}`],
    ['50,000 opening marks', opening + '（《“'.repeat(17_000)],
    ['500,000 spaces in a line', `${opening}云川市${' '.repeat(500_000)}人民政府`],
    ['5,000 labels in a row', opening + '（一）1.（1）①第一条'.repeat(500)],
    ['5,000 lines that are labels', opening + '一、\n（一）\n1.\n第一条\n附件1\n'.repeat(1000)],
    ['3,000 names of authorities in a row', `${opening}${'云川市人民政府'.repeat(3000)}的关于`],
    ['60 authorities, then a verb', `${opening}${'人民政府'.repeat(60)}的，关于`],
    ['names of objects', `${opening}__proto__\tconstructor\n\n第__proto__条\n\ntoString：`],
    [
      'a row of 1,000 lines',
      `${opening}附件\n\n任务清单\n\n序号 任务 要求 单位\n\n1\n\n${'推进水库管理\n\n'.repeat(1000)}`,
    ],
    [
      'a table of 2,000 lines without numbers',
      `${opening}附件\n\n任务清单\n\n工作任务 具体要求 责任单位\n\n${'推进水库管理\n\n'.repeat(2000)}`,
    ],
    [
      'markup that never ends',
      `${opening}<p><p><td\t<script>甲</p>\t<!-- \n${'<b>'.repeat(3000)}\t乙`,
    ],
  ])('%s', { timeout: 60_000 }, (_, raw) => expectSound(raw));
});
