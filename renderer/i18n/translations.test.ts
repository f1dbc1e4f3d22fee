import { expect, test } from 'vitest';
import en from '../../resources/translations/en.json';
import ko from '../../resources/translations/ko.json';

type Tree = { readonly [key: string]: string | Tree };

/**
 * Every text by its path; a plural's forms count as one, since Korean has one form where English
 * has two.
 */
function texts(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const place = path ? `${path}.${key.replace(/_(?:one|other)$/, '')}` : key;
    if (typeof value === 'string') found.set(place, value);
    else for (const [inner, text] of texts(value, place)) found.set(inner, text);
  }
  return found;
}

/** The names in `{{name}}` and `{{name, 을/를}}`. */
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

const english = texts(en);
const korean = texts(ko);

test('both languages have the same texts', () => {
  expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
});

test.each([...english])('%s has the same placeholders in Korean', (place, text) => {
  expect(placeholders(korean.get(place) ?? '')).toEqual(placeholders(text));
});

test.each([...english])('%s is empty in both languages or in neither', (place, text) => {
  expect(korean.get(place) === '').toBe(text === '');
});
