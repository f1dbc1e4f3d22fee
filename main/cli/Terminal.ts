/**
 * Where a command writes: handed in, so that a test can read it and a pipe gets no escape codes.
 */
import { createInterface } from 'node:readline';

export interface Terminal {
  /** One line to the output. */
  line(text?: string): void;
  /** One JSON object a line; a value that is not finite is written as null. */
  json(value: object): void;
  /** One line to the error stream. */
  error(text: string): void;
  /** Replaces the line in work; only on a screen. */
  status(text: string): void;
  /** Ends the line in work. */
  clearStatus(): void;
  /** Asks for one line; only where a person is there to answer. */
  ask(question: string): Promise<string>;
  readonly canAsk: boolean;
  /** A person sees it change: a progress bar makes sense. */
  readonly isScreen: boolean;
  readonly columns: number;
}

export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  // A reader such as `head` may close the pipe early; that is no failure of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const clearStatus = () => {
    if (stdout.isTTY) stdout.write('\r\u001b[2K');
  };
  return {
    line: (text = '') => void stdout.write(`${plain(text)}\n`),
    json: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    error: (text) => void stderr.write(`${plain(text)}\n`),
    status: (text) => {
      clearStatus();
      stdout.write(plain(text));
    },
    clearStatus,
    ask: (question) => askLine(plain(question)),
    canAsk: stdin.isTTY === true && stdout.isTTY === true,
    isScreen: stdout.isTTY === true,
    columns: stdout.columns ?? 80,
  };
}

/** An input that ends without a line is an empty answer. */
async function askLine(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await new Promise((resolve) => {
      lines.question(question, resolve);
      lines.once('close', () => resolve(''));
    });
  } finally {
    lines.close();
  }
}

/** Names come from files of other people: an escape code in one must not reach the screen. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
