import { expect, test } from 'vitest';
import { StudioError, StudioErrorData } from './StudioError.ts';

test('an error is the same on the other side of a border', () => {
  const details = { where: 'row 3', hint: 'Mend it.', wayOut: 'leave-ragged-out' } as const;
  const sent = new StudioError('invalid-dataset', 'A row is too short.', details).toData();
  expect(StudioErrorData.parse(sent)).toEqual(sent);
  expect(StudioError.fromData(sent).toData()).toEqual(sent);
  expect(sent).toEqual({ code: 'invalid-dataset', message: 'A row is too short.', ...details });
});

test('one without a way out is sent without it', () => {
  const sent = new StudioError('internal', 'What?').toData();
  expect(sent).toStrictEqual({ code: 'internal', message: 'What?', where: null, hint: null });
});
