import { toast } from 'sonner';
import { beforeEach, expect, test, vi } from 'vitest';
import { useExperiment } from '../../state/experiment.ts';
import { specOf } from '../../state/layers/testing/specOf.ts';
import { useFolding } from '../../state/useFolding.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { groupChosen, moveTo, removeChosen, ungroup, unwrap, wrapChosen } from './editLayers.ts';

vi.mock('../../studio.ts', () => ({ request: vi.fn(), desktop: {} }));
vi.mock('sonner', () => ({ toast: vi.fn() }));
vi.mock('../../i18n/i18n.ts', () => ({ i18n: { t: (key: string) => key } }));

const told = () => vi.mocked(toast).mock.calls.map(([said]) => said);

beforeEach(() => {
  const relu = { type: 'ReLU', options: {} };
  useExperiment.getState().open('test', specOf([relu, relu, relu]));
  vi.mocked(toast).mockClear();
});

test('layers apart are neither grouped nor wrapped, and the reason is seen', () => {
  const [first = '', , third = ''] = useExperiment.getState().draft?.layerKeys ?? [];
  useLayerSelection.getState().choose([first, third], first);
  expect(groupChosen()).toBeNull();
  wrapChosen('Residual');
  expect(told()).toEqual(['editor.notNeighbours', 'editor.notNeighbours']);
});

test('what is in no group and holds no layers is not taken apart, and the reason is seen', () => {
  ungroup([0]);
  unwrap([0]);
  expect(told()).toEqual(['editor.noGroup', 'editor.noBlock']);
  expect(useExperiment.getState().log.past).toEqual([]);
});

test('a layer is not moved into itself; put back where it was, it needs no word', () => {
  moveTo([[1]], { parent: [1], index: 0 });
  expect(told()).toEqual(['editor.refused']);
  moveTo([[1]], { parent: [], index: 1 });
  moveTo([[1]], { parent: [], index: 2 });
  expect(told()).toHaveLength(1);
});

test('behind what is removed the keyboard is on a row that is shown', () => {
  const relu = { type: 'ReLU', options: {} };
  const grouped = { ...relu, group: 'g' };
  useExperiment.getState().open('grouped', specOf([relu, grouped, grouped, relu]));
  const [first = '', second = '', third = '', last = ''] =
    useExperiment.getState().draft?.layerKeys ?? [];
  const head = `group of ${second}`;
  useFolding.getState().fold(head, true);
  useLayerSelection.getState().select(first);
  removeChosen();
  expect(useLayerSelection.getState()).toMatchObject({ chosen: [second, third], cursor: head });
  removeChosen();
  expect(useLayerSelection.getState()).toMatchObject({ chosen: [last], cursor: last });
  removeChosen();
  expect(useLayerSelection.getState()).toMatchObject({ chosen: [], cursor: null });
});
