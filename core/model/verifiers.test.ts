/** The verifiers that stand alone, on models with every layer of the catalog. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { catalogModels } from './testing/catalogModels.ts';
import { editedModelFile } from './testing/editedModelFile.ts';
import { writeModelFile } from './writeModelFile.ts';

const folder = join(import.meta.dirname, '../../resources/verifiers');
const hasPython = spawnSync('python3', ['--version']).status === 0;

const verifiers = [
  { name: 'verify-model.mjs', command: process.execPath, isThere: true },
  { name: 'verify_model.py', command: 'python3', isThere: hasPython },
];

const models = await catalogModels();

describe.each(verifiers)('$name', ({ name, command, isThere }) => {
  const verify = (text: string) => {
    const home = mkdtempSync(join(tmpdir(), 'descent-verify-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const path = join(home, 'model.json');
    writeFileSync(path, text);
    const { status, stdout, stderr } = spawnSync(command, [join(folder, name), path], {
      encoding: 'utf8',
    });
    return { status, output: stdout.trim(), stderr };
  };

  test.skipIf(!isThere).each(models)('agrees on $name', ({ file }) => {
    expect(verify(writeModelFile(file))).toEqual({
      status: 0,
      output: expect.stringMatching(
        /^OK: 4 test vectors, largest difference .*, tolerance 1e-0?5$/,
      ),
      stderr: '',
    });
  });

  const { file } = models[0];
  const weight = '0.weight';
  test.skipIf(!isThere).each([
    ['a changed file', writeModelFile(file).replace('"seed": 7', '"seed": 8'), /checksum/],
    [
      'another network',
      editedModelFile((d) => {
        d.testVectors.samples[1].output[0] += 0.001;
      }, file),
      /^FAILED: 4 test vectors, largest difference/,
    ],
    [
      'an unknown layer',
      editedModelFile((d) => {
        d.layers[0].type = 'constructor';
      }, file),
      /There is no layer "constructor"/,
    ],
    [
      'truncated weights',
      editedModelFile((d) => {
        d.weights[weight].data = d.weights[weight].data.slice(0, -4);
      }, file),
      /does not fit its shape/,
    ],
    [
      'no test vectors',
      editedModelFile((d) => {
        d.testVectors.samples = [];
      }, file),
      /holds no test vectors/,
    ],
    ['another document', '{}', /no Descent model file/],
    ['no JSON', '{', /./],
  ])('refuses %s with exit code 1 and one line', (_, text, message) => {
    const { status, output, stderr } = verify(text);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(output).toMatch(/^FAILED: .+$/);
    expect(output).toMatch(message);
  });

  test.skipIf(!isThere)('reads awkward numbers and texts as the checksum does', () => {
    const text = editedModelFile((d) => {
      d.output.name = 'é\u0001"\\😀\ud800';
      const numbers = [5e-324, 1e21, 123456789012345680000, -0.000001, 1e-9, 1.25e-7];
      for (const [place, sample] of d.testVectors.samples.entries()) {
        sample.output = numbers.slice(place, place + 2);
      }
      d.testVectors.tolerance = 0.1;
    }, file);
    expect(verify(text).output).not.toMatch(/checksum/);
  });
});
