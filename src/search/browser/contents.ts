/** Reads the files of Pagefind's index, which are CBOR of arrays, texts and whole numbers. */

export type Cbor = number | string | Cbor[];

const kinds = { number: 0, negative: 1, text: 3, array: 4 };

/** Throws where the bytes hold anything else. */
export function readCbor(bytes: Uint8Array): Cbor {
  const decoder = new TextDecoder();
  let at = 0;
  const size = (short: number): number => {
    if (short < 24) return short;
    if (short > 26) throw new Error('The index is not as expected');
    let long = 0;
    for (let left = 2 ** (short - 24); left > 0; left--) long = long * 256 + bytes[at++]!;
    return long;
  };
  const items = (count: number): Cbor[] => {
    const all = [];
    for (let left = count; left > 0; left--) all.push(item());
    return all;
  };
  const item = (): Cbor => {
    const head = bytes[at++]!;
    const value = size(head & 31);
    switch (head >> 5) {
      case kinds.number:
        return value;
      case kinds.negative:
        return -1 - value;
      case kinds.text:
        return decoder.decode(bytes.subarray(at, (at += value)));
      case kinds.array:
        return items(value);
      default:
        throw new Error('The index is not as expected');
    }
  };
  return item();
}

/** A part of the index: the words from one to another, under a name. */
export type Chunk = [from: string, to: string, id: string];

/** What the table of contents (`.pf_meta`) says of the index. */
export interface Contents {
  /** The ids of the pages in the order of their numbers. */
  ids: string[];
  chunks: Chunk[];
}

/** Reads the table of contents. */
export function readContents(bytes: Uint8Array): Contents {
  const [, pages, chunks] = readCbor(bytes) as unknown as [
    version: string,
    pages: [id: string, ...Cbor[]][],
    chunks: Chunk[],
  ];
  return { ids: pages.map(([id]) => id), chunks };
}

/** The ids of the chunks that hold any of the tokens, or words that begin with one. */
export function chunksWith(tokens: string[], chunks: Chunk[]): string[] {
  return chunks
    .filter(([from, to]) =>
      tokens.some((token) => token <= to && (from <= token || from.startsWith(token))),
    )
    .map(([, , id]) => id);
}
