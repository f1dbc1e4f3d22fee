import { expect, test } from 'vitest';
import { describeExit } from './trainerCrash.ts';

const exit = { code: null, signal: null, stderr: '' };
const warning = 'Warning: the driver is old.';

test.each([
  [
    'a signal is why, whatever its driver wrote',
    { signal: 'SIGKILL', stderr: warning },
    'signal SIGKILL',
  ],
  [
    'what it said in the end is, where it ended itself',
    { code: 1, stderr: `${warning}\nno memory\n` },
    'no memory',
  ],
  ['an exit code is, where it said nothing', { code: 7 }, 'exit code 7'],
  [
    'a fault is, for which it was ended',
    { signal: 'SIGKILL', fault: 'its message is not as agreed' },
    'its message is not as agreed',
  ],
] as const)('%s', (_, ended, words) => {
  expect(describeExit({ ...exit, ...ended })).toBe(words);
});
