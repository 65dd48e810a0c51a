/** Each kind of relation, on small issues of an invented city. */
import { describe, expect, test } from 'vitest';
import { groupOf } from '../../src/relations/basis.ts';
import type { Relation } from '../../src/relations/model.ts';
import { buildRelations } from '../../src/relations/relations.ts';
import { status } from '../../src/relations/status.ts';
import { statusFacts } from '../../src/relations/status-facts.ts';
import { subjectOf, titleKey } from '../../src/relations/titles.ts';
import { notice, parseShelf, report, yunchuan } from './parsed.ts';

function read(texts: Record<string, string>) {
  const { documents, series, issues } = parseShelf(yunchuan, texts);
  const relations = buildRelations(documents, series, issues);
  const of = <Kind extends Relation['kind']>(kind: Kind) =>
    documents
      .flatMap(({ id }) => [...relations(id).acting, ...relations(id).acted])
      .filter(
        (one, at, all): one is Extract<Relation, { kind: Kind }> =>
          one.kind === kind && all.indexOf(one) === at,
      );
  const document = (id: string) => documents.find((one) => one.id === id)!;
  const facts = (id: string) => statusFacts(document(id), true, relations(id))!;
  return { documents, relations, of, facts };
}

const ends = ({ from, to }: Relation) => [from.document, to.document ?? to.title];

const old = notice({
  number: '云府发〔2018〕3号',
  date: '2018年3月5日',
  title: '云川市水库管理办法',
  articles: ['为加强水库管理，制定本办法。', '本办法自2018年4月1日起施行。'],
});

const renewed = (last: string, articles: string[] = []) =>
  notice({
    number: '云府发〔2021〕7号',
    date: '2021年5月6日',
    title: '云川市水库保护办法',
    articles: ['为保护水库，制定本办法。', ...articles, last],
  });

describe('repeals', () => {
  test('a repeal takes effect with the text that says it, and is seen from both documents', () => {
    const { of, relations, facts } = read({
      '2018-3': old,
      '2021-5': renewed(
        '本办法自2021年7月1日起施行。《云川市水库管理办法》（云府发〔2018〕3号）同时废止。',
      ),
    });
    expect(of('repeal')).toMatchObject([
      {
        from: { document: 'yff-2021-7' },
        to: { document: 'yff-2018-3', title: '云川市水库管理办法', docNumber: '云府发〔2018〕3号' },
        date: '2021-07-01',
        partial: false,
        evidence: [
          {
            document: 'yff-2021-7',
            clause: 'art_2__para_1',
            text: '《云川市水库管理办法》（云府发〔2018〕3号）同时废止。',
          },
        ],
      },
    ]);
    expect(relations('yff-2018-3').acted).toEqual(of('repeal'));
    const { clock } = facts('yff-2018-3');
    expect(status(clock, '2021-06-30')).toMatchObject({
      name: 'in-force',
      notes: ['将于2021年7月1日废止。'],
    });
    expect(status(clock, '2021-07-01').name).toBe('repealed');
    expect(of('replacement')).toEqual([]);
  });

  test('a repeal has a day of its own where one is said', () => {
    const { of } = read({
      '2021-5': renewed(
        '本办法自2021年7月1日起施行。《云川市水库管理办法》（云府发〔2018〕3号）自2022年1月1日起废止。',
      ),
    });
    expect(of('repeal')).toMatchObject([{ to: { document: null }, date: '2022-01-01' }]);
  });

  test('some clauses repealed leave the text in force', () => {
    const { of, facts } = read({
      '2018-3': old,
      '2021-5': renewed(
        '本办法自2021年7月1日起施行。《云川市水库管理办法》（云府发〔2018〕3号）第二条同时废止。',
      ),
    });
    expect(of('repeal')).toMatchObject([{ to: { document: 'yff-2018-3' }, partial: true }]);
    expect(status(facts('yff-2018-3').clock, '2022-01-01')).toMatchObject({
      name: 'in-force',
      notes: ['其中部分条款已有文件废止。'],
    });
  });

  test('a number that is not held does not fall back on a title that is', () => {
    const { of } = read({
      '2018-3': old,
      '2021-5': renewed(
        '本办法自2021年7月1日起施行。《云川市水库管理办法》（云府发〔2009〕1号）同时废止。',
      ),
    });
    expect(of('repeal').map(ends)).toEqual([['yff-2021-7', '云川市水库管理办法']]);
  });

  test('a text of the same title is the older one, never itself', () => {
    const again = notice({
      number: '云府发〔2021〕8号',
      date: '2021年5月6日',
      title: '云川市水库管理办法',
      articles: [
        '为加强水库管理，制定本办法。',
        '本办法自印发之日起施行，原《云川市水库管理办法》同时废止。',
      ],
    });
    const { of } = read({ '2018-3': old, '2021-5': again });
    expect(of('repeal').map(ends)).toEqual([['yff-2021-8', 'yff-2018-3']]);
    expect(of('repeal')[0]!.date).toBe('2021-05-06');
    expect(of('replacement')).toEqual([]);
  });
});

