/**
 * The folder that holds a person's store, datasets and exports: the platform's own place unless
 * told otherwise.
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export interface HomeOptions {
  /** `--home DIR`. */
  readonly chosen?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly userFolder?: string;
}

export function studioHome(options: HomeOptions = {}): string {
  const { chosen, env = process.env, platform = process.platform } = options;
  const explicit = chosen ?? env.DESCENT_HOME;
  if (explicit) return resolve(explicit);
  const userFolder = options.userFolder ?? homedir();
  if (platform === 'darwin') return join(userFolder, 'Library', 'Application Support', 'Descent');
  if (platform === 'win32') {
    return join(env.APPDATA ?? join(userFolder, 'AppData', 'Roaming'), 'Descent');
  }
  return join(env.XDG_DATA_HOME || join(userFolder, '.local', 'share'), 'descent-studio');
}
