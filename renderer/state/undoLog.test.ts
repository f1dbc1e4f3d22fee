import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeGroup, type Edited, edit, emptyLog, redo, undo } from './undoLog.ts';

interface Document {
  name: string;
  numbers: number[];
}

const start: Edited<Document> = { value: { name: 'a', numbers: [1, 2, 3] }, log: emptyLog };

describe('undoLog', () => {
  test('undo gives back the value before, redo the value after', () => {
    const after = edit(start, (draft) => void draft.numbers.splice(1, 1));
    expect(after.value.numbers).toEqual([1, 3]);
    const before = undo(after);
    expect(before.value).toEqual(start.value);
    expect(redo(before).value).toEqual(after.value);
  });

  test('typing into one field is one step until the group is closed', () => {
    const type = (state: Edited<Document>, name: string) =>
      edit(
        state,
        (draft) => {
          draft.name = name;
        },
        { group: 'name' },
      );
    const typed = type(type(start, 'ab'), 'abc');
    expect(undo(typed).value.name).toBe('a');
    const closed = { ...typed, log: closeGroup(typed.log) };
    expect(undo(type(closed, 'abcd')).value.name).toBe('abc');
  });

  test('an edit that changes nothing leaves no step', () => {
    expect(
      edit(start, (draft) => {
        draft.name = 'a';
      }).log,
    ).toBe(emptyLog);
  });

  test('a new edit forgets what could be redone', () => {
    const undone = undo(edit(start, (draft) => void draft.numbers.push(4)));
    expect(
      edit(undone, (draft) => {
        draft.name = 'b';
      }).log.future,
    ).toEqual([]);
  });

  test('any sequence of edits is undone and redone exactly', () => {
    const action = fc.record({
      at: fc.nat(5),
      value: fc.integer(),
      group: fc.constantFrom(null, 'g'),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        let state = start;
        for (const { at, value, group } of actions) {
          state = edit(state, (draft) => void draft.numbers.splice(at, at % 2, value), { group });
        }
        let back = state;
        while (back.log.past.length > 0) back = undo(back);
        expect(back.value).toEqual(start.value);
        while (back.log.future.length > 0) back = redo(back);
        expect(back.value).toEqual(state.value);
      }),
    );
  });
});