describe('replacements', () => {
  const trial = (title: string, number = '云府发〔2021〕9号', date = '2021年5月6日') =>
    notice({
      number,
      date,
      title,
      articles: ['为加强管理，制定本办法。', '本办法自印发之日起施行。'],
    });

  test.each([
    ['云川市水库管理办法（试行）', true],
    // Two words more in a subject of four characters: another subject.
    ['云川市水库安全管理办法', false],
    ['云川市水库管理规定', false],
    ['云川市大水库管理办法', false],
    ['云川市水厂管理办法', false],
    ['云川市水库管理和河道采砂管理办法', false],
  ])('云川市水库管理办法 → %s: %s', (title, expected) => {
    const { of, facts } = read({ '2018-3': old, '2021-5': trial(title) });
    expect(of('replacement').map(ends)).toEqual(expected ? [['yff-2021-9', 'yff-2018-3']] : []);
    expect(facts('yff-2018-3').clock.replaced).toBe(expected);
    // Likely is not said: the word stays.
    expect(status(facts('yff-2018-3').clock, '2022-01-01').name).toBe('in-force');
  });

  test('a rule has the next one of its line, and no more', () => {
    const { of } = read({
      '2018-3': old,
      '2021-5': trial('云川市水库管理办法（试行）'),
      '2023-5': trial('云川市水库管理办法（修订）', '云府发〔2023〕2号', '2023年5月6日'),
    });
    expect(of('replacement').map(ends)).toEqual([
      ['yff-2021-9', 'yff-2018-3'],
      ['yff-2023-2', 'yff-2021-9'],
    ]);
  });
});

