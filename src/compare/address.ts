/** The address of a comparison: `/compare/?a=jfbz-2020-55&b=jfbf-2022-7&only=changed#art_13`. */

export interface ComparisonState {
  /** Ids of the documents, '' where none is chosen. */
  left: string;
  right: string;
  /** Only rows with a change are shown. */
  onlyChanged: boolean;
}

export interface UnitPlace {
  side: 'left' | 'right';
  /** Id of a clause. */
  id: string;
}

/** Reads the part of an address from `?` on. */
export function readComparison(search: string): ComparisonState {
  const parameters = new URLSearchParams(search);
  const id = (name: string) => (parameters.get(name) ?? '').trim();
  return { left: id('a'), right: id('b'), onlyChanged: parameters.get('only') === 'changed' };
}

/** Writes what `readComparison` reads. */
export function writeComparison({ left, right, onlyChanged }: ComparisonState): string {
  const parts = [
    ...(left === '' ? [] : [`a=${encodeURIComponent(left)}`]),
    ...(right === '' ? [] : [`b=${encodeURIComponent(right)}`]),
    ...(onlyChanged ? ['only=changed'] : []),
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** `#art_13` names a clause of the right document, `#a.art_13` one of the left; null where none is named. */
export function readPlace(hash: string): UnitPlace | null {
  const name = hash.replace(/^#/, '');
  if (name === '') return null;
  return name.startsWith('a.') ? { side: 'left', id: name.slice(2) } : { side: 'right', id: name };
}

/** Writes what `readPlace` reads. */
export function writePlace({ side, id }: UnitPlace): string {
  return `#${side === 'left' ? 'a.' : ''}${id}`;
}

/** The unit that holds a clause: the one of that id, or the nearest above (`art_13` of `art_13__para_1`); -1 where none. */
export function unitOf(units: readonly { id: string }[], id: string): number {
  for (let name = id; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('__'), 0))) {
    const at = units.findIndex((unit) => unit.id === name);
    if (at !== -1) return at;
  }
  return -1;
}
