/** `descent evaluate --split test`: the seal is opened by a person who means it, or not at all. */
import { expect, test } from 'vitest';
import { temporaryFolder } from '../service/testing/testStudio.ts';
import { confirmOpening } from './confirmOpening.ts';
import type { Terminal } from './Terminal.ts';
import { descent, jsonLines } from './testing/descent.ts';

test('without a person to ask nothing is opened; --yes opens, and every opening is recorded', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '1'], { home });
  const evaluate = ['evaluate', 'iris-1', '--split', 'test'];
  const refused = await descent(evaluate, { home, input: 'Iris\n' });
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('is sealed');
  expect(refused.stderr).toContain('Nothing was opened. Add --yes');
  const [asJson] = jsonLines(await descent([...evaluate, '--json'], { home }));
  expect(asJson).toMatchObject({ error: { code: 'sealed', where: '--split' } });
  expect((await descent(['show', 'iris-1'], { home })).stdout).toMatch(/test split +sealed/);

  for (const testOpenings of [1, 2]) {
    const [opened] = jsonLines(await descent([...evaluate, '--yes', '--json'], { home }));
    expect(opened).toMatchObject({ split: 'test', testOpenings });
  }
  expect((await descent(evaluate, { home })).stderr).toContain('has been opened 2 times');
});

const run = {
  id: 'mine-1',
  dataset: { id: 'flowers', name: 'My flowers', hash: '0'.repeat(64) },
  testOpenedAt: [],
};

function terminalThatAnswers(answer: string) {
  const told: string[] = [];
  const terminal: Terminal = {
    line: (text = '') => void told.push(text),
    json: (value) => void told.push(JSON.stringify(value)),
    error: (text) => void told.push(text),
    ask: async (question) => {
      told.push(question);
      return answer;
    },
    canAsk: true,
    status: () => undefined,
    clearStatus: () => undefined,
    isScreen: true,
    columns: 80,
  };
  return { terminal, told };
}

test.each(['My flowers', ' Flowers '])(
  'a person opens it by the name of the dataset: %j',
  async (name) => {
    const { terminal, told } = terminalThatAnswers(name);
    await confirmOpening({ terminal, json: false }, run);
    expect(told).toEqual([
      expect.stringContaining('The test split of run "mine-1" is sealed.'),
      "Type the dataset's name, My flowers, to open it: ",
    ]);
  },
);

test.each(['', 'y', 'flower'])('another answer leaves it as it was: %j', async (answer) => {
  const { terminal } = terminalThatAnswers(answer);
  await expect(confirmOpening({ terminal, json: false }, run)).rejects.toMatchObject({
    code: 'cancelled',
    message: 'The test split stays as it was: the name is another.',
  });
});
