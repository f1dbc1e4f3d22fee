import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeGroup, type Edited, edit, emptyLog, redo, undo, withdraw } from './undoLog.ts';

interface Document {
  name: string;
  numbers: number[];
}

const start: Edited<Document> = { value: { name: 'a', numbers: [1, 2, 3] }, log: emptyLog };

const type = (state: Edited<Document>, name: string) =>
  edit(
    state,
    (draft) => {
      draft.name = name;
    },
    { group: 'name' },
  );

describe('undoLog', () => {
  test('undo gives back the value before, redo the value after', () => {
    const after = edit(start, (draft) => void draft.numbers.splice(1, 1));
    expect(after.value.numbers).toEqual([1, 3]);
    const before = undo(after);
    expect(before.value).toEqual(start.value);
    expect(redo(before).value).toEqual(after.value);
  });

  test('typing into one field is one step until the group is closed', () => {
    const typed = type(type(start, 'ab'), 'abc');
    expect(undo(typed).value.name).toBe('a');
    const closed = { ...typed, log: closeGroup(typed.log) };
    expect(undo(type(closed, 'abcd')).value.name).toBe('abc');
  });

  test('what is typed and taken back leaves no step', () => {
    const before = edit(start, (draft) => void draft.numbers.splice(1, 1));
    const back = type(type(before, 'ab'), 'a');
    expect(back.log.past).toEqual(before.log.past);
    expect(type(back, 'ac').log.past).toHaveLength(2);
    const set = (state: Edited<Document>, numbers: number[]) =>
      edit(state, (draft) => void Object.assign(draft, { numbers }), { group: 'numbers' });
    expect(set(set(start, [5]), [1, 2, 3]).log.past).toEqual([]);
  });

  test('a group that is withdrawn was never there, and one that is closed stays', () => {
    const before = edit(start, (draft) => void draft.numbers.splice(1, 1));
    const typed = type(type(before, 'ab'), 'abc');
    const back = withdraw(typed, 'name');
    expect(back.value).toEqual(before.value);
    expect(back.log.past).toEqual(before.log.past);
    expect(withdraw(typed, 'another')).toEqual(typed);
    const closed = { ...typed, log: closeGroup(typed.log) };
    expect(withdraw(closed, 'name')).toEqual(closed);
  });

  test('a step does not grow while a slider sets the same fields anew', () => {
    const from = { options: { rate: 0.1 } as Record<string, number>, milestones: [10, 20] };
    let state: Edited<typeof from> = { value: from, log: emptyLog };
    for (let tick = 1; tick <= 1000; tick += 1) {
      state = edit(
        state,
        ({ options, milestones }) => {
          options.rate = tick;
          options.gamma = tick / 2;
          milestones[1] = 20 + tick;
        },
        { group: 'slider' },
      );
    }
    const [step] = state.log.past;
    expect(state.log.past).toHaveLength(1);
    expect(step?.patches).toHaveLength(3);
    expect(step?.inverse).toHaveLength(3);
    const back = undo(state);
    expect(back.value).toEqual(from);
    expect(redo(back).value).toEqual({
      options: { rate: 1000, gamma: 500 },
      milestones: [10, 1020],
    });
  });

  test('whatever is set, added, and taken away in one group is undone and redone exactly', () => {
    type Box = { at: Record<string, unknown>; list: unknown[] };
    const from: Box = { at: { a: 1, b: { c: 2 } }, list: [1, { c: 2 }, 3] };
    const key = fc.constantFrom('a', 'b', 'c', 'length');
    const value = fc.oneof(fc.integer(), fc.constant({ c: 5 }));
    const action = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key, value }),
      fc.record({ kind: fc.constant('inner' as const), key, value }),
      fc.record({ kind: fc.constant('delete' as const), key, value }),
      fc.record({ kind: fc.constant('item' as const), key: fc.nat(3), value }),
      fc.record({ kind: fc.constant('insert' as const), key: fc.nat(3), value }),
      fc.record({ kind: fc.constant('take' as const), key: fc.nat(3), value }),
    );
    const carryOut = (draft: Box, { kind, key: place, value: given }: FromArbitrary) => {
      const inner = draft.at[place] as Record<string, unknown>;
      if (kind === 'set') draft.at[place] = given;
      if (kind === 'inner' && typeof inner === 'object') inner.c = given;
      if (kind === 'delete') delete draft.at[place];
      if (kind === 'item' && draft.list.length > Number(place)) draft.list[Number(place)] = given;
      if (kind === 'insert') draft.list.splice(Number(place), 0, given);
      if (kind === 'take') draft.list.splice(Number(place), 1);
    };
    type FromArbitrary = { kind: string; key: string | number; value: unknown };
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 12 }), (actions) => {
        let state: Edited<Box> = { value: from, log: emptyLog };
        for (const one of actions) {
          state = edit(state, (draft) => carryOut(draft, one), { group: 'g' });
        }
        const back = undo(state);
        expect(back.value).toEqual(from);
        expect(redo(back).value).toEqual(state.value);
      }),
      { numRuns: 2000 },
    );
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
