import { expect, test } from 'vitest';
import { sealsToLookAt } from './sealsToLookAt.ts';

const judgment = { split: {}, seed: 0, preprocessing: {} } as never;

/** The seals of each look, where those of the store change with it; null at the end. */
function looks(...stored: readonly (readonly string[])[]): (string[] | null)[] {
  let call = 0;
  const next = sealsToLookAt(() => {
    const seals = stored[call] ?? stored.at(-1) ?? [];
    call += 1;
    return seals.map((seal) => ({ seal, wish: judgment }));
  });
  const looked: (string[] | null)[] = [];
  while (looked.at(-1) !== null) looked.push(next()?.map(({ seal }) => seal) ?? null);
  return looked;
}

test('nothing is looked at where no run is judged, and once where none begins meanwhile', () => {
  expect(looks([])).toEqual([null]);
  expect(looks(['a', 'b'])).toEqual([['a', 'b'], null]);
});

test('a run that begins while it is looked is looked at, too', () => {
  expect(looks(['a'], ['b', 'a'])).toEqual([['a'], ['b', 'a'], null]);
});

test('so is one that takes the place of another, though their number stays the same', () => {
  expect(looks(['a'], ['b'])).toEqual([['a'], ['b'], null]);
});

test('what is gone, or sealed like another, needs no further look', () => {
  expect(looks(['a', 'b'], ['a'])).toEqual([['a', 'b'], null]);
  expect(looks(['a'], ['a', 'a'])).toEqual([['a'], null]);
});
