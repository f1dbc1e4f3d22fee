/**
 * Stands in for vitest in a page, where it does not run: as much of it as the shared tests of loops
 * ask for. What they register is handed out and run by the page.
 */
type Body = (...values: never[]) => unknown;

export interface RegisteredTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const registered: RegisteredTest[] = [];
const groups: string[] = [];

export function describe(name: string, body: () => void): void {
  groups.push(name);
  body();
  groups.pop();
}

export function it(name: string, body: Body): void {
  const run = async () => {
    await body();
  };
  registered.push({ name: [...groups, name].join(' '), run });
}

it.each =
  (values: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const value of values) {
      it(name.replace('%s', String(value)), () => body(value as never));
    }
  };

/** What was registered since it was asked last. */
export const takeTests = (): readonly RegisteredTest[] => registered.splice(0);

export const expect = (actual: unknown) => ({
  toBe(expected: unknown) {
    if (!Object.is(actual, expected)) fail(actual, expected);
  },
  toEqual(expected: unknown) {
    if (!isEqual(actual, expected)) fail(actual, expected);
  },
  rejects: {
    async toThrow(message = '') {
      const outcome = await Promise.resolve(actual).then(
        () => null,
        (error: Error) => error.message,
      );
      if (outcome === null || !outcome.includes(message)) fail(outcome, message);
    },
  },
});

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (a.constructor !== b.constructor) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isEqual(value, right.get(key)))
  );
}

function fail(actual: unknown, expected: unknown): never {
  throw new Error(`${JSON.stringify(actual)} must be ${JSON.stringify(expected)}.`);
}
