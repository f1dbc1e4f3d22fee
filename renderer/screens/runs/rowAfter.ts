/** A page of the table: what is seen of it in a small window. */
const PAGE = 10;

/** The row that a key leads to from another; null for a key that does not lead anywhere. */
export function rowAfter(key: string, row: number, rows: number): number | null {
  const last = rows - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(row + 1, last);
    case 'ArrowUp':
      return Math.max(row - 1, 0);
    case 'PageDown':
      return Math.min(row + PAGE, last);
    case 'PageUp':
      return Math.max(row - PAGE, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