describe('adoption', () => {
  const said = (words: string) =>
    notice({
      number: '云府发〔2021〕3号',
      date: '2021年3月9日',
      title: '云川市水库管理办法',
      said: `《云川市水库管理办法》${words}`,
      articles: ['为加强管理，制定本办法。', '本办法自2021年4月1日起施行。'],
    });
  const held = (number: number, day: string, decision = '') =>
    report(`市政府召开第${number}次常务会议`, [
      `${day}，市长李明主持召开市政府第${number}次常务会议。`,
      ...(decision === '' ? [] : [decision]),
    ]);
  const passed = '会议审议并原则通过了《云川市水库管理办法》。会议强调，要抓好落实。';

  test.each<
    [string, string, string, Partial<{ date: string | null; likely: boolean; held: boolean }>]
  >([
    [
      'day and number',
      '已经2021年3月2日市政府第8次常务会议审议通过',
      held(8, '3月2日'),
      { date: '2021-03-02', likely: false, held: true },
    ],
    [
      'number alone',
      '已经市政府第8次常务会议审议通过',
      held(8, '3月2日'),
      { date: '2021-03-02', likely: true, held: true },
    ],
    [
      'number and title',
      '已经市政府第8次常务会议审议通过',
      held(8, '3月2日', passed),
      { date: '2021-03-02', likely: false, held: true },
    ],
    [
      'title alone',
      '已经市政府同意',
      held(8, '3月2日', passed),
      { date: '2021-03-02', likely: false, held: true },
    ],
    [
      'title alone, only discussed',
      '已经市政府同意',
      held(8, '3月2日', '会议审议了《云川市水库管理办法》。'),
      { date: '2021-03-02', likely: true, held: true },
    ],
    [
      'the year before',
      '已经市政府第8次常务会议审议通过',
      held(8, '12月28日', passed),
      { date: '2020-12-28', likely: false, held: true },
    ],
    [
      'another day',
      '已经2021年3月1日市政府第8次常务会议审议通过',
      held(8, '3月2日', passed),
      { date: '2021-03-01', likely: false, held: false },
    ],
    [
      'the same day of another year',
      '已经2018年3月2日市政府第8次常务会议审议通过',
      held(8, '3月2日'),
      { date: '2018-03-02', likely: false, held: false },
    ],
    [
      'another number',
      '已经市政府第9次常务会议审议通过',
      held(8, '3月2日', passed),
      { date: null, likely: false, held: false },
    ],
    [
      'another authority',
      '已经市委第8次常务会议审议通过',
      held(8, '3月2日'),
      { date: null, likely: false, held: false },
    ],
  ])('%s', (_, words, text, expected) => {
    const { of } = read({ '2021-3': `${said(words)}\n\n${text}` });
    const found = of('adoption').filter(({ to }) => to.document === 'yff-2021-3');
    expect(found).toHaveLength(1);
    const [{ date, likely, from }] = found as [(typeof found)[0]];
    expect({ date, likely: likely !== null, held: from.document !== null }).toEqual(expected);
  });

  test('no relation without a word of either', () => {
    const { of } = read({ '2021-3': `${said('已经市政府同意')}\n\n${held(8, '3月2日')}` });
    expect(of('adoption')).toEqual([]);
  });

  test('a report of years before is of another text', () => {
    const { of } = read({
      '2017-3': held(8, '3月2日', passed),
      '2021-3': said('已经市政府同意'),
    });
    // The report's year cannot be that of the document.
    expect(of('adoption').filter(({ to }) => to.document !== null)).toEqual([]);
  });

  test('what a report names and the portal does not hold is a name', () => {
    const { of } = read({ '2021-3': held(8, '3月2日', passed) });
    expect(of('adoption')).toMatchObject([
      {
        from: { document: 'gb2021-3-1' },
        to: { document: null, title: '云川市水库管理办法' },
        passed: true,
      },
    ]);
  });
});

test('a forwarded text has its own authority and number', () => {
  const text = [
    '云川市人民政府办公室转发云川市水利局等三部门关于推进水库管理工作实施方案的通知',
    '云府办发〔2021〕4号 2021年3月9日',
    '各县（市、区）人民政府，市政府各部门：',
    '云川市水利局、云川市财政局、云川市民政局《关于推进水库管理工作实施方案》已经市政府同意，现转发给你们，请认真贯彻执行。',
    '（此件主动公开）',
    '关于推进水库管理工作实施方案',
    '云川市水利局 云川市财政局 云川市民政局',
    '为推进水库管理，制定本方案。',
    '一、总体要求',
    '加强管理。',
  ].join('\n\n');
  const { of } = read({ '2021-3': text });
  expect(of('forwarding')).toMatchObject([
    {
      verb: '转发',
      to: { document: null, title: '关于推进水库管理工作实施方案' },
      issuers: ['云川市水利局', '云川市财政局', '云川市民政局'],
      evidence: [{ clause: 'n__p_1' }],
    },
  ]);
});

test('what a text is based on is a link where the portal holds it', () => {
  const plan = notice({
    number: '云府发〔2021〕9号',
    date: '2021年5月6日',
    title: '云川市水库巡查办法',
    articles: [
      '根据《中华人民共和国水法》《云川市水库管理办法》，制定本办法。',
      '本办法自印发之日起施行。',
    ],
  });
  const { relations } = read({ '2018-3': old, '2021-5': plan });
  const basis = relations('yff-2021-9').acting.filter((one) => one.kind === 'basis');
  expect(basis.map((one) => [...ends(one), one.group])).toEqual([
    ['yff-2021-9', '中华人民共和国水法', 'law'],
    ['yff-2021-9', 'yff-2018-3', 'own'],
  ]);
});

