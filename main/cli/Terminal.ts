/**
 * Where a command writes: handed in, so that a test can read it and a pipe gets no escape codes.
 */

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
  /** A person sees it change: a progress bar makes sense. */
  readonly isScreen: boolean;
  readonly columns: number;
}

export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
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
    isScreen: stdout.isTTY === true,
    columns: stdout.columns ?? 80,
  };
}

/** Names come from files of other people: an escape code in one must not reach the screen. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
