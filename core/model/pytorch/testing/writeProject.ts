import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type PytorchProjectSource, pytorchProject } from '../pytorchProject.ts';

const templates = join(import.meta.dirname, '../../../../resources/pytorch');

/** The folder of a project; it goes when the test ends. */
export function writeProject(source: PytorchProjectSource): string {
  const folder = mkdtempSync(join(tmpdir(), 'descent-pytorch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of readdirSync(templates).filter((one) => one.endsWith('.py'))) {
    copyFileSync(join(templates, name), join(folder, name));
  }
  for (const [name, content] of Object.entries(pytorchProject(source))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
