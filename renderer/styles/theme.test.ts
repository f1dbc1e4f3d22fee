import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split('[data-theme="dark"]');
const colorsOf = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));

/** Relative luminance and contrast by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const text = [
  ...['ink', 'ink-muted', 'ink-faint', 'error', 'attention', 'accent-ink'].flatMap((ink) =>
    ['frame', 'surface', 'raised'].map((ground) => [ink, ground] as const),
  ),
  ...['train-ink', 'validation-ink', 'test-ink'].map((ink) => [ink, 'surface'] as const),
  ['on-accent', 'accent'],
  ['on-train', 'train'],
  ['on-validation', 'validation'],
  ['on-test', 'test'],
  ['accent-ink', 'accent-soft'],
  ['test-ink', 'test-soft'],
  ['ink', 'error-soft'],
  ['ink-muted', 'error-soft'],
  ['ink', 'attention-soft'],
  ['ink-muted', 'sunken'],
] as const;

const shapes = [
  ...['train', 'validation', 'test', 'good', 'line-strong'],
  ...[1, 2, 3, 4, 5, 6].map((number) => `series-${number}`),
];

describe.each([
  ['light', colorsOf(lightBlock)],
  ['dark', colorsOf(darkBlock)],
] as const)('%s theme', (_, colors) => {
  const color = (name: string) => {
    const found = colors.get(name);
    if (!found) throw new Error(`The theme has no color --${name}.`);
    return found;
  };
  test.each(text)('%s on %s is readable: 4.5 to 1', (ink, ground) => {
    expect(contrast(color(ink), color(ground))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapes)('%s can be seen on the surface: 3 to 1', (name) => {
    expect(contrast(color(name), color('surface'))).toBeGreaterThanOrEqual(3);
  });
});
