/** Chooses one of all documents: those likely to go with the other one first, others by title or 发文字号. */
import type { ListedDocument } from '../../search/documents.ts';
import type { Finder } from '../../search/finder.ts';
import type { ComparedDocument } from '../words-file.ts';
import { displayDate } from '../../language/dates.ts';
import { element } from '../../search/browser/element.ts';
import { find } from '../../search/browser/find.ts';
import { loadDocuments, loadPairs } from './files.ts';

const most = 20;

export interface Picker {
  /** Shows which document is chosen, null for none. */
  show(document: ComparedDocument | null): void;
}

/**
 * Makes a picker of its section.
 *
 * @param other gives the id of the document on the other side, '' for none.
 * @param choose is told the id that was chosen.
 */
export function createPicker(
  section: HTMLElement,
  other: () => string,
  choose: (id: string) => void,
): Picker {
  const chosen = find('[data-chosen]', HTMLElement, section);
  const details = find('details', HTMLDetailsElement, section);
  const box = find('input', HTMLInputElement, section);
  const options = find('[data-options]', HTMLElement, section);
  const hint = find('[data-hint]', HTMLElement, section);
  let latest = 0;

  const list = async () => {
    const own = ++latest;
    try {
      const [found, likely, total] = await search(box.value, other());
      if (own !== latest) return;
      options.replaceChildren(
        ...found.map((document) =>
          optionElement(document, likely.has(document.id), () => {
            details.open = false;
            box.value = '';
            choose(document.id);
          }),
        ),
      );
      hint.textContent =
        found.length === 0
          ? '没有找到，请换几个字。'
          : total > found.length
            ? `共${String(total)}篇，这里列出${String(found.length)}篇，请输入几个字查找。`
            : '';
    } catch (error) {
      console.error(error);
      hint.textContent = '文件列表没有取到，请检查网络后再试。';
    }
  };
  details.addEventListener('toggle', () => {
    if (!details.open) return;
    void list();
    box.focus();
  });
  box.addEventListener('input', () => void list());
  return {
    show(document) {
      chosen.replaceChildren(...(document ? chosenElements(document) : ['尚未选择']));
      details.open = false;
      latest++;
    },
  };
}

/** Made when something is typed first: it is of no use to those who follow a link. */
let finder: Promise<Finder> | undefined;

async function search(
  input: string,
  other: string,
): Promise<[found: ListedDocument[], likely: Set<string>, total: number]> {
  const [documents, pairs] = await Promise.all([loadDocuments(), loadPairs()]);
  const rest = documents.filter(({ id }) => id !== other);
  const likely = new Set(
    pairs.flatMap(({ earlier, later }) =>
      earlier === other ? [later] : later === other ? [earlier] : [],
    ),
  );
  if (input.trim() !== '') {
    finder ??= import('../../search/finder.ts').then(({ createFinder }) => createFinder(documents));
    const found = (await finder)
      .find(input, most)
      .flatMap(({ document }) => (document.id === other ? [] : [document]));
    return [found, likely, found.length];
  }
  const first = rest.filter(({ id }) => likely.has(id));
  return [
    [...first, ...rest.filter(({ id }) => !likely.has(id))].slice(0, most),
    likely,
    rest.length,
  ];
}

function optionElement(
  { title, number, date, issue }: ListedDocument,
  isLikely: boolean,
  choose: () => void,
): HTMLElement {
  const button = element(
    'button',
    { type: 'button' },
    element('span', { class: 'name' }, title),
    element(
      'span',
      { class: 'facts' },
      isLikely ? element('span', { class: 'added' }, '可能前后相继') : null,
      ...factElements(number, date, issue),
    ),
  );
  button.addEventListener('click', choose);
  return element('li', {}, button);
}

function chosenElements({ id, title, docNumber, date, issue }: ComparedDocument): HTMLElement[] {
  return [
    element('p', {}, element('a', { href: `/documents/${id}/` }, title)),
    element('p', { class: 'facts' }, ...factElements(docNumber, date, issue)),
  ];
}

function factElements(number: string | null, date: string | null, issue: string): HTMLElement[] {
  const facts = [number, date === null ? null : displayDate(date), issue];
  return facts.flatMap((fact) => (fact ? [element('span', {}, fact)] : []));
}
