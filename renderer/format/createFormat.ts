/**
 * Numbers, sizes, times and dates as a person reads them, by Intl, with units.
 *
 * A loss always shows four decimals so that columns line up at the point; what cannot be said is
 * an en dash.
 */
import type { Language } from '../i18n/i18n.ts';

const MISSING = '–';
const NO_BREAK_SPACE = '\u00a0';

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
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const known = (value: number | null | undefined): value is number =>
    typeof value === 'number' && Number.isFinite(value);

  return {
    integer: (value: number | null | undefined) =>
      known(value) ? integers.format(value) : MISSING,
    decimal: (value: number | null | undefined) =>
      known(value) ? decimals.format(value) : MISSING,
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
    /** `fraction` in [0, 1], with one decimal. */
    percent: (fraction: number | null | undefined) =>
      known(fraction) ? `${percents.format(fraction * 100)}${NO_BREAK_SPACE}%` : MISSING,
    wholePercent: (fraction: number | null | undefined) =>
      known(fraction) ? `${integers.format(fraction * 100)}${NO_BREAK_SPACE}%` : MISSING,
    duration: (seconds: number | null | undefined) =>
      known(seconds) ? formatDuration(seconds, language) : MISSING,
    bytes: (bytes: number) => formatBytes(bytes, language),
    dateTime: (milliseconds: number | null) =>
      milliseconds === null ? MISSING : dates.format(milliseconds),
    ago: (milliseconds: number, now: number) => formatAgo(milliseconds, now, language),
    shape: (shape: readonly number[]) => shape.map((size) => integers.format(size)).join(' × '),
  };
}

export type Format = ReturnType<typeof createFormat>;

const units = new Map<string, Intl.NumberFormat>();

/** Formatters are costly to make and asked for at every event of a run. */
function unit(value: number, name: string, language: Language, digits = 0): string {
  const key = `${language} ${name} ${digits}`;
  const known = units.get(key);
  const formatter =
    known ??
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: language === 'ko' ? 'short' : 'narrow',
      maximumFractionDigits: digits,
    });
  if (!known) units.set(key, formatter);
  return formatter.format(value);
}

/** The two largest units: `1h 5m`, `3m 20s`, `4.2s`. */
function formatDuration(seconds: number, language: Language): string {
  if (seconds < 10) return unit(seconds, 'second', language, 1);
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ] as const;
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first, first + 2)
    .filter(([value], index) => index === 0 || value > 0)
    .map(([value, name]) => unit(value, name, language))
    .join(' ');
}

function formatBytes(bytes: number, language: Language): string {
  const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(names.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: names[step] ?? 'byte',
    unitDisplay: 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** step);
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
