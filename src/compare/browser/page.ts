/** The comparison page: two documents by its address, their rows, the way from change to change. */
import {
  readComparison,
  readPlace,
  unitOf,
  writeComparison,
  writePlace,
  type ComparisonState,
} from '../address.ts';
import { align, type Row } from '../align.ts';
import { differences } from '../differences.ts';
import { summarise } from '../summary.ts';
import { weigh } from '../weights.ts';
import { readUnits, type WordsFile } from '../words-file.ts';
import { find } from '../../search/browser/find.ts';
import { FileUnavailable, loadWords } from './files.ts';
import { createPicker } from './picker.ts';
import { createSteps } from './steps.ts';
import { rowElement, type Compared } from './view.ts';

const root = find('[data-compare]', HTMLElement);
const pickers = find('[data-pickers]', HTMLElement);
const swap = find('[data-swap]', HTMLButtonElement);
const status = find('[data-status]', HTMLElement);
const failure = find('[data-failure]', HTMLElement);
const comparison = find('[data-comparison]', HTMLElement);
const only = find('[data-only]', HTMLInputElement);
const rowsElement = find('[data-rows]', HTMLElement);
const offers = find('[data-offers]', HTMLElement);
const pageTitle = document.title;

let state: ComparisonState = readComparison(location.search);
/** What is shown: the rows with their elements. */
let shown: { compared: Compared; rows: Row[]; elements: HTMLElement[] } | null = null;
let latest = 0;

const leftPicker = createPicker(
  find('[data-picker="left"]', HTMLElement),
  () => state.right,
  (id) => {
    change({ left: id }, '');
  },
);
const rightPicker = createPicker(
  find('[data-picker="right"]', HTMLElement),
  () => state.left,
  (id) => {
    change({ right: id }, '');
  },
);
const steps = createSteps(comparison, (place) => {
  history.replaceState(null, '', location.pathname + writeComparison(state) + place);
});

/** Loads and compares what the state names; a newer run takes the place of an older one. */
async function run(): Promise<void> {
  const own = ++latest;
  shown = null;
  failure.hidden = true;
  comparison.hidden = true;
  document.title = pageTitle;
  only.checked = state.onlyChanged;
  swap.hidden = state.left === '' && state.right === '';
  const isChosen = state.left !== '' && state.right !== '';
  say(isChosen ? '正在比较……' : '');
  const [left, right] = await Promise.all([open(state.left), open(state.right)]);
  if (own !== latest) return;
  for (const [picker, file] of [
    [leftPicker, left],
    [rightPicker, right],
  ] as const) {
    picker.show(file instanceof Error ? null : (file?.document ?? null));
  }
  offers.hidden = isChosen && !(left instanceof Error) && !(right instanceof Error);
  const failed = [left, right].find((file) => file instanceof Error);
  if (failed) fail(failed);
  else if (state.left !== '' && state.left === state.right) say('甲、乙是同一篇文件，请换一篇。');
  else if (left instanceof Error || right instanceof Error || !left || !right)
    say('请选择甲、乙两篇文件。');
  else show(left, right);
}

/** The document of an id; null for none. */
async function open(id: string): Promise<WordsFile | Error | null> {
  if (id === '') return null;
  try {
    return await loadWords(id);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function fail(error: Error): void {
  console.error(error);
  say('');
  const isMissing = error instanceof FileUnavailable && error.missing;
  find('p', HTMLElement, failure).textContent = isMissing
    ? '地址里的文件在本站找不到，请另选一篇。'
    : '文件没有取到，请检查网络后重试。';
  find('button', HTMLButtonElement, failure).hidden = isMissing;
  failure.hidden = false;
}

function show(left: WordsFile, right: WordsFile): void {
  const compared: Compared = {
    left: left.document.id,
    right: right.document.id,
    units: { left: readUnits(left), right: readUnits(right) },
  };
  const { units } = compared;
  const rows = align(units.left, units.right);
  const weighing = weigh([...units.left, ...units.right].map(({ lines }) => lines));
  const elements = rows.map((row) =>
    rowElement(row, differences(row, units.left, units.right, weighing), compared),
  );
  rowsElement.replaceChildren(...elements);
  shown = { compared, rows, elements };
  comparison.hidden = false;
  document.title = `${[left, right].map(({ document: { docNumber, title } }) => docNumber ?? title).join('与')} · ${pageTitle}`;
  say(summarise(rows, units.left, units.right));
  filter();
  goToPlace();
}

function filter(): void {
  rowsElement.classList.toggle('only-changed', state.onlyChanged);
  for (const row of shown?.elements ?? [])
    row.hidden = state.onlyChanged && row.dataset.change === undefined;
  steps.update();
}

/** Goes to the row that the address names. */
function goToPlace(): void {
  const place = readPlace(decodeURIComponent(location.hash));
  if (!place || !shown) return;
  const { rows, elements, compared } = shown;
  const at = unitOf(compared.units[place.side], place.id);
  const element = elements[rows.findIndex((row) => row[place.side].includes(at))];
  if (!element) {
    say(`${status.textContent} 地址里的条款在比较中找不到。`);
    return;
  }
  element.hidden = false;
  steps.goTo(element);
}

function say(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** Goes to another comparison, as a step of the browser's history. */
function change(part: Partial<ComparisonState>, place: string): void {
  state = { ...state, ...part };
  history.pushState(null, '', location.pathname + writeComparison(state) + place);
  void run();
}

swap.addEventListener('click', () => {
  const place = readPlace(location.hash);
  const side = place?.side === 'left' ? 'right' : 'left';
  change({ left: state.right, right: state.left }, place ? writePlace({ ...place, side }) : '');
});
only.addEventListener('change', () => {
  state = { ...state, onlyChanged: only.checked };
  history.replaceState(null, '', location.pathname + writeComparison(state) + location.hash);
  filter();
});
find('button', HTMLButtonElement, failure).addEventListener('click', () => void run());
window.addEventListener('popstate', () => {
  const before = writeComparison(state);
  state = readComparison(location.search);
  // A link to a row is a step of the history too.
  if (shown && writeComparison(state) === before) goToPlace();
  else void run();
});

for (const link of root.querySelectorAll<HTMLElement>('[data-go]')) link.hidden = false;
pickers.hidden = false;
void run();