test.each([
  ['中华人民共和国水土保持法', null, 'law'],
  ['江西省实施<中华人民共和国水土保持法>办法', null, 'law'],
  ['江西省旅游者权益保护条例', null, 'law'],
  ['旅游投诉处理办法', '国家旅游局令第32号', 'law'],
  ['江西省科技厅科技计划项目监督办法', null, 'superior'],
  ['国务院关于建立残疾儿童康复救助制度的意见', '国发〔2018〕20号', 'superior'],
  ['中共江西省委、江西省人民政府关于甲的通知', '赣发〔2021〕23号', 'superior'],
  ['省委办公厅省政府办公厅关于甲的通知', '赣办字〔2018〕42号', 'superior'],
  ['民政部关于进一步加强民政事业费管理的通知', null, 'superior'],
  [null, '国办函〔2016〕108号', 'superior'],
  ['云川市科技计划项目管理办法', null, 'own'],
  ['关于甲的意见', '云府发〔2020〕1号', 'own'],
  ['关于深化科技体制机制改革的若干意见', null, 'other'],
])('the group of %s %s', (title, docNumber, group) => {
  expect(groupOf({ title, docNumber }, yunchuan)).toBe(group);
});

test('a decision that amends names what it amends', () => {
  const decision = [
    '云川市人民政府关于修改《云川市水库管理办法》的决定',
    '云府发〔2021〕9号 2021年5月6日',
    '各县（市、区）人民政府，市政府各部门：',
    '市政府决定对《云川市水库管理办法》作如下修改：',
    '一、第二条修改为：“本办法自2018年5月1日起施行。”',
  ].join('\n\n');
  const { of } = read({ '2018-3': old, '2021-5': decision });
  expect(of('amendment').map(ends)).toEqual([['yff-2021-9', 'yff-2018-3']]);
});

test('subjects and titles are compared without authority, place and brackets', () => {
  expect(subjectOf('云川市水库管理暂行办法（试行）', '云川市')).toEqual({
    subject: '水库管理',
    kind: '办法',
  });
  expect(subjectOf('云川市2022年政务公开工作要点', '云川市')).toBeNull();
  expect(titleKey('云川市人民政府关于做好就业工作的具体实施办法（讨论稿）', '云川市')).toBe(
    titleKey('关于做好就业工作具体实施办法', '云川市'),
  );
});

test('a text on trial whose term is not said, and one whose term is', () => {
  const rule = (last: string) =>
    notice({
      number: '云府发〔2021〕9号',
      date: '2021年5月6日',
      title: '云川市水库管理办法（试行）',
      articles: ['为加强管理，制定本办法。', last],
    });
  const open = read({ '2021-5': rule('本办法自印发之日起施行。') }).facts('yff-2021-9');
  expect(open.clock).toMatchObject({ from: '2021-05-06', trial: '试行', untilSaid: false });
  expect(open.effective).toMatchObject({
    clause: 'art_2__para_1',
    derived: true,
    text: '本办法自印发之日起施行。',
  });
  const closed = read({ '2021-5': rule('本办法自印发之日起施行，试行期两年。') }).facts(
    'yff-2021-9',
  );
  expect(closed.clock).toMatchObject({ until: '2023-05-05', untilSaid: true });
});

test('ten thousand documents take seconds', () => {
  const { documents, series, issues } = parseShelf(yunchuan, { '2018-3': old });
  const [sample] = documents as [(typeof documents)[0]];
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    ...sample,
    id: `yff-2018-${at}`,
    record: { ...sample.record, docNumber: `云府发〔2018〕${at}号` },
  }));
  const start = performance.now();
  buildRelations(many, series, issues);
  expect(performance.now() - start).toBeLessThan(20_000);
});
