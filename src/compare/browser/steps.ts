/** From change to change: buttons, and the keys j and k while the comparison has the focus. */
import { find } from '../../search/browser/find.ts';

export interface Steps {
  /** Counts the changes that are shown. */
  update(): void;
  /** Goes to a row. */
  goTo(row: HTMLElement): void;
}

/**
 * Steps through the rows of the comparison.
 *
 * @param note is told the place of each row that was gone to.
 */
export function createSteps(comparison: HTMLElement, note: (place: string) => void): Steps {
  const position = find('[data-position]', HTMLElement, comparison);
  const previous = find('[data-previous]', HTMLButtonElement, comparison);
  const next = find('[data-next]', HTMLButtonElement, comparison);
  const tools = find('[data-tools]', HTMLElement, comparison);
  let current: HTMLElement | null = null;

  const changes = () => [...comparison.querySelectorAll<HTMLElement>('[data-change]')];
  const update = () => {
    if (!current?.isConnected) current = null;
    const all = changes();
    const at = current ? all.indexOf(current) : -1;
    position.textContent =
      at === -1 ? `共${String(all.length)}处` : `${String(at + 1)}/${String(all.length)}`;
    previous.disabled = next.disabled = all.length === 0;
  };
  const goTo = (row: HTMLElement) => {
    current?.classList.remove('current');
    current = row;
    row.classList.add('current');
    row.scrollIntoView({ block: 'start' });
    row.focus({ preventScroll: true });
    update();
  };
  /** The next change; where none was gone to, or it is out of sight, the first one below the tools or the last above. */
  const step = (direction: 1 | -1) => {
    const all = changes();
    const line = tools.getBoundingClientRect().bottom - 8;
    const isInSight = current !== null && Math.abs(current.getBoundingClientRect().top - line) < 60;
    const at = isInSight && current ? all.indexOf(current) : -1;
    const below = (row: HTMLElement) => row.getBoundingClientRect().top > line;
    const above = (row: HTMLElement) => row.getBoundingClientRect().top < line;
    const target =
      at !== -1 ? all[at + direction] : direction === 1 ? all.find(below) : all.findLast(above);
    if (!target) return;
    goTo(target);
    note(target.dataset.place ?? '');
  };
  next.addEventListener('click', () => {
    step(1);
  });
  previous.addEventListener('click', () => {
    step(-1);
  });
  comparison.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key !== 'j' && event.key !== 'k') return;
    event.preventDefault();
    step(event.key === 'j' ? 1 : -1);
  });
  return { update, goTo };
}
