/**
 * The ids of Pagefind's pages in the order of their numbers, read from its table of contents (`.pf_meta`, CBOR): an array
 * of the version, the pages and more; a page is an array that begins with its id. Throws where it is anything else.
 */
export function readPageIds(meta: Uint8Array): string[] {
  let at = 0;
  /** The head of an item: its kind and its length or value. */
  const head = (): { kind: number; size: number } => {
    const first = meta[at++]!;
    const small = first & 31;
    const width = small < 24 ? 0 : 2 ** (small - 24);
    if (width > 4) throw new Error('The table of contents of the index is not as expected');
    let size = small < 24 ? small : 0;
    for (let index = 0; index < width; index++) size = size * 256 + meta[at++]!;
    return { kind: first >> 5, size };
  };
  const expect = (kind: number): number => {
    const item = head();
    if (item.kind !== kind)
      throw new Error('The table of contents of the index is not as expected');
    return item.size;
  };
  const decoder = new TextDecoder();
  const text = () => {
    const size = expect(kinds.text);
    at += size;
    return decoder.decode(meta.subarray(at - size, at));
  };
  expect(kinds.array);
  text();
  return Array.from({ length: expect(kinds.array) }, () => {
    const fields = expect(kinds.array);
    const id = text();
    for (let field = 1; field < fields; field++) {
      const { kind, size } = head();
      if (kind === kinds.text) at += size;
    }
    return id;
  });
}

const kinds = { text: 3, array: 4 };
