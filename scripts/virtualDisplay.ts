/** A display to draw on where the machine has none: Xvfb on a number that it picks itself. */
import { spawn } from 'node:child_process';

export interface VirtualDisplay {
  /** For the DISPLAY variable, such as `:99`. */
  readonly name: string;
  stop(): void;
}

export async function virtualDisplay(): Promise<VirtualDisplay> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
    server.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  server.unref();
  return { name: `:${number}`, stop: () => void server.kill() };
}
