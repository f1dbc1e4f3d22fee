import { expect, test, vi } from 'vitest';
import { createDatasetEditing } from './DatasetEditing.ts';

test('each dataset is looked up once, however many steps it has', () => {
  const of = (dataset: string, importedHash: string, step: number) => {
    return { dataset, importedHash, step, madeAt: 10 * step };
  };
  const steps = [
    of('iris', 'i', 1),
    of('sizes', 'removed', 2),
    of('gone', 'g', 3),
    of('iris', 'i', 4),
    of('sizes', 's', 5),
    of('gone', 'g', 6),
  ];
  const infos = new Map<string, object>([
    ['iris', { hash: 'edited', edits: { importedHash: 'i' } }],
    ['sizes', { hash: 's' }],
  ]);
  const find = vi.fn((id: string) => infos.get(id) ?? null);
  const editing = createDatasetEditing({
    library: { find },
    store: { edits: { made: () => steps } },
  } as never);
  expect(editing.made()).toEqual([
    { dataset: 'iris', step: 1, madeAt: 10 },
    { dataset: 'iris', step: 4, madeAt: 40 },
    { dataset: 'sizes', step: 5, madeAt: 50 },
  ]);
  expect(find.mock.calls.flat().sort()).toEqual(['gone', 'iris', 'sizes']);
});
