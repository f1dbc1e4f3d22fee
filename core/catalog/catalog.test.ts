/** The catalog is a promise to forms and checkers that know no component by name. */
import { expect, test } from 'vitest';
import { Catalog } from '../contract/Catalog.ts';
import { catalog } from './catalog.ts';
import { isAllowed } from './optionRules.ts';

const components = Object.values(catalog).flat();
const options = components.flatMap(({ type, options: list }) =>
  list.map((option) => [`${type} ${option.name}`, option] as const),
);

test('it has the form of the contract', () => {
  expect(Catalog.parse(catalog)).toEqual(catalog);
});

test('types are unique, options within a type too', () => {
  const types = components.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
  expect(new Set(options.map(([place]) => place)).size).toBe(options.length);
});

test.each(options)('%s: its default keeps its own rule', (_, option) => {
  if (option.default !== undefined) expect(isAllowed(option, option.default)).toBe(true);
  if (option.kind === 'choice') expect(option.choices?.length).toBeGreaterThan(1);
});

test.each(components.map((component) => [component.type, component] as const))(
  '%s speaks both languages',
  (_, { summary, options: list }) => {
    const texts = [summary, ...list.flatMap(({ label, help }) => [label, help])];
    for (const { en, ko } of texts) {
      expect(en).not.toBe('');
      expect(ko).not.toBe('');
      expect(ko).not.toBe(en);
    }
    for (const { en, ko } of [summary, ...list.map(({ help }) => help)]) {
      expect(ko).toMatch(/\p{Script=Hangul}/u);
      expect([en, ko].every((text) => text.endsWith('.'))).toBe(true);
    }
  },
);

test.each(catalog.warmups.map((one) => [one.type, one] as const))(
  '%s has the options that every warm-up has',
  (_, { options: list }) => {
    expect(list.map(({ name }) => name)).toEqual(expect.arrayContaining(['length', 'unit']));
    expect(list.find(({ name }) => name === 'unit')?.choices).toEqual(['epochs', 'iterations']);
  },
);

test.each(catalog.optimizers.map((one) => [one.type, one] as const))(
  '%s has the options that every optimizer has',
  (_, { options: list }) => {
    const names = list.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['learningRate', 'weightDecay', 'weightDecayOn']));
  },
);
