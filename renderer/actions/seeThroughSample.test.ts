import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useExperiment } from '../state/experiment.ts';
import { specOf } from '../state/layers/testing/specOf.ts';
import { useNavigation } from '../state/navigation.ts';
import { useSeeThrough } from '../state/seeThrough.ts';
import { request } from '../studio.ts';
import { seeThroughSample } from './seeThroughSample.ts';

vi.mock('../studio.ts', () => ({ request: vi.fn(), desktop: {} }));

const spec = specOf([{ type: 'ReLU', options: {} }]);
const { open, close, change } = useExperiment.getState();

let answer: () => void;
beforeEach(() => {
  vi.mocked(request).mockImplementation(
    () =>
      new Promise<never>((resolve) => {
        answer = () => resolve({ split: 'train', place: 7 } as never);
      }),
  );
  useNavigation.setState({ screen: 'data' });
  useSeeThrough.setState({ isOpen: false, split: 'validation', place: 0 });
  open('asked', spec);
});
afterEach(close);

const isLookedThrough = () => {
  const { isOpen, place } = useSeeThrough.getState();
  return isOpen && place === 7 && useNavigation.getState().screen === 'model';
};

test('a sample is looked at in the network of the open experiment', async () => {
  const looking = seeThroughSample(3);
  change((draft) => {
    draft.spec.name = 'Renamed meanwhile';
  });
  answer();
  await looking;
  expect(isLookedThrough()).toBe(true);
});

test.each([
  ['another experiment', () => open('other', spec)],
  [
    'another dataset',
    () =>
      change((draft) => {
        draft.spec.dataset = 'other';
      }),
  ],
])('%s that came before the answer stays where it is', async (_, come) => {
  const looking = seeThroughSample(3);
  come();
  answer();
  await looking;
  expect(useSeeThrough.getState()).toMatchObject({ isOpen: false, place: 0 });
  expect(useNavigation.getState().screen).toBe('data');
});
