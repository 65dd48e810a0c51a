/**
 * Marks places on the page: by the CSS Custom Highlight API, which changes no element, else by `<mark>` around text
 * nodes, which copying and links pass through.
 */
import type { Place } from './places.ts';

export interface Painter {
  /** Makes one place the current one. */
  point(at: number): void;
  /** What is to be seen of a place. */
  boxOf(at: number): DOMRect;
  clear(): void;
}

const name = 'search-hit';
const currentName = 'search-current';

export function paint(places: Place[]): Painter {
  return typeof Highlight === 'undefined' ? wrap(places) : highlight(places);
}

function highlight(places: Place[]): Painter {
  const all = new Highlight();
  for (const range of places.flatMap(({ ranges }) => ranges)) all.add(range);
  CSS.highlights.set(name, all);
  return {
    point(at) {
      const current = new Highlight(...places[at]!.ranges);
      current.priority = 1;
      CSS.highlights.set(currentName, current);
    },
    boxOf: (at) => places[at]!.ranges[0]!.getBoundingClientRect(),
    clear() {
      CSS.highlights.delete(name);
      CSS.highlights.delete(currentName);
    },
  };
}

function wrap(places: Place[]): Painter {
  // From the end, since the offsets of what stands before in the same node then stay right.
  const marks = places
    .toReversed()
    .map(({ ranges }) => ranges.toReversed().map(surround).toReversed())
    .toReversed();
  return {
    point(at) {
      for (const [index, place] of marks.entries())
        for (const mark of place) mark.classList.toggle('current', index === at);
    },
    boxOf: (at) => marks[at]![0]!.getBoundingClientRect(),
    clear() {
      for (const mark of marks.flat()) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent?.normalize();
      }
    },
  };
}

function surround(range: Range): HTMLElement {
  const mark = document.createElement('mark');
  mark.className = name;
  range.surroundContents(mark);
  return mark;
}
