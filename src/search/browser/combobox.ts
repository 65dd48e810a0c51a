/**
 * A text box with a list of options below it, after the pattern “editable combobox with list autocomplete” of the ARIA
 * Authoring Practices: the focus stays in the box, arrows choose, Enter takes, Escape closes. What an input method is
 * composing is left to it.
 */
import { element } from './element.ts';

export interface Option {
  text: string;
  /** What kind of thing it is, or more about it. */
  detail?: string;
  choose(): void;
}

export interface OptionGroup {
  name: string;
  options: Option[];
}

export interface Combobox {
  /** Offers options; the list opens where the reader is typing in the box. */
  offer(groups: OptionGroup[]): void;
  close(): void;
}

let boxes = 0;

/** Makes a box a combobox; `name` is what the list is called. */
export function createCombobox(input: HTMLInputElement, name: string): Combobox {
  const id = `options-${String(boxes++)}`;
  const list = element('div', { class: 'options', id, role: 'listbox', 'aria-label': name });
  list.hidden = true;
  input.after(list);
  let options: { element: HTMLElement; choose(): void }[] = [];
  let active = -1;
  /** The reader has typed, or asked for the list, since it was closed. */
  let wanted = false;

  for (const [key, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-expanded': 'false',
  }))
    input.setAttribute(key, value);

  function open(): void {
    const isOpen = wanted && options.length > 0 && document.activeElement === input;
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) activate(-1);
  }

  function close(): void {
    wanted = false;
    open();
  }

  function activate(next: number): void {
    active = next;
    for (const [at, { element: option }] of options.entries())
      option.setAttribute('aria-selected', String(at === active));
    const option = options[active]?.element;
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  function take(at: number): void {
    const { choose } = options[at]!;
    close();
    choose();
  }

  function step(by: 1 | -1): void {
    wanted = true;
    const wasOpen = !list.hidden;
    open();
    if (list.hidden) return;
    const count = options.length;
    if (!wasOpen || active === -1) activate(by === 1 ? 0 : count - 1);
    else activate((active + by + count) % count);
  }

  function press(event: KeyboardEvent): void {
    // 229: the key belongs to the input method, even where its composition has just ended (Safari).
    if (event.isComposing || event.keyCode === 229) return;
    const { key, altKey } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (altKey) {
        wanted = key === 'ArrowDown';
        open();
      } else step(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Enter' && active !== -1) take(active);
    else if (key === 'Escape' && !list.hidden) close();
    else {
      if (key === 'Tab' || key === 'Enter') close();
      else if (key === 'Home' || key === 'End') activate(-1);
      return;
    }
    event.preventDefault();
  }

  input.addEventListener('keydown', press);
  input.addEventListener('input', () => {
    wanted = true;
    activate(-1);
  });
  input.addEventListener('click', () => {
    wanted = true;
    open();
  });
  input.addEventListener('blur', close);
  // The focus stays in the box.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const at = options.findIndex(({ element: option }) => option.contains(target as Node));
    if (at !== -1) take(at);
  });

  return {
    close,
    offer(groups) {
      options = [];
      list.replaceChildren(
        ...groups
          .filter((group) => group.options.length > 0)
          .map((group, at) => {
            const label = `${id}-group-${String(at)}`;
            const made = group.options.map(({ text, detail, choose }) => {
              const option = element(
                'div',
                {
                  role: 'option',
                  id: `${id}-${String(options.length)}`,
                  'aria-selected': 'false',
                },
                element('span', {}, text),
                detail === undefined || detail === '' ? null : element('small', {}, ` ${detail}`),
              );
              options.push({ element: option, choose });
              return option;
            });
            return element(
              'div',
              { role: 'group', 'aria-labelledby': label },
              element('div', { class: 'group', id: label, role: 'presentation' }, group.name),
              ...made,
            );
          }),
      );
      activate(-1);
      open();
    },
  };
}
