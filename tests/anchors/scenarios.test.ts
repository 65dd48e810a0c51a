/** What an editor meets when addresses would break, and each remedy. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  effect,
  gazette,
  meeting,
  penalty,
  pieces,
  receipt,
  record,
  transfer,
  visit,
} from './gazette.ts';
import { Workspace } from './workspace.ts';

const document = 'yfbz-2021-5';
const path = 'content/a/issues/2021-6/anchors.json';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let published: Workspace;
let work: Workspace;
beforeAll(() => {
  published = new Workspace(gazette());
  expect(published.parse()).toMatchObject({ status: 0 });
});
beforeEach(() => {
  work = new Workspace(published);
});
afterEach(() => {
  work.remove();
});
afterAll(() => {
  published.remove();
});

/** The command fails, with the ledger and the output as they were. */
function expectRefusal(): string {
  const ledger = work.ledgerText;
  const before = JSON.stringify(work.parsed);
  const { status, err } = work.parse();
  expect(status).toBe(1);
  expect(work.ledgerText).toBe(ledger);
  expect(JSON.stringify(work.parsed)).toBe(before);
  return err;
}

function expectRemedied(): void {
  expect(work.parse()).toMatchObject({ status: 0, err: '' });
  // And it stays so.
  const { ledgerText } = work;
  expect(work.parse({ CI: '1' }).status).toBe(0);
  expect(work.ledgerText).toBe(ledgerText);
}

test('parsing records every address; parsing again adds nothing', () => {
  const { documents, decisions } = work.ledger;
  expect(decisions).toEqual([]);
  expect(Object.keys(documents)).toEqual([document, 'gb2021-6-2']);
  expect(documents[document]!.title).toBe('云川市人民政府办公室关于印发云川市热线管理办法的通知');
  expect(Object.keys(documents[document]!.clauses)).toEqual([
    ...['n', 'n__to', 'n__p_1', 'art_1', 'art_1__para_1', 'art_2', 'art_2__para_1'],
    ...['art_2__para_2', 'art_3', 'art_3__para_1', 'art_4', 'art_4__para_1'],
  ]);
  const { ledgerText } = work;
  // One line for each address, so that a diff names them.
  expect(ledgerText).toMatch(/^ {4}"art_2__para_2": "[0-9a-f]{10}",$/m);
  expect(work.parse().out).not.toContain('added');
  expect(work.ledgerText).toBe(ledgerText);
});

test('white space and an editor’s corrections change no hash', () => {
  const { ledgerText } = work;
  work.write(gazette({ rest: [penalty.replace('通报', '通 报'), effect] }));
  const line = gazette().slice(0, gazette().indexOf(penalty)).split('\n').length;
  const basis = { reason: '校对', by: '张三' };
  work.manifest({
    corrections: [
      { line, from: '逾期', to: '超期', ...basis },
      { document, field: 'title', from: '热线管理', to: '热线运行管理', ...basis },
    ],
  });
  expectRemedied();
  expect(work.ledgerText).toBe(ledgerText);
  expect(work.parsed.output.documents[0]!.title).toContain('热线运行管理');
});

describe('a clause is gone', () => {
  beforeEach(() => {
    work.write(gazette({ rest: [effect] }));
  });

  test('the failure lists it with its text and the command', () => {
    const error = expectRefusal();
    expect(error).toContain(`${path}: 2 addresses would break`);
    expect(error).toContain(
      `  ${document}#art_3__para_1: lost\n    former: 承办单位逾期不办结的，由市政府办公室通报批评。\n` +
        `    npm run anchors -- tombstone '${document}#art_3__para_1' --reason "…" --by "…"`,
    );
    expect(error).toContain(
      `npm run anchors -- tombstone '${document}#art_3' '${document}#art_3__para_1' --reason`,
    );
    expect(error).toContain('Nothing was written.');
  });

  test('a tombstone for each', () => {
    const { status, out } = work.anchors(
      'tombstone',
      `${document}#art_3`,
      `${document}#art_3__para_1`,
    );
    expect(status).toBe(0);
    expect(out).toContain(`tombstone ${document}#art_3__para_1 (2026-01-31, 张三: 重新整理`);
    expectRemedied();
    expect(work.ledger.decisions[1]).toEqual({
      decision: 'tombstone',
      document,
      clause: 'art_3__para_1',
      to: null,
      now: null,
      former: {
        name: '第三条',
        label: '',
        text: '承办单位逾期不办结的，由市政府办公室通报批评。',
        depth: 1,
        after: 'art_3',
      },
      reason: '重新整理时分清了段落',
      by: '张三',
      date: '2026-01-31',
    });
    expect(Object.keys(work.ledger.documents[document]!.clauses)).toContain('art_3');
  });

  test('without the last output the former text is said not to be kept', () => {
    work.forget();
    expect(work.parse().err).toContain(`${document}#art_3: lost\n    former: (not kept)`);
    const { out } = work.anchors('tombstone', `${document}#art_3`, `${document}#art_3__para_1`);
    expect(out).toContain('its former text was not kept');
    expectRemedied();
    expect(work.ledger.decisions.map(({ former }) => former)).toEqual([null, null]);
  });

  test('an entry that does not fit any more is named', () => {
    work.anchors('tombstone', `${document}#art_3`, `${document}#art_3__para_1`);
    expectRemedied();
    work.write(gazette());
    const error = expectRefusal();
    expect(error).toContain(
      `${path}: decisions.0: ${document}#art_3 is there unchanged; remove the entry`,
    );
    expect(error).not.toContain('would break');
  });
});

