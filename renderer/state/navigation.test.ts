import { beforeEach, expect, test, vi } from 'vitest';
import { goWhenDone, useNavigation } from './navigation.ts';

vi.mock('./leaveField.ts', () => ({ leaveField: vi.fn() }));

beforeEach(() => useNavigation.getState().go('data'));

test('what is done leads to its screen', () => {
  const go = goWhenDone();
  go('model');
  expect(useNavigation.getState().screen).toBe('model');
});

test('a person who has gone elsewhere meanwhile stays there', () => {
  const go = goWhenDone();
  useNavigation.getState().go('train');
  go('model');
  expect(useNavigation.getState().screen).toBe('train');
});
