/**
 * Dates as tables write them, year first: `2024-03-01`, `2024/3/1`, `2024.03.01`, with a time behind
 * a blank or T where there is one.
 *
 * Day-first and month-first dates cannot be told apart, so they stay texts.
 */

const pattern =
  /^\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?\s*$/;

const DAY = 86_400_000;

/** Days since 1970-01-01 UTC, with the time as their fraction; NaN for no date of the calendar. */
export function parseDate(text: string): number {
  const match = pattern.exec(text);
  if (!match) return Number.NaN;
  const [year, month, day] = [match[1], match[3], match[4]].map(Number);
  const [hours, minutes, seconds] = [match[5], match[6], match[7]].map((part) => Number(part ?? 0));
  const midnight = Date.UTC(year, month - 1, day);
  const back = new Date(midnight);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return Number.NaN;
  if (year < 100 || hours > 23 || minutes > 59 || seconds > 60) return Number.NaN;
  const time = (3600 * hours + 60 * minutes + seconds - zoneSeconds(match[8])) * 1000;
  return (midnight + time) / DAY;
}

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (3600 * hours + 60 * minutes);
}
