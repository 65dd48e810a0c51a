/** What was counted and compared in an issue, for the pages on quality. */
import {
  reconciliationKinds,
  type FurnitureReason,
  type GazetteOutput,
  type OutputMessage,
  type Reconciliation,
  type ReconciliationKind,
} from '../model/output.ts';
import type { Span } from '../model/tree.ts';

/** Characters by the place they have; together they are those of the raw text. */
export interface CharacterCounts {
  /** Titles, text and tables of the documents. */
  content: number;
  /** Masthead, 目录, editorial board. */
  frontMatter: number;
  furniture: { reason: FurnitureReason; places: number; characters: number }[];
  /** Missing, or in two places. */
  residue: number;
}

/** Counts the characters of the raw text that are not white space, each once. */
export function countCharacters(
  raw: string,
  { frontMatter, furniture, ledger }: Pick<GazetteOutput, 'frontMatter' | 'furniture' | 'ledger'>,
): CharacterCounts {
  const isCounted = Uint8Array.from(raw, () => 0);
  const count = ({ start, end }: Span) => {
    let characters = 0;
    for (let at = start; at < end; at++) {
      if (/[\s\ufeff]/.test(raw[at]!) || isCounted[at] === 1) continue;
      isCounted[at] = 1;
      characters++;
    }
    return characters;
  };
  const sum = (spans: Span[]) => spans.map(count).reduce((total, one) => total + one, 0);
  const residue = sum(ledger.residue);
  const outside = sum(frontMatter);
  const byReason = [...Map.groupBy(furniture, ({ reason }) => reason)].map(([reason, spans]) => ({
    reason,
    places: spans.length,
    characters: sum(spans),
  }));
  return {
    content: count({ start: 0, end: raw.length }),
    frontMatter: outside,
    furniture: byReason.sort((a, b) => b.characters - a.characters),
    residue,
  };
}

/** 目录与正文 …: what is compared, and what it means to a reader. */
export const reconciliationNames: Record<ReconciliationKind, { name: string; meaning: string }> = {
  contents: {
    name: '目录与正文',
    meaning: '目录所列的每一篇都能找到，标题、文号与目录相同；各篇也都列在目录里。',
  },
  attachments: {
    name: '附件说明与附件',
    meaning: '正文末尾“附件”所列的每一件，后面都印有；后面的附件，前面也都列了。',
  },
  articles: { name: '章条编号', meaning: '章、节、条的序号前后相接，没有跳号，也没有重号。' },
  numbering: { name: '其他编号', meaning: '项、层次标题、附件和表格各行的序号前后相接。' },
  counts: { name: '文中数目', meaning: '文中说“共35项”的地方，数下来确有35项。' },
  citations: { name: '内部引用', meaning: '“第十三条第一款”之类的引用，所指的条款就在文中。' },
  titles: { name: '引用标题', meaning: '书名号里引用的标题，与本期所载那份文件自己的标题相同。' },
  marks: { name: '成对标点', meaning: '引号、括号、书名号有开头也有结尾。' },
  sums: { name: '合计与算术', meaning: '合计、百分比和增减数，与它们所依据的数字算得上。' },
};

export interface Comparison {
  kind: ReconciliationKind;
  /** 0 where the text holds nothing to compare. */
  checked: number;
  failed: number;
}

/** All kinds of comparison in their order, with the sums over documents. */
export function sumReconciliations(reconciliations: Reconciliation[]): Comparison[] {
  return reconciliationKinds.map((kind) => {
    const own = reconciliations.filter((one) => one.kind === kind);
    return {
      kind,
      checked: own.reduce((sum, { checked }) => sum + checked, 0),
      failed: own.reduce((sum, { failed }) => sum + failed, 0),
    };
  });
}

/** The messages of failed comparisons by kind, and the others. */
export function splitMessages(messages: OutputMessage[]): {
  failures: { kind: ReconciliationKind; messages: OutputMessage[] }[];
  others: OutputMessage[];
} {
  return {
    failures: reconciliationKinds
      .map((kind) => ({
        kind,
        messages: messages.filter(({ reconciliation }) => reconciliation === kind),
      }))
      .filter((failure) => failure.messages.length > 0),
    others: messages.filter(({ reconciliation }) => reconciliation === undefined),
  };
}
