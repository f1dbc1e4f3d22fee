import { toast } from 'sonner';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StudioResult } from '../../core/contract/StudioApi.ts';
import { useExperiment } from '../state/experiment.ts';
import { specOf } from '../state/layers/testing/specOf.ts';
import { request } from '../studio.ts';
import { takeDataset } from './takeDataset.ts';

vi.mock('../studio.ts', () => ({ request: vi.fn(), desktop: {} }));
vi.mock('sonner', () => ({ toast: vi.fn() }));

const layers = [{ type: 'Linear', options: { outFeatures: 3 } }];
const reset = { en: 'Reset input features', ko: '' };

const answer = (refit: Partial<StudioResult<'experiments.refit'>>) =>
  vi
    .mocked(request)
    .mockResolvedValue({ layers, changes: [], keepsInitialModel: true, ...refit } as never);

beforeEach(() => {
  vi.mocked(toast).mockClear();
  const given = specOf([{ type: 'Linear', options: { inFeatures: 4, outFeatures: 3 } }]);
  useExperiment.getState().open('test', { ...given, initialModel: 'mine' });
});
afterEach(() => useExperiment.getState().close());

const taken = async () => {
  await takeDataset({ id: 'other' }, 'Other');
  const { dataset, initialModel, model } = useExperiment.getState().draft?.spec ?? {};
  expect(dataset).toBe('other');
  return { initialModel, options: model?.layers[0]?.options };
};

test('a dataset for which the network is the same leaves its weights, and says nothing', async () => {
  answer({});
  expect(await taken()).toEqual({
    initialModel: 'mine',
    options: { inFeatures: 4, outFeatures: 3 },
  });
  expect(toast).not.toHaveBeenCalled();
});

test('changes after which the network is that of the weights keep them', async () => {
  answer({ changes: [reset] });
  expect(await taken()).toEqual({ initialModel: 'mine', options: { outFeatures: 3 } });
  expect(toast).toHaveBeenCalledOnce();
});

test('weights of another network go, with or without changes of the layers', async () => {
  answer({ keepsInitialModel: false });
  expect((await taken()).initialModel).toBeUndefined();
  expect(toast).toHaveBeenCalledOnce();
});
