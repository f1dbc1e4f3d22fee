/** The entry of the terminal program. */

import { runCli } from './runCli.ts';
import { processTerminal } from './Terminal.ts';

void runCli(process.argv.slice(2), processTerminal()).then((exitCode) => {
  process.exitCode = exitCode;
});
