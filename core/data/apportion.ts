/**
 * Divides `total` among groups in proportion to their sizes, by largest remainder (Hamilton's
 * method): every group gets its quota rounded down or up, and the parts sum to `total` exactly.
 *
 * No group gets more than its capacity; ties go to the first group. `total` must not exceed the sum
 * of capacities, and each capacity must reach its group's quota rounded down.
 */
export function apportion(
  total: number,
  sizes: readonly number[],
  capacities: readonly number[] = sizes,
): number[] {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const quotas = sizes.map((size) => (whole === 0 ? 0 : (total * size) / whole));
  const parts = quotas.map(Math.floor);
  let left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = [...quotas.keys()].sort(
    (a, b) => quotas[b] - parts[b] - (quotas[a] - parts[a]) || a - b,
  );
  while (left > 0) {
    const before = left;
    for (const group of byRemainder) {
      if (left === 0 || parts[group] >= capacities[group]) continue;
      parts[group] += 1;
      left -= 1;
    }
    if (left === before) throw new RangeError(`${total} cannot be apportioned: no capacity left.`);
  }
  return parts;
}
