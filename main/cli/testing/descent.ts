/** The terminal as a test uses it: a process, its output, its exit code. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../service/testing/testStudio.ts';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CallOptions {
  readonly home?: string;
  readonly input?: string | Uint8Array;
  /** Sent when this text has been printed. */
  readonly interruptAt?: string;
  /** Sent once this holds. */
  readonly interruptWhen?: () => boolean;
}

export function descent(args: readonly string[], options: CallOptions = {}): Promise<Outcome> {
  const {
    home = join(temporaryFolder(), 'home'),
    input = '',
    interruptAt,
    interruptWhen,
  } = options;
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'descent.ts'), ...args], {
    env: { ...process.env, DESCENT_HOME: home },
  });
  let [stdout, stderr, interrupted] = ['', '', false];
  child.stdout.on('data', (data) => {
    stdout += String(data);
    if (!interruptAt || interrupted || !stdout.includes(interruptAt)) return;
    interrupted = true;
    child.kill('SIGINT');
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  const watch = setInterval(() => {
    if (interrupted || !interruptWhen?.()) return;
    interrupted = true;
    child.kill('SIGINT');
  }, 10);
  child.once('close', () => clearInterval(watch));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

export function jsonLines({ stdout }: Outcome): Record<string, unknown>[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** The epoch of lowest validation loss. */
export function writeTemporary(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}
