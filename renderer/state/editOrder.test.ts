import { beforeEach, expect, test } from 'vitest';
import { nextRedo, nextUndo, useEditOrder } from './editOrder.ts';

const mark = { dataset: 'iris', step: 1, experiment: 'a', steps: 2 };

test('the newest change is undone first, whichever kind it is', () => {
  expect(nextUndo([mark], { id: 'a', past: 3, future: 0 })).toBe('experiment');
  expect(nextUndo([mark], { id: 'a', past: 2, future: 1 })).toEqual({ samplesOf: 'iris' });
  expect(nextUndo([], { id: 'a', past: 2, future: 1 })).toBe('experiment');
  expect(nextUndo([], { id: null, past: 0, future: 0 })).toBeNull();
});

test('what was edited beside another experiment comes after all changes of this one', () => {
  expect(nextUndo([mark], { id: 'b', past: 1, future: 0 })).toBe('experiment');
  expect(nextUndo([mark], { id: 'b', past: 0, future: 1 })).toEqual({ samplesOf: 'iris' });
});

test('changes are redone in the order in which they were made', () => {
  expect(nextRedo([mark], { id: 'a', past: 1, future: 2 })).toBe('experiment');
  expect(nextRedo([mark], { id: 'a', past: 2, future: 1 })).toEqual({ samplesOf: 'iris' });
  expect(nextRedo([mark], { id: 'a', past: 3, future: 0 })).toBeNull();
  expect(nextRedo([], { id: 'a', past: 1, future: 1 })).toBe('experiment');
  expect(nextRedo([], { id: 'a', past: 1, future: 0 })).toBeNull();
});

const of = (dataset: string, step: number) => ({ ...mark, dataset, step });
const order = () => {
  const { past, future } = useEditOrder.getState();
  const name = ({ dataset, step }: { dataset: string; step: number }) => `${dataset} ${step}`;
  return { past: past.map(name), future: future.map(name) };
};

beforeEach(() => useEditOrder.setState({ past: [], future: [], isRestored: false }));

test('the last edit is undone and made again', () => {
  const { made, undone, redone } = useEditOrder.getState();
  made(of('iris', 1));
  made(of('iris', 2));
  undone('iris', 2);
  undone('iris', 1);
  expect(order()).toEqual({ past: [], future: ['iris 1', 'iris 2'] });
  redone(of('iris', 1));
  expect(order()).toEqual({ past: ['iris 1'], future: ['iris 2'] });
  made(of('iris', 3));
  expect(order()).toEqual({ past: ['iris 1', 'iris 3'], future: [] });
});

test('an edit that is taken back out of turn leaves no mark behind', () => {
  const { made, undone, redone } = useEditOrder.getState();
  made(of('iris', 1));
  made(of('digits', 2));
  undone('iris', 1);
  expect(order()).toEqual({ past: ['digits 2'], future: [] });
  redone(of('iris', 1));
  expect(order()).toEqual({ past: ['digits 2', 'iris 1'], future: [] });
});

test('steps that another program made or took back move no mark of this window', () => {
  const { made, undone } = useEditOrder.getState();
  made(of('iris', 1));
  made(of('iris', 4));
  undone('iris', 7);
  expect(order()).toEqual({ past: ['iris 1', 'iris 4'], future: [] });
  // The fourth had been taken back elsewhere.
  undone('iris', 1);
  expect(order()).toEqual({ past: [], future: [] });
});

test('marks of a dataset that is gone are dropped', () => {
  const { made, undone, forget, keepOnly } = useEditOrder.getState();
  for (const [at, dataset] of ['iris', 'digits', 'iris', 'penguins'].entries()) {
    made(of(dataset, at));
  }
  undone('penguins', 3);
  forget('iris');
  expect(order()).toEqual({ past: ['digits 1'], future: ['penguins 3'] });
  keepOnly(new Set(['iris', 'digits']));
  expect(order()).toEqual({ past: ['digits 1'], future: [] });
});

test('after a restart edits stand where their times say, and those of this window behind them', () => {
  const { made, restore, undone } = useEditOrder.getState();
  made(of('iris', 9));
  const edits = [
    { dataset: 'iris', step: 3, madeAt: 100 },
    { dataset: 'sizes', step: 5, madeAt: 300 },
    { dataset: 'iris', step: 9, madeAt: 400 },
  ];
  restore(edits, { id: 'a', steps: 2, updatedAt: 200 });
  restore(edits, { id: 'b', steps: 7, updatedAt: 0 });
  expect(order().past).toEqual(['iris 3', 'sizes 5', 'iris 9']);
  undone('iris', 9);
  const place = { id: 'a', past: 2, future: 0 };
  // Newer than the saved experiment: it is taken back before any of its steps.
  expect(nextUndo(useEditOrder.getState().past, place)).toEqual({ samplesOf: 'sizes' });
  undone('sizes', 5);
  expect(nextUndo(useEditOrder.getState().past, place)).toBe('experiment');
  expect(nextUndo(useEditOrder.getState().past, { ...place, past: 0 })).toEqual({
    samplesOf: 'iris',
  });
});
