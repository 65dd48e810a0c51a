/** Where paragraphs begin: the portal's own issues against decisions judged by reading them, and directed cases. */
import { readFileSync } from 'node:fs';
import type { Node } from 'unist';
import { describe, expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { parse } from '../../src/gazette/processor.ts';
import type { DocumentRecord, GazetteOutput } from '../../src/model/output.ts';
import type { GazetteData } from '../../src/model/tree.ts';
import { expectInvariants } from './invariants.ts';

const { issues } = await readContent('content');

/** Raw lines that begin a paragraph, and that go on with one, judged line by line from the raw texts. */
const judged = JSON.parse(
  readFileSync(new URL('corpus/paragraphs.json', import.meta.url), 'utf8'),
) as Record<string, { begin: number[]; continue: number[] }>;

function walk(output: GazetteOutput, visit: (node: Node, data: GazetteData) => void): void {
  const enter = (node: Node) => {
    visit(node, (node.data ?? {}) as GazetteData);
    if ('children' in node) (node.children as Node[]).forEach(enter);
  };
  output.documents.flatMap(({ parts }) => parts).forEach(enter);
}

/** Raw lines that were joined to the one before, and those whose beginning was uncertain. */
function decisions(raw: string, output: GazetteOutput) {
  const lineAt = (offset: number) => raw.slice(0, offset).split('\n').length;
  const joined = new Set<number>();
  const uncertain = new Set<number>();
  walk(output, (node, { joins = [], boundary }) => {
    for (const join of joins) {
      joined.add(lineAt(join.at));
      if (join.uncertain) uncertain.add(lineAt(join.at));
    }
    if (boundary?.uncertain) uncertain.add(node.position!.start.line);
  });
  return { joined, uncertain };
}

test.each(issues.map((issue) => [issue.id, issue] as const))('%s', async (id, issue) => {
  const raw = await readText(issue.path);
  const { joined } = decisions(raw, parse(raw));
  const { begin, continue: goOn } = judged[id]!;
  expect(begin.filter((line) => joined.has(line))).toEqual([]);
  expect(goOn.filter((line) => !joined.has(line))).toEqual([]);
});

test('paragraphs cut at the end of a sentence stay apart, but marked as uncertain', async () => {
  const cut = { '2022-7': [939, 941], '2022-10': [910] };
  for (const [id, lines] of Object.entries(cut)) {
    const raw = await readText(issues.find((issue) => issue.id === id)!.path);
    const { uncertain } = decisions(raw, parse(raw));
    expect(lines.filter((line) => !uncertain.has(line))).toEqual([]);
  }
});

/** Sets a paragraph in lines of 20 ems, the first one indented. */
function set(text: string): string[] {
  return [text.slice(0, 18), ...(text.slice(18).match(/.{1,20}/gsu) ?? [])];
}

const head = [
  '云川市人民政府关于印发云川市水库管理办法的通知',
  '云府发〔2020〕5号 2020年3月9日',
  '各县人民政府：',
  '现印发给你们，请认真贯彻执行。',
  '云川市水库管理办法',
  '第一条 为了加强水库管理，制定本办法。',
];

function pdf(...paragraphs: string[]): DocumentRecord {
  const raw = [...head, ...paragraphs.flatMap(set)].map((line) => `${line}\n\n`).join('');
  const output = parse(raw, { format: 'pdf-text' });
  expectInvariants(raw, output);
  return output.documents.at(-1)!;
}

interface Shape extends Node {
  label?: string;
  data?: GazetteData;
  children?: Shape[];
  value?: string;
}

function find(document: DocumentRecord, label: string): Shape {
  const all: Shape[] = [];
  const enter = (node: Shape) => {
    all.push(node);
    node.children?.forEach(enter);
  };
  (document.parts as unknown as Shape[]).forEach(enter);
  return all.find((node) => node.label === label)!;
}

describe('a full line that ends a sentence, and a line as wide as a first one that ends one', () => {
  // 4 + 34 ems fill two lines, the first one indented; the next sentence has 18.
  const full = `第二条 ${'水'.repeat(33)}。`;
  const sentence = `${'库'.repeat(17)}。`;

  test('is one paragraph, marked as uncertain', () => {
    const { children } = find(pdf(full, sentence, '第三条 本办法自公布之日起施行。'), '第二条');
    expect(children).toHaveLength(1);
    expect(children![0]!.data!.joins!.at(-1)).toMatchObject({ uncertain: true });
  });

  test('is two where the text cites the second 款', () => {
    const document = pdf(full, sentence, '第三条 违反第二条第二款规定的，依法处理。');
    const { children } = find(document, '第二条');
    expect(children!.map(({ data }) => data!.boundary!.evidence)).toEqual(['label', 'citation']);
    expect(children![1]!.data!.boundary!.uncertain).toBe(true);
  });

  test('is one where another law’s second 款 is cited', () => {
    const document = pdf(full, sentence, '第三条 违反《水法》第二条第二款规定的，依法处理。');
    expect(find(document, '第二条').children).toHaveLength(1);
  });
});

describe('provisions that an amending decision quotes on lines of their own', () => {
  const order = [
    '云川市人民政府令',
    '第12号',
    '《云川市人民政府关于修改〈云川市水库管理办法〉的决定》已经市人民政府常务会议审议通过，现予公布，自公布之日起施行。',
    '市长 张三',
    '2022年5月10日',
    '云川市人民政府关于修改《云川市水库管理办法》的决定',
  ];
  const decision = [
    '一、将第三条修改为：',
    '“第三条 市水利局负责水库管理工作。',
    '“有关部门按照各自职责，做好相关工作。”',
    '二、增加一条，作为第五条：“第五条 水利局应当履行下列职责：',
    '（一）宣传法律、法规和政策；',
    '（二）编制规划并组织实施。',
    '第六条 禁止围垦水库。”',
    '三、删去第十二条。',
    '本决定自公布之日起施行。',
  ];

  test.each([
    ['ocr-markdown', [...order, ...decision]],
    ['pdf-text', [...order.slice(0, 2), ...order.slice(2).flatMap(set), ...decision.flatMap(set)]],
  ] as const)('%s', (format, lines) => {
    const raw = lines.map((line) => `${line}\n\n`).join('');
    const output = parse(raw, { format });
    const kinds: Record<string, number> = {};
    walk(output, ({ type }) => (kinds[type] = (kinds[type] ?? 0) + 1));
    expect(kinds).not.toHaveProperty('article');
    expect(kinds).toMatchObject({ heading: 3 });
    const texts = (label: string) =>
      find(output.documents[0]!, label).children!.map(({ children }) =>
        children!.map(({ value }) => value!.replace(/\s/g, '')).join(''),
      );
    const bare = (lines: string[]) => lines.map((line) => line.replace(/\s/g, ''));
    expect(texts('一、')).toEqual(bare(decision.slice(1, 3)));
    expect(texts('二、')).toEqual(bare([decision[3]!.slice(2), ...decision.slice(4, 7)]));
    const part = output.documents[0]!.parts.at(-1) as unknown as Shape;
    expect(part.children!.at(-1)!.type).toBe('paragraph');
  });
});

test('附： heads a list of attachments in a sentence’s midst no more than 附件： does', () => {
  const raw = `${[
    '云川市人民政府关于加强水库管理的通知',
    '云府发〔2020〕5号 2020年3月9日',
    '各县人民政府：',
    '现将有关事项通知如下',
    '附：水库名录',
    '序号\t名称\n1\t云川水库',
  ].join('\n\n')}\n`;
  const [part] = parse(raw).documents[0]!.parts as unknown as Shape[];
  expect(part!.children!.map(({ type }) => type)).toEqual([
    'addressee',
    'paragraph',
    'attachmentNote',
    'table',
  ]);
});

test.each(['pdf-text', 'ocr-markdown'] as const)(
  'a paragraph of thousands of lines takes time in proportion: %s',
  (format) => {
    const time = (lines: number) => {
      const raw =
        head.join('\n\n') +
        '\n\n' +
        `${'坚持问题导向、目标导向和结果导向相统一，'}\n\n`.repeat(lines);
      const start = performance.now();
      parse(raw, { format });
      return performance.now() - start;
    };
    time(500);
    // Ten times the lines: a quadratic parser takes a hundred times as long.
    expect(time(10_000)).toBeLessThan(Math.max(time(1_000), 20) * 40);
  },
);