describe('a 款 is split', () => {
  beforeEach(() => {
    work.write(gazette({ second: [receipt, transfer, record] }));
  });

  test('the failure says which text changed and which stands elsewhere', () => {
    const error = expectRefusal();
    expect(error).toContain(
      `${document}#art_2__para_1: its text has changed\n    former: ${receipt}`,
    );
    expect(error).toContain(`    now:    ${receipt}\n`);
    expect(error).toContain(`npm run anchors -- corrected '${document}#art_2__para_1' --reason`);
    expect(error).toContain(
      `${document}#art_2__para_2: its text has changed; its former text now stands at art_2__para_3\n` +
        `    former: ${record}\n    now:    ${transfer}\n` +
        `    npm run anchors -- redirect '${document}#art_2__para_2' art_2__para_3 --reason`,
    );
  });

  test('corrected and redirect', () => {
    expect(work.anchors('corrected', `${document}#art_2__para_1`).status).toBe(0);
    expect(work.parse().err).not.toContain('art_2__para_1: ');
    expect(work.anchors('redirect', `${document}#art_2__para_2`, 'art_2__para_3').status).toBe(0);
    expectRemedied();
    const [corrected, redirect] = work.ledger.decisions;
    expect(corrected).toMatchObject({
      added: ['art_2__para_3'],
      former: { text: receipt + transfer },
    });
    expect(redirect).toMatchObject({
      to: 'art_2__para_3',
      former: { name: '第二条第二款', text: record },
    });
    // Addresses are only added: the hashes of the first publication stay.
    expect(Object.keys(work.ledger.documents[document]!.clauses)).toContain('art_2__para_3');
    expect(work.parsed.decisions).toHaveLength(2);
  });

  test('a target that is not there is refused, by the command and in the file', () => {
    const { status, err } = work.anchors('redirect', `${document}#art_2__para_2`, 'art_2__para_9');
    expect([status, err]).toEqual([
      1,
      `${document}#art_2__para_2: there is no ${document}#art_2__para_9 to lead to\n`,
    ]);
    work.anchors('corrected', `${document}#art_2__para_1`);
    work.anchors('redirect', `${document}#art_2__para_2`, 'art_2__para_3');
    work.writeLedger(work.ledgerText.replace('"to": "art_2__para_3"', '"to": "art_2__para_9"'));
    expect(work.parse().err).toContain(
      `decisions.1: it leads to ${document}#art_2__para_9, which is not there; write an address that is, or a tombstone`,
    );
  });
});

test('a word is changed: corrected keeps the former text', () => {
  work.write(gazette({ second: [receipt.replace('一个', '两个') + transfer, record] }));
  expect(expectRefusal()).toContain(`'${document}#art_2__para_1'`);
  expect(work.anchors('corrected', `${document}#art_2__para_1`).status).toBe(0);
  expectRemedied();
  // Changed once more: the decision was about another text.
  work.write(gazette({ second: [receipt.replace('一个', '三个') + transfer, record] }));
  expect(expectRefusal()).toContain('art_2__para_1: its text has changed');
  expect(work.anchors('corrected', `${document}#art_2__para_1`).status).toBe(0);
  expectRemedied();
  expect(work.ledger.decisions.map(({ former }) => former?.text)).toEqual([
    receipt + transfer,
    receipt.replace('一个', '两个') + transfer,
  ]);
  expect(work.anchors('list').out).toMatch(
    /corrected yfbz-2021-5#art_2__para_1 \(2026-01-31, 张三: .*\n.*corrected .*\nNo address needs a decision\.\n$/,
  );
});

describe('a document is renamed', () => {
  beforeEach(() => {
    work.write(gazette({ number: '云府办字〔2021〕8号', rest: [effect] }));
  });

  test('the failure names the document that bears its title', () => {
    const error = expectRefusal();
    expect(error).toContain(
      `  ${document}: lost; its former text now stands at yfbz-2021-8\n` +
        '    former: 云川市人民政府办公室关于印发云川市热线管理办法的通知\n' +
        `    npm run anchors -- moved ${document} yfbz-2021-8 --reason "…" --by "…"`,
    );
    expect(error).toContain('an address would break');
  });

  test('moved; its clauses must be there too', () => {
    const { out } = work.anchors('moved', document, 'yfbz-2021-8');
    expect(out).toContain(`${document}#art_3: lost`);
    expect(expectRefusal()).toContain('2 addresses would break');
    work.anchors('tombstone', `${document}#art_3`, `${document}#art_3__para_1`);
    expectRemedied();
    expect(Object.keys(work.ledger.documents)).toEqual(['yfbz-2021-8', document, 'gb2021-6-2']);
  });
});

