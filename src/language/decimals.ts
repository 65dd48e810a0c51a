/** Printed decimal numbers, exactly: 1,234.50 is 123450 hundredths. */

export interface Decimal {
  /** The number without its decimal point. */
  units: bigint;
  /** Digits after the point. */
  places: number;
}

/** A cell or word that is a number and nothing else; null for anything else, percentages and ranges too. */
export function readDecimal(text: string): Decimal | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/−/g, '-');
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match as unknown as [string, string, string, string?];
  const units = BigInt(whole.replace(/,/g, '') + fraction);
  return { units: sign === '-' ? -units : units, places: fraction.length };
}

const raise = ({ units, places }: Decimal, to: number): bigint =>
  units * 10n ** BigInt(to - places);

export function addDecimals(numbers: readonly Decimal[]): Decimal {
  const places = Math.max(0, ...numbers.map((number) => number.places));
  return { units: numbers.reduce((sum, number) => sum + raise(number, places), 0n), places };
}

export function equalDecimals(a: Decimal, b: Decimal): boolean {
  const places = Math.max(a.places, b.places);
  return raise(a, places) === raise(b, places);
}

/** 12.50 → 12.5. */
export function writeDecimal({ units, places }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Whether a printed percentage is part / whole, rounded (or cut) to its digits. Both are whole numbers. */
export function isShare(part: bigint, whole: bigint, percent: Decimal): boolean {
  if (whole === 0n) return false;
  const scale = 10n ** BigInt(percent.places);
  const difference = part * 100n * scale - percent.units * whole;
  return difference > -whole && difference < whole;
}

/** part / whole in per cent, rounded half up to some places. */
export function shareOf(part: bigint, whole: bigint, places: number): Decimal {
  const scaled = part * 100n * 10n ** BigInt(places);
  return { units: (2n * scaled + whole) / (2n * whole), places };
}
