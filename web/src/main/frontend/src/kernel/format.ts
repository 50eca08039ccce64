/** Numbers, sizes and times as people read them; `—` where there is nothing to say. */
const NOTHING = '—';
const LOCALE = 'en';

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const compactNumber = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

type Maybe<T> = T | null | undefined;

const isNumber = (value: Maybe<number>): value is number => value != null && Number.isFinite(value);

export const count = (value: Maybe<number>): string => (isNumber(value) ? whole.format(value) : NOTHING);

export const compact = (value: Maybe<number>): string => (isNumber(value) ? compactNumber.format(value) : NOTHING);

/** A measured value with about `digits` significant digits; very small ones in powers of ten. */
export function figure(value: Maybe<number>, digits = 4): string {
  if (!isNumber(value)) return NOTHING;
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3) return value.toExponential(Math.min(2, digits - 1)).replace(/\.?0+e/, 'e');
  if (size >= 10 ** digits) return whole.format(value);
  return String(Number(value.toPrecision(digits)));
}

export function percent(fraction: Maybe<number>, digits = 0): string {
  return isNumber(fraction) ? `${(fraction * 100).toFixed(digits)} %` : NOTHING;
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

export function bytes(value: Maybe<number>): string {
  if (!isNumber(value)) return NOTHING;
  let size = value;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${size.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}

/** A length of time in its two largest units: `3 min 12 s`. */
export function duration(seconds: Maybe<number>): string {
  if (!isNumber(seconds) || seconds < 0) return NOTHING;
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  const total = Math.round(seconds);
  const parts: [number, string][] = [
    [Math.floor(total / 86_400), 'd'],
    [Math.floor(total / 3600) % 24, 'h'],
    [Math.floor(total / 60) % 60, 'min'],
    [total % 60, 's'],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
}

export type TimeStyle = 'relative' | 'local' | 'utc';

export function time(iso: Maybe<string>, style: TimeStyle = 'relative', now: number = Date.now()): string {
  if (iso == null) return NOTHING;
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  if (style === 'utc') return new Date(at).toISOString().slice(0, 19).replace('T', ' ') + ' UTC';
  if (style === 'local') {
    return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  }
  return ago((at - now) / 1000);
}

const STEPS: [number, Intl.RelativeTimeFormatUnit][] = [
  [60, 'second'],
  [3600, 'minute'],
  [86_400, 'hour'],
  [86_400 * 30, 'day'],
  [86_400 * 365, 'month'],
];

function ago(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 5) return 'just now';
  let divisor = 1;
  for (const [limit, unit] of STEPS) {
    if (size < limit) return relative.format(Math.round(seconds / divisor), unit);
    divisor = limit;
  }
  return relative.format(Math.round(seconds / divisor), 'year');
}

const ABBREVIATIONS = new Set(['sft']);

/** `raw_text` → `Raw text`, `sft` → `SFT`. */
export function words(value: Maybe<string>): string {
  if (value == null || value === '') return NOTHING;
  if (ABBREVIATIONS.has(value)) return value.toUpperCase();
  const spaced = value.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
