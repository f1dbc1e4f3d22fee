/** Prints how large core is, and refuses a source file that has outgrown one thing a file. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { CheckResult } from './CheckResult.ts';

const longest = 400;

export function sourceSize(say: (line: string) => void): CheckResult {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => ({ path, lines: lineCount(path) }))
    .sort((a, b) => a.lines - b.lines);
  const core = files.filter(({ path }) => path.startsWith('core/') && !isTest(path));
  const total = core.reduce((sum, { lines }) => sum + lines, 0);
  const median = files[Math.floor(files.length / 2)]?.lines ?? 0;
  say(`core: ${total} lines in ${core.length} files without tests; median of all files: ${median}`);
  const tooLong = files.filter(({ lines }) => lines > longest);
  for (const { path, lines } of tooLong) say(`${path} has ${lines} lines; the most is ${longest}`);
  return { passed: 1 - Math.min(1, tooLong.length), failed: Math.min(1, tooLong.length) };
}

function lineCount(path: string): number {
  return readFileSync(join(root, path), 'utf8').split('\n').length - 1;
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.includes('/testing/');
}
