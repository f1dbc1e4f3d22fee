import { expect, test } from 'vitest';
import { UndoHistory } from '../../core/contract/UndoHistory.ts';
import { restoreSteps, storedHistory } from './storedHistory.ts';
import { type Edited, edit, emptyLog, redo, undo } from './undoLog.ts';

interface Page {
  text: string;
  note?: string | undefined;
}

const start: Edited<Page> = { value: { text: '' }, log: emptyLog };

const write = (now: Edited<Page>, text: string) =>
  edit(now, (page) => {
    page.text = text;
  });

/** Through JSON and the schema, as the service hands it back. */
const travelled = (log: Edited<Page>['log']) =>
  UndoHistory.parse(JSON.parse(JSON.stringify(storedHistory(log))));

test('a log that was stored undoes and redoes as before', () => {
  let now = ['a', 'b', 'c'].reduce(write, start);
  now = undo(now);
  now = { value: now.value, log: restoreSteps(emptyLog, travelled(now.log)) };
  expect(redo(now).value.text).toBe('c');
  expect(undo(undo(now)).value).toEqual(start.value);
});

test('what was done meanwhile lies over what was stored, and takes the future away', () => {
  const old = undo(['a', 'b'].reduce(write, start));
  const opened = write({ value: old.value, log: emptyLog }, 'x');
  const now = { value: opened.value, log: restoreSteps(opened.log, travelled(old.log)) };
  expect(redo(now).value.text).toBe('x');
  expect(undo(now).value.text).toBe('a');
  expect(undo(undo(now)).value.text).toBe('');
});

test('a value that is nothing can be stored', () => {
  const note = (text: string | undefined) => (page: Page) => {
    page.note = text;
  };
  const now = edit(edit(start, note('n')), note(undefined));
  const log = restoreSteps(emptyLog, travelled(now.log));
  expect(undo({ value: now.value, log }).value.note).toBe('n');
});

test('the newest steps are kept, without a gap', () => {
  const many = Array.from({ length: 500 }, (_, index) => `${index}`).reduce(write, start);
  expect(storedHistory(many.log).past).toHaveLength(200);
  expect(storedHistory(many.log).past.at(-1)).toMatchObject({ patches: [{ value: '499' }] });
  const huge = ['a', 'x'.repeat(1_200_000), 'b', 'c'].reduce(write, start);
  // The step to b remembers the huge text that it replaced.
  expect(storedHistory(huge.log).past).toHaveLength(1);
});
