/** Numbers and tables as the terminal shows them. */

export const formatCount = (value: number): string => Math.round(value).toLocaleString('en-US');

/** `1 sample`, `1,200 samples`. */
export const formatCounted = (value: number, one: string): string =>
  `${formatCount(value)} ${one}${value === 1 ? '' : 's'}`;

/** Four decimals; three digits that count where a training has gone wild. */
export const formatLoss = (value: number): string =>
  Number.isFinite(value) && Math.abs(value) < 1e6 ? value.toFixed(4) : formatShort(value);

export const formatAccuracy = (value: number | null): string =>
  value === null || !Number.isFinite(value) ? '–' : `${(100 * value).toFixed(2)} %`;

/** `0.0123`, `1.2e+7`; three digits that count. */
export const formatShort = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '–';

export const formatShare = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** `812 bytes`, `3.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1]}`;
}

/** `0.8 s`, `42 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Columns aligned to the left, two blanks apart. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