describe('documents without number', () => {
  test('one that is inserted before another leaves it its address', () => {
    work.write(gazette({ reports: [visit, meeting] }));
    expect(work.parse()).toMatchObject({ status: 0, err: '' });
    expect(work.parsed.output.documents.map(({ id, title }) => [id, title])).toEqual([
      [document, expect.any(String)],
      ['gb2021-6-3', visit[0]],
      ['gb2021-6-2', meeting[0]],
    ]);
    // 目录 and messages know it by the same id.
    expect(work.parsed.output.toc.map((entry) => entry.document)).toEqual([
      document,
      'gb2021-6-3',
      'gb2021-6-2',
    ]);
    expectRemedied();
  });

  test('two under one title are told apart by their words', () => {
    const [title] = meeting;
    const other = [title, ...visit.slice(1)] as typeof meeting;
    work.write(gazette({ reports: [other, meeting] }));
    expect(work.parse()).toMatchObject({ status: 0, err: '' });
    expect(work.parsed.output.documents.map(({ id }) => id)).toEqual([
      document,
      'gb2021-6-3',
      'gb2021-6-2',
    ]);
  });

  test('an id that is withdrawn is never given again', () => {
    work.write(gazette({ reports: [] }));
    expect(expectRefusal()).toContain('gb2021-6-2: lost');
    work.anchors('tombstone', 'gb2021-6-2');
    expectRemedied();
    work.write(gazette({ reports: [visit] }));
    expect(work.parse().status).toBe(0);
    expect(work.parsed.output.documents.map(({ id }) => id)).toEqual([document, 'gb2021-6-3']);
  });

  test('--json knows no ledger', () => {
    work.write(gazette({ reports: [visit, meeting] }));
    const { ledgerText } = work;
    const { status, out } = work.parse({
      args: ['--json', 'content/a/issues/2021-6/gazette.txt'],
    });
    const { documents } = JSON.parse(out) as { documents: { id: string }[] };
    expect([status, documents.map(({ id }) => id)]).toEqual([
      0,
      [document, 'gb2021-6-2', 'gb2021-6-3'],
    ]);
    expect(work.ledgerText).toBe(ledgerText);
  });
});

test('a machine that only builds adds nothing', () => {
  work.write(gazette({ rest: [...pieces.rest, '第五条 本办法由市政府办公室负责解释。'] }));
  const { ledgerText } = work;
  const { status, err } = work.parse({ CI: 'true' });
  expect(status).toBe(1);
  expect(err).toContain(`${path}: 2 addresses are not in the ledger yet; run \`npm run parse\``);
  expect(work.ledgerText).toBe(ledgerText);
  expect(work.parse().out).toContain(`${path}: 2 addresses added; commit the file`);
  expect(work.parse({ CI: 'true' }).status).toBe(0);
});

describe('mistakes in a command', () => {
  test.each([
    [['forget', 'a'], 'Expected npm run anchors -- list | redirect'],
    [
      ['redirect', 'a#b', '--reason', '甲', '--by', '乙'],
      'Expected npm run anchors -- redirect <from> <to>',
    ],
    [['corrected', '--reason', '甲', '--by', '乙'], 'Expected npm run anchors'],
    [
      ['corrected', `${document}#art_1`, '--reason', '…', '--by', '…'],
      '--reason is shown to readers: write it in Chinese\n--by must be the name',
    ],
    [
      ['corrected', `${document}#art_1`, '--reason', '甲', '--by', '乙', '--date', '5日'],
      '--date must be a date like 2026-01-31',
    ],
    [
      ['corrected', `${document}#art_1`, '--reason', '甲', '--by', '乙'],
      `${document}#art_1: is there unchanged, or decided already`,
    ],
    [
      ['tombstone', `${document}#art_99`, '--reason', '甲', '--by', '乙'],
      `${document}#art_99: no such address needs a decision`,
    ],
  ])('%j', (args, message) => {
    const { ledgerText } = work;
    const { status, err } = work.anchorsAsTyped(...args);
    expect(status).toBe(1);
    expect(err).toContain(message);
    expect(work.ledgerText).toBe(ledgerText);
  });
});

describe('mistakes in the file', () => {
  test.each([
    ['{', 'cannot be read as JSON'],
    [
      '{"documents": {"a-1": {"title": "甲", "clauses": {"art_1": "x"}}}, "decisions": []}',
      'documents.a-1.clauses.art_1: must be a hash',
    ],
    [
      '{"documents": {}, "decisions": [{"decision": "redirect", "document": "a-1", "clause": null, "to": null, "now": null, "former": null, "reason": "gone", "by": "", "date": "5日"}]}',
      'decisions.0.reason: is shown to readers',
    ],
  ])('%s', (text, message) => {
    work.writeLedger(text);
    const { status, err } = work.parse();
    expect(status).toBe(1);
    expect(err).toContain(`${path}: `);
    expect(err).toContain(message);
    expect(err).toContain('restore it from the last commit, or mend the entry');
  });
});
