/**
 * Numbers, sizes, times and dates as a person reads them, by Intl, with units.
 *
 * A loss always shows four decimals so that columns line up at the point; what cannot be said is
 * an en dash.
 */
import type { Cell } from '../../core/contract/DatasetInfo.ts';
import { shortestFloat32 } from '../../core/contract/shortestFloat32.ts';
import type { Language } from '../i18n/i18n.ts';

const MISSING = '–';
const NO_BREAK_SPACE = '\u00a0';
/** Korean writes it close to the number. */
const PERCENT = { en: `${NO_BREAK_SPACE}%`, ko: '%' } as const;

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

export function createFormat(language: Language) {
  const integers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const decimals = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 });
  const scientific = new Intl.NumberFormat(language, {
    notation: 'scientific',
    maximumSignificantDigits: 3,
  });
  const rates = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const losses = new Intl.NumberFormat(language, {
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
  });
  const percents = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const ticks = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  // Made once: each costs a tenth of a millisecond, and a hundred layers show their bytes.
  const sizes = BYTE_UNITS.map(
    (unit) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumSignificantDigits: 3,
      }),
  );
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const known = (value: number | null | undefined): value is number =>
    typeof value === 'number' && Number.isFinite(value);

  return {
    integer: (value: number | null | undefined) =>
      known(value) ? integers.format(value) : MISSING,
    decimal: (value: number | null | undefined) =>
      known(value) ? decimals.format(value) : MISSING,
    /** `A, B, and C`. */
    list: (items: readonly string[]) => lists.format(items),
    /** A raw value as the file has it, without grouping: a year is no count. Missing ones as a dash. */
    cell: (value: Cell | undefined) =>
      typeof value === 'string' ? value : known(value) ? String(shortestFloat32(value)) : MISSING,
    loss(value: number | null | undefined): string {
      if (!known(value)) return MISSING;
      const size = Math.abs(value);
      return size >= 1e5 || (size > 0 && size < 1e-4)
        ? scientific.format(value)
        : losses.format(value);
    },
    /** Learning rates run over many powers of ten. */
    rate(value: number | null | undefined): string {
      if (!known(value)) return MISSING;
      const isSmall = value !== 0 && Math.abs(value) < 1e-3;
      return isSmall ? scientific.format(value) : rates.format(value);
    },
    /** Three digits, whatever the size. */
    compact(value: number | null | undefined): string {
      if (!known(value)) return MISSING;
      const size = Math.abs(value);
      const isPlain = value === 0 || (size >= 1e-3 && size < 1e5);
      return isPlain ? rates.format(value) : scientific.format(value);
    },
    /** As short as an axis needs it. */
    tick: (value: number) =>
      Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-4)
        ? scientific.format(value)
        : decimals.format(value),
    percentTick: (fraction: number) => `${ticks.format(fraction * 100)}${PERCENT[language]}`,
    /** `fraction` in [0, 1], with one decimal. */
    percent: (fraction: number | null | undefined) =>
      known(fraction) ? `${percents.format(fraction * 100)}${PERCENT[language]}` : MISSING,
    wholePercent: (fraction: number | null | undefined) =>
      known(fraction) ? `${integers.format(fraction * 100)}${PERCENT[language]}` : MISSING,
    duration: (seconds: number | null | undefined) =>
      known(seconds) ? formatDuration(seconds, language) : MISSING,
    bytes: (bytes: number) => formatBytes(bytes, sizes),
    dateTime: (milliseconds: number | null) =>
      milliseconds === null ? MISSING : dates.format(milliseconds),
    ago: (milliseconds: number, now: number) => formatAgo(milliseconds, now, language),
    shape: (shape: readonly number[]) => shape.map((size) => integers.format(size)).join(' × '),
  };
}

export type Format = ReturnType<typeof createFormat>;

const unitWords = {
  en: { hour: ' h', minute: ' min', second: ' s' },
  ko: { hour: '시간', minute: '분', second: '초' },
} as const;

/** The two largest units: `1 h 5 min`, `3 min 20 s`, `4.2 s`. */
function formatDuration(seconds: number, language: Language): string {
  const words = unitWords[language];
  const tenths = Math.round(seconds * 10) / 10;
  if (tenths < 10) return joined(`${tenths}${words.second}`);
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ] as const;
  const first = parts.findIndex(([value]) => value > 0);
  const shown = parts
    .slice(first, first + 2)
    .filter(([value], index) => index === 0 || value > 0)
    .map(([value, name]) => `${value}${words[name]}`);
  return joined(shown.join(' '));
}

const joined = (text: string) => text.replaceAll(' ', NO_BREAK_SPACE);

function formatBytes(bytes: number, sizes: readonly Intl.NumberFormat[]): string {
  const step = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  // Intl has no short sign for bytes alone: `960 byte`.
  const size = step === 0 ? undefined : sizes[step];
  return size ? size.format(bytes / 1000 ** step) : `${bytes}${NO_BREAK_SPACE}B`;
}

function formatAgo(milliseconds: number, now: number, language: Language): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const seconds = Math.round((milliseconds - now) / 1000);
  const steps = [
    [60, 1, 'second'],
    [3600, 60, 'minute'],
    [86_400, 3600, 'hour'],
  ] as const;
  for (const [limit, size, name] of steps) {
    if (-seconds < limit) return words.format(Math.ceil(seconds / size), name);
  }
  return words.format(Math.ceil(seconds / 86_400), 'day');
}
