/** The catalog is a promise to forms and checkers that know no component by name. */
import { expect, test } from 'vitest';
import { Catalog, type OptionDescriptor } from '../contract/Catalog.ts';
import type { Options } from '../contract/ModelSpec.ts';
import { catalog } from './catalog.ts';
import { describeOption, isAllowed } from './optionRules.ts';
import { parseOptions } from './parseOptions.ts';

const components = Object.values(catalog).flat();
const options = components.flatMap((component) =>
  component.options.map(
    (option) => [`${component.type} ${option.name}`, option, component] as const,
  ),
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

/** On the other side of each bound, and of another kind. */
function broken({ kind, range = {}, length = 1 }: OptionDescriptor): unknown[] {
  const { minimum, maximum, minimumExclusive, maximumExclusive } = range;
  const outside = [
    ...(minimum === undefined ? [] : [minimumExclusive ? minimum : minimum - 1]),
    ...(maximum === undefined ? [] : [maximumExclusive ? maximum : maximum + 1]),
    ...(['choice', 'boolean', 'lines'].includes(kind) ? [] : [Number.NaN]),
  ];
  const isList = kind === 'numbers' || kind === 'integers';
  return [...outside.map((value) => (isList ? Array(length).fill(value) : value)), 'nothing', {}];
}

test.each(options)('%s refuses what breaks its rule, in one form', (place, option, component) => {
  const alone = { ...component, options: [option] };
  const message = `${place} must be ${describeOption(option)}. Received `;
  for (const value of broken(option)) {
    const given = { [option.name]: value } as Options;
    expect(() => parseOptions(alone, given, 'here')).toThrow(
      expect.objectContaining({
        code: 'invalid-experiment',
        where: `here.options.${option.name}`,
        message: expect.stringContaining(message),
      }),
    );
  }
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
