import { expect, test } from 'vitest';
import { shownPlaces } from './shownPlaces.ts';

const filesOf = (...counts: readonly number[]) =>
  counts.flatMap((count, at) =>
    Array.from({ length: count }, (_, n) => ({ path: `${at}/${n}`, label: `${at}`, split: null })),
  );
const classesShown = (...counts: readonly number[]) => {
  const files = filesOf(...counts);
  const places = shownPlaces(files, 12);
  expect(new Set(places).size).toBe(places.length);
  return places.map((place) => files[place]?.label ?? '').join('');
};

test('every class is shown, a rare one too, and many classes one each', () => {
  expect(classesShown(1000, 1000)).toBe('000000111111');
  expect(classesShown(1000, 2, 1000)).toBe('0000112222');
  expect(classesShown(...new Array<number>(24).fill(3))).toBe('0246810121416182022');
  expect(classesShown(1, 1, 1)).toBe('012');
});
