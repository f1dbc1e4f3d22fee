/** One call of the terminal program, from its arguments to its exit code. */
import { CommanderError } from 'commander';
import type { RunStatus } from '../../core/contract/RunRecord.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import { toStudioError } from '../service/toStudioError.ts';
import { createProgram } from './createProgram.ts';
import { reportError } from './reportError.ts';
import type { Terminal } from './Terminal.ts';

/** 0 done, 1 failed, 2 bad input. */
export type ExitCode = 0 | 1 | 2;

export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const onRunEnd = (status: RunStatus) => {
    exitCode = status === 'failed' || status === 'crashed' ? 1 : 0;
  };
  const onCheckEnd = (isSound: boolean) => {
    exitCode = isSound ? 0 : 2;
  };
  const json = args.includes('--json');
  const program = createProgram({ terminal, onRunEnd, onCheckEnd });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => tellLines(terminal, text),
      // Told once, below, like every other error.
      writeErr: () => undefined,
    });
  }
  if (args.length === 0) {
    tellLines(terminal, program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return fail(error, terminal, json);
  }
}

function tellLines(terminal: Terminal, text: string): void {
  for (const line of text.trimEnd().split('\n')) terminal.line(line);
}

function fail(cause: unknown, terminal: Terminal, json: boolean): ExitCode {
  const error = cause instanceof CommanderError ? usageError(cause) : toStudioError(cause);
  if (json) terminal.json({ error: error.toData() });
  else reportError(terminal.error, error.toData());
  if (process.env.DESCENT_DEBUG && error.stack) terminal.error(error.stack);
  return error.isBadInput ? 2 : 1;
}

function usageError({ message }: CommanderError): StudioError {
  const text = message.replace(/^error: /, '').replaceAll('\n', ' ');
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return new StudioError('invalid-request', /[.?!)]$/.test(sentence) ? sentence : `${sentence}.`, {
    hint: 'See npm run descent -- --help',
  });
}
