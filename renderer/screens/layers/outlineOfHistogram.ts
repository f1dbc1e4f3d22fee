/**
 * The counts of bins as one SVG path from the left to the right; the fullest bin reaches the top.
 * Heights go by the square root, so that a bin with a hundredth of the values can still be seen.
 */
export function outlineOfHistogram(
  counts: readonly number[],
  width: number,
  height: number,
): string {
  const most = Math.max(...counts);
  if (!(most > 0)) return '';
  const step = width / counts.length;
  const bars = counts.map((count, bin) => {
    const top = height * (1 - Math.sqrt(count / most));
    return `V${round(top)}H${round((bin + 1) * step)}`;
  });
  return `M0 ${height}${bars.join('')}V${height}Z`;
}

const round = (value: number) => Number(value.toFixed(2));
