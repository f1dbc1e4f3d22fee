/**
 * Where the program's own parts lie: bundled resources, and the entry files of its processes.
 *
 * One answer for every way of running: from source (Node strips the types of main/**.ts), from the
 * bundles in out/main, and from a package, where resources may stand beside the application
 * archive.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ancestors } from './ancestors.ts';

export interface StudioPaths {
  /** Holds samples/ and experiments/. */
  readonly resources: string;
  readonly trainerEntry: string;
  readonly importerEntry: string;
}

const here = dirname(fileURLToPath(import.meta.url));

export function studioPaths(): StudioPaths {
  return {
    resources: process.env.DESCENT_RESOURCES ?? findResources(),
    trainerEntry: firstExisting('trainer.cjs', 'trainer/trainer.ts'),
    importerEntry: firstExisting('importer.cjs', 'service/library/importer.ts'),
  };
}

/** The thread that assembles minibatches for a trainer. */
export function feederEntry(): string {
  return firstExisting('feeder.cjs', 'trainer/feeder.ts');
}

/**
 * The nearest `resources` folder with samples in it, upwards from here, then beside a packaged
 * application.
 */
function findResources(): string {
  const { resourcesPath } = process as { resourcesPath?: string };
  const candidates = [...ancestors(here), ...(resourcesPath ? [resourcesPath] : [])].map((folder) =>
    join(folder, 'resources'),
  );
  const found = candidates.find((folder) => existsSync(join(folder, 'samples', 'index.json')));
  if (found) return found;
  throw new Error(`No folder "resources" with samples was found upwards from ${here}.`);
}

function firstExisting(...names: readonly string[]): string {
  const candidates = [here, dirname(here)].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`None of ${names.join(', ')} was found near ${here}.`);
}
