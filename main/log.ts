/** The shell's log file, logs/shell.log under the studio's own folder; nothing is sent anywhere. */
import { join } from 'node:path';
import { app } from 'electron';
import electronLog from 'electron-log/main';

export interface Log {
  info(line: string): void;
  error(line: string): void;
}

export function openLog(): Log {
  electronLog.transports.file.resolvePathFn = () =>
    join(app.getPath('userData'), 'logs', 'shell.log');
  electronLog.transports.console.level = 'warn';
  electronLog.errorHandler.startCatching({ showDialog: false });
  return { info: (line) => electronLog.info(line), error: (line) => electronLog.error(line) };
}
