import { expect, test } from 'vitest';
import { optimizerDefinitions } from '../optimizers/registry.ts';
import { scheduleDefinitions, warmupDefinitions } from '../schedules/registry.ts';
import { filledEquation } from './filledEquation.ts';
import { parseOptions } from './parseOptions.ts';

const known = [...optimizerDefinitions, ...scheduleDefinitions, ...warmupDefinitions];

function filled(type: string, options = {}) {
  const descriptor = known.find((one) => one.descriptor.type === type)?.descriptor;
  if (!descriptor) throw new Error(type);
  return filledEquation(descriptor, parseOptions(descriptor, options, ''));
}

test.each([
  ['SGD', { momentum: 0.9 }, 'v ← 0.9 v + g;  p ← p − 0.01 · v'],
  [
    'Adam',
    { learningRate: 0.002 },
    'm ← 0.9 m + (1 − 0.9) g;  v ← 0.999 v + (1 − 0.999) g²;  p ← p − 0.002 · m̂ / (√v̂ + 1e-8)',
  ],
  ['StepLR', { stepSize: 4 }, 'lrₑ = lr · 0.1^⌊e / 4⌋'],
  ['ExponentialLR', {}, 'lrₑ = lr · 0.95ᵉ'],
  ['CosineAnnealingLR', {}, 'lrₑ = 0 + (lr − 0) (1 + cos(π e / T)) / 2'],
  ['OneCycleLR', {}, 'lr/25 → lr → lr/(25 · 10000)'],
])('%s %j: %s', (type, options, equation) => {
  expect(filled(type, options)).toBe(equation);
});

test('every symbol of an option stands in its equation, or is explained by the option alone', () => {
  const named = known.flatMap(({ descriptor }) =>
    descriptor.options.flatMap(({ symbols = [] }) =>
      symbols.map((symbol) => [descriptor.type, symbol, descriptor.equation.includes(symbol)]),
    ),
  );
  const missing = named
    .filter(([, , stands]) => !stands)
    .map(([type, symbol]) => `${type} ${symbol}`);
  // Weight decay joins the gradient, and dampening its share of it, before the equation begins.
  const further = ['NAdam ψ', 'RMSprop μ', 'Adagrad η'];
  expect(missing.filter((one) => !/ [λτ]$/.test(one)).sort()).toEqual(further.sort());
});
