/**
 * What the shell itself asks of a page's request before the service sees it: a method that exists,
 * a path that a person chose. The full schema is applied at the service's door, once.
 */

import { type ParsedParams, type StudioMethod, studioApi } from '../core/contract/StudioApi.ts';
import { StudioError } from '../core/contract/StudioError.ts';
import type { PathGrants } from './pathGrants.ts';

export function checkRequest(
  method: unknown,
  params: unknown,
  grants: PathGrants,
): { method: StudioMethod; params: unknown } {
  if (typeof method !== 'string' || !Object.hasOwn(studioApi, method)) {
    throw new StudioError('invalid-request', `There is no request named ${quoted(method)}.`);
  }
  const known = method as StudioMethod;
  if (isRead(known)) {
    const { path } = parsed(known, params);
    if (!grants.mayRead(path)) throw notChosen(path, 'import');
  }
  if (known === 'models.import') {
    const { path, like } = parsed('models.import', params);
    for (const one of like === undefined ? [path] : [path, like]) {
      if (!grants.mayRead(one)) throw notChosen(one, 'import');
    }
  }
  if (known === 'runs.fitImage') {
    const { image } = parsed('runs.fitImage', params);
    if (image.kind === 'file' && !grants.mayRead(image.path)) throw notChosen(image.path, 'import');
  }
  if (known === 'runs.export') {
    const { path, format } = parsed('runs.export', params);
    if (!grants.mayWrite(path, format)) throw notChosen(path, 'write');
  }
  return { method: known, params };
}

/** Methods that read a file or folder and nothing beside it. */
const readMethods = [
  'datasets.import',
  'datasets.inspect',
  'experiments.import',
  'files.recognize',
] as const;
type ReadMethod = (typeof readMethods)[number];

const isRead = (method: StudioMethod): method is ReadMethod =>
  (readMethods as readonly StudioMethod[]).includes(method);

type PathMethod = ReadMethod | 'models.import' | 'runs.fitImage' | 'runs.export';

function parsed<M extends PathMethod>(method: M, params: unknown): ParsedParams<M> {
  const result = studioApi[method].params.safeParse(params);
  if (result.success) return result.data as ParsedParams<M>;
  const [issue] = result.error.issues;
  throw new StudioError('invalid-request', issue?.message ?? `${method} was not understood.`, {
    where: issue ? issue.path.join('.') : null,
  });
}

function notChosen(path: string, use: 'import' | 'write'): StudioError {
  return new StudioError('invalid-request', `${quoted(path)} was not chosen in a dialog.`, {
    where: 'path',
    hint:
      use === 'import' ? 'Choose the file or drop it onto the window.' : 'Choose where to save.',
  });
}

function quoted(value: unknown): string {
  return JSON.stringify(typeof value === 'string' ? value.slice(0, 200) : typeof value);
}
