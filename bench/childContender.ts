/**
 * A peer in a process of its own. It gets the workload as JSON in its first argument, says
 * `{"detail": "..."}` when it is warm, and answers each line of seconds on stdin with
 * `{"samples": n, "seconds": s, "cpuSeconds": s}`.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Contender } from './Contender.ts';

const Timing = z.strictObject({
  samples: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
});

export interface ChildOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Set over this process's own; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export function childContender({ name, command, args, environment }: ChildOptions): Contender {
  return {
    name,
    async start(workload) {
      const child = spawn(command, [...args, JSON.stringify(workload)], {
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...process.env, ...environment },
      });
      let complaint = '';
      child.stderr.on('data', (data: Buffer) => {
        complaint = `${complaint}${data}`.slice(-2000);
      });
      const ended = new Promise<never>((_, reject) => {
        child.on('error', (error) => reject(new Error(error.message)));
        child.on('close', (code) => {
          const lines = complaint.trim().split('\n');
          // Behind its error Node prints where it stood, and its version.
          const lastLine = lines.findLast((line) => /Error/.test(line)) ?? lines.at(-1);
          reject(new Error(lastLine || `${command} ended with exit code ${code}`));
        });
      });
      // Rejections are read by whoever waits for an answer; an orderly stop has nobody waiting.
      ended.catch(() => {});
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      async function answer(): Promise<Record<string, unknown>> {
        const line = await Promise.race([lines.next(), ended]);
        return line.done ? ended : JSON.parse(line.value);
      }

      const { detail } = await answer();
      return {
        detail: String(detail),
        async train(seconds) {
          child.stdin.write(`${seconds}\n`);
          return Timing.parse(await answer());
        },
        async stop() {
          child.stdin.end();
          await ended.catch(() => {});
        },
      };
    },
  };
}
