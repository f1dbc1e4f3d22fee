/** Places of equal keys, for keys that stand more than once, each in rising order. */
export function runsOfEqual(keys: Uint32Array): number[][] {
  const places = Uint32Array.from(keys, (_, place) => place);
  places.sort((a, b) => keys[a] - keys[b] || a - b);
  const runs: number[][] = [];
  for (let start = 0; start < places.length; ) {
    let end = start + 1;
    while (end < places.length && keys[places[end]] === keys[places[start]]) end++;
    if (end - start > 1) runs.push([...places.subarray(start, end)]);
    start = end;
  }
  return runs;
}
