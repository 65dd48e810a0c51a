/** Bytes of a raw text → string. */

/** Larger than any issue of a gazette; a file above it is something else. */
export const sizeLimit = 64 * 1024 * 1024;

const others = ['big5', 'shift_jis', 'euc-kr', 'utf-16le', 'utf-16be'] as const;
const names: Record<string, string> = {
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
  'utf-16le': 'UTF-16 (little endian) without a byte order mark',
  'utf-16be': 'UTF-16 (big endian) without a byte order mark',
};

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of characters that running Chinese text is mostly made of. */
function plausibility(text: string): number {
  const sample = text.slice(0, 20_000).replace(/\s/g, '');
  if (sample === '') return 0;
  return (
    (sample.match(/[的一是市人在有和政府工会部中年关发以作为办法公与及，。、的條為會國]/gu)
      ?.length ?? 0) / sample.length
  );
}

function offsetOfFirstError(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      decoder.decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

/**
 * Decodes UTF-8 (with or without a byte order mark, which stays in the text), GB18030, and UTF-16 with a mark.
 *
 * @throws Error that says what the bytes are instead, and what to do.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Error('the file is empty; expected the raw text of a gazette');
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return decodeAs(bytes, 'utf-16le') ?? fail('is damaged UTF-16');
  if (first === 0xfe && second === 0xff)
    return decodeAs(bytes, 'utf-16be') ?? fail('is damaged UTF-16');
  const utf8 = decodeAs(bytes, 'utf-8');
  const control = bytes
    .subarray(0, 65_536)
    .reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (utf8 !== null && control === 0) {
    if (utf8.trim() === '')
      throw new Error('the file holds nothing but white space; expected the raw text of a gazette');
    return utf8;
  }
  const gb18030 = control === 0 ? decodeAs(bytes, 'gb18030') : null;
  const guesses = others
    .map((encoding) => ({ encoding, score: plausibility(decodeAs(bytes, encoding) ?? '') }))
    .sort((a, b) => b.score - a.score);
  const own = plausibility(gb18030 ?? '');
  const best = guesses[0]!;
  if (gb18030 !== null && own >= 0.05 && own >= best.score) return gb18030;
  if (best.score >= 0.1) fail(`seems to be ${names[best.encoding]}`);
  if (control > 0)
    throw new Error(
      'the file is binary (it holds control characters); expected plain text, such as a text export of the PDF',
    );
  return fail(
    `is neither UTF-8 (first wrong byte at offset ${offsetOfFirstError(bytes)}) nor GB18030`,
  );
}

function fail(what: string): never {
  throw new Error(`the file ${what}; convert it to UTF-8 and try again`);
}
