/**
 * The models that came as files: one folder each, `models/<id>/` with info.json and model.json.
 *
 * A run that starts from one names it, so a model never changes and is never taken away.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportedModel } from '../../../core/contract/ImportedModel.ts';
import { countValues } from '../../../core/model/buildModel.ts';
import type { ModelFile } from '../../../core/model/ModelFile.ts';
import { modelSpecOf } from '../../../core/model/modelSpecOf.ts';
import { writeModelFile } from '../../../core/model/writeModelFile.ts';
import { freeId } from '../freeId.ts';
import { makeFolderWhole, writeFlushed } from './writeWhole.ts';

export interface ModelLibrary {
  /** By name. A folder that cannot be read is left out, and left alone. */
  list(): ImportedModel[];
  find(id: string): ImportedModel | null;
  filePath(id: string): string;
  /** The same content under the same name is kept once. */
  add(file: ModelFile, name: string): Promise<ImportedModel>;
}

const INFO_FILE = 'info.json';
const MODEL_FILE = 'model.json';

export function createModelLibrary(home: string, now: () => number): ModelLibrary {
  const root = join(home, 'models');
  const list = () =>
    folderNames(root)
      .map((id) => readInfo(root, id))
      .filter((info) => info !== null)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));

  async function add(file: ModelFile, name: string): Promise<ImportedModel> {
    const text = writeModelFile(file);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const same = list().find((info) => info.sha256 === sha256 && info.name === name);
    if (same) return same;
    await mkdir(root, { recursive: true });
    const taken = folderNames(root);
    const info = ImportedModel.parse({
      id: freeId(name, 'model', (id) => taken.includes(id)),
      name,
      model: modelSpecOf(file.model),
      inputShape: [...file.model.inputShape],
      parameters: countValues(file.model.parameters),
      dataset: file.provenance.dataset,
      sha256,
      importedAt: now(),
    });
    await makeFolderWhole(join(root, info.id), async (folder) => {
      await writeFlushed(join(folder, MODEL_FILE), text);
      await writeFlushed(join(folder, INFO_FILE), `${JSON.stringify(info, null, 2)}\n`);
    });
    return info;
  }

  return {
    list,
    find: (id) => readInfo(root, id),
    filePath: (id) => join(root, id, MODEL_FILE),
    add,
  };
}

function folderNames(root: string): string[] {
  try {
    return readdirSync(root).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}

function readInfo(root: string, id: string): ImportedModel | null {
  try {
    const info = ImportedModel.parse(JSON.parse(readFileSync(join(root, id, INFO_FILE), 'utf8')));
    return info.id === id ? info : null;
  } catch {
    return null;
  }
}
