const MILLISECONDS_A_DAY = 86_400_000;

/** `2024-02-29` for a number of days since 1970-01-01 UTC; the time of the day is left out. */
export function dateText(days: number): string {
  const date = new Date(Math.floor(days) * MILLISECONDS_A_DAY);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().split('T')[0];
}
