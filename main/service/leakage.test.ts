/** The leakage scan through the service: in a process of its own, told of, cancelled, repaired. */
import { expect, test } from 'vitest';
import { irisSpec, openTestStudio } from './testing/testStudio.ts';

test('copies in iris are found and told of, and are gone once they are kept together', async () => {
  const { request, events } = openTestStudio();
  const spec = irisSpec(1, { seed: 4 });
  const unfinished = { ...spec, loss: { type: 'Nothing', options: {} } };
  const report = await request('experiments.leakage', { spec: unfinished, trial: 'scan' });
  expect(report.findings[0]).toMatchObject({ kind: 'copies', repair: { kind: 'group-by' } });
  const told = events.filter(({ event }) => event === 'leakage.progress');
  expect(told).toMatchObject([
    { trial: 'scan', kind: 'copies', step: 1, steps: 3 },
    { kind: 'near-copies', step: 2 },
    { kind: 'shared-group', step: 3 },
  ]);
  const split = { ...spec.split, method: 'grouped' as const, column: '#copies' };
  const repaired = await request('experiments.leakage', { spec: { ...spec, split } });
  expect(repaired.findings.map(({ kind }) => kind)).not.toContain('copies');
  expect(events.filter(({ event }) => event === 'leakage.progress')).toHaveLength(told.length);
});

test('a scan is cancelled by its name, and refuses what cannot be split', async () => {
  const { request } = openTestStudio();
  const scan = request('experiments.leakage', { spec: irisSpec(1), trial: 'scan' });
  await request('experiments.cancelTrial', { trial: 'scan' });
  await expect(scan).rejects.toMatchObject({ code: 'cancelled' });
  const { split } = irisSpec(1);
  const spec = irisSpec(1, { split: { ...split, method: 'grouped', column: 'nothing' } });
  await expect(request('experiments.leakage', { spec })).rejects.toMatchObject({
    code: 'invalid-experiment',
    where: 'split.column',
  });
});
