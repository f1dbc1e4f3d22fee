/**
 * Which image augmentations may turn a sample of one class into one of another, by the labels.
 *
 * A transform must not change what the picture shows. The studio cannot see that, but it knows pairs
 * of signs that are each other's mirror image or turn into each other, and warns where a dataset has
 * both.
 */
import type { Component } from '../contract/ModelSpec.ts';

export interface LabelRisk {
  /** Place in the list. */
  readonly position: number;
  readonly message: string;
}

type Pair = readonly [string, string];

const sideways: readonly Pair[] = [
  ['2', '5'],
  ['b', 'd'],
  ['p', 'q'],
  ['left', 'right'],
  ['왼쪽', '오른쪽'],
];
const upsideDown: readonly Pair[] = [
  ['6', '9'],
  ['2', '5'],
  ['b', 'p'],
  ['d', 'q'],
  ['n', 'u'],
  ['m', 'w'],
  ['M', 'W'],
  ['up', 'down'],
  ['위', '아래'],
];
const turned: readonly Pair[] = [
  ['6', '9'],
  ['b', 'q'],
  ['d', 'p'],
  ['n', 'u'],
  ['m', 'w'],
  ['M', 'W'],
  ['N', 'Z'],
  ['up', 'left'],
  ['위', '왼쪽'],
];

/** Turned by more than this, signs begin to be read as others. */
const SAFE_DEGREES = 45;

/** One risk at most for each step of the list; steps of other kinds have none. */
export function labelRisks(list: readonly Component[], labels: readonly string[]): LabelRisk[] {
  return list.flatMap(({ type, options }, position) => {
    const message = riskOf(type, Number(options.degrees ?? 0), labels);
    return message === null ? [] : [{ position, message }];
  });
}

function riskOf(type: string, degrees: number, labels: readonly string[]): string | null {
  switch (type) {
    case 'RandomHorizontalFlip': {
      const pair = pairIn(sideways, labels);
      return (
        pair && `${type} can change the label: a mirrored "${pair[0]}" looks like "${pair[1]}".`
      );
    }
    case 'RandomVerticalFlip': {
      const pair = pairIn(upsideDown, labels);
      if (!pair) return VERTICAL;
      return `${type} can change the label: upside down, "${pair[0]}" looks like "${pair[1]}".`;
    }
    case 'RandomRotation': {
      const pair = degrees > SAFE_DEGREES ? pairIn(turned, labels) : null;
      if (!pair) return null;
      return (
        `${type} by up to ${degrees}° can change the label: turned, "${pair[0]}" looks like ` +
        `"${pair[1]}".`
      );
    }
    default:
      return null;
  }
}

const VERTICAL =
  'RandomVerticalFlip shows things upside down. Keep it where pictures have no top, as seen from ' +
  'above or through a microscope.';

function pairIn(pairs: readonly Pair[], labels: readonly string[]): Pair | null {
  return pairs.find((pair) => pair.every((label) => labels.includes(label))) ?? null;
}
