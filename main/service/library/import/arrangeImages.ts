/**
 * What the paths of images say: their class is the folder they lie in, below a folder for the split
 * where there is one (`train/cat/1.png`), and below a folder around everything (`pets/cat/1.png`).
 */
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { importFormats } from '../../../../core/data/importFormats.ts';
import { splitNamed } from '../../../../core/data/table/splitNamed.ts';
import type { ImageFile } from './ImageFiles.ts';

const ending = /\.(png|jpe?g|jfif|webp|bmp|gif)$/i;

export const isImageName = (path: string): boolean => ending.test(path);

const tableEndings = importFormats.flatMap(({ extensions }) =>
  // Any folder may hold a readme.txt.
  extensions.filter((one) => one !== '.zip' && one !== '.txt'),
);

const isTableName = (path: string): boolean =>
  tableEndings.some((one) => path.toLowerCase().endsWith(one));

/** What systems put beside a person's files. */
export const isHidden = (path: string): boolean =>
  /(^|\/)(\.|__MACOSX(\/|$)|Thumbs\.db$)/.test(path);

export interface Arrangement {
  /** By path, in order of its UTF-16 code units; `index` is the path's place in what came in. */
  readonly files: readonly (ImageFile & { readonly index: number })[];
  readonly warnings: readonly string[];
}

/** Throws StudioError `invalid-dataset` where no class can be seen. */
export function arrangeImages(paths: readonly string[], name: string): Arrangement {
  const images = paths
    .map((path, index) => ({ path, index, parts: path.split('/') }))
    .filter(({ path }) => isImageName(path) && !isHidden(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (images.length === 0) throw noImages(paths, name);
  const depth = commonDepth(images.map(({ parts }) => parts));
  const areSplits = images.every(
    ({ parts }) => parts.length > depth + 1 && splitNamed(parts[depth] ?? '') !== null,
  );
  const classAt = areSplits ? depth + 1 : depth;
  const isInClass = ({ parts }: { parts: readonly string[] }) => parts.length > classAt + 1;
  const unlabelled = images.filter((image) => !isInClass(image));
  if (unlabelled[0] && !areSplits) throw notInClass(unlabelled[0].path);
  const bare = [...new Set(unlabelled.map(({ parts }) => parts[depth] ?? ''))];
  if (unlabelled.length === images.length) throw onlySplits(bare);
  const folders = new Map<string, Set<string>>();
  const files = images.filter(isInClass).map(({ path, index, parts }) => {
    const folder = parts[classAt] ?? '';
    const label = labelOf(folder);
    folders.set(label, (folders.get(label) ?? new Set()).add(folder));
    return { path, index, label, split: areSplits ? splitNamed(parts[depth] ?? '') : null };
  });
  refuseFewClasses(files, name);
  const others = paths.filter((path) => !isImageName(path) && !isHidden(path));
  return {
    files,
    warnings: [...withoutClass(unlabelled.length, bare), ...merged(folders), ...leftOut(others)],
  };
}

/** macOS writes Korean letters in their parts, which look the same and are other classes. */
const labelOf = (folder: string): string => folder.trim().normalize('NFC');

/** Folders that all images share and that are not their class. */
function commonDepth(paths: readonly (readonly string[])[]): number {
  const first = paths[0] ?? [];
  let depth = 0;
  while (
    paths.every((parts) => parts.length > depth + 2 && parts[depth] === first[depth]) &&
    splitNamed(first[depth] ?? '') === null
  ) {
    depth += 1;
  }
  return depth;
}

const MOST_CLASSES = 10_000;

/** Throws StudioError `invalid-dataset` for images of which no classifier can be made. */
export function refuseFewClasses(files: readonly ImageFile[], name: string): void {
  const labels = new Set(files.map(({ label }) => label));
  const images = files.length;
  if (labels.size < 2) {
    const [only] = labels;
    throw invalid(`There must be at least two classes. Every image lies in "${only}".`);
  }
  if (labels.size > MOST_CLASSES) {
    throw invalid(`There must be at most ${MOST_CLASSES} classes. Received ${labels.size}.`);
  }
  if (images < 3) {
    throw invalid(`"${name}" must hold at least 3 samples. Received ${images} images.`);
  }
  if (labels.size === images && images > 20) {
    throw invalid(
      `Several images must share a class. Received ${labels.size} classes for ${images} images.`,
    );
  }
}

function noImages(paths: readonly string[], name: string): StudioError {
  const message = `"${name}" holds no PNG, JPEG, WebP, BMP or GIF images.`;
  const table = paths.find((path) => isTableName(path) && !isHidden(path));
  if (table === undefined) return invalid(message);
  return new StudioError('invalid-dataset', message, {
    hint: `Of a folder or an archive only images are read. Import "${table}" and others like it as files: several can be chosen at once.`,
  });
}

function notInClass(path: string): StudioError {
  return new StudioError(
    'invalid-dataset',
    `Every image must lie in a folder named for its class. "${path}" does not.`,
    { where: path, hint: 'Make one folder for each class and put its images there.' },
  );
}

/** A competition's test images are such: a class named "test" would be learned without a word. */
function withoutClass(count: number, folders: readonly string[]): string[] {
  if (count === 0) return [];
  const place = folders.map((folder) => `"${folder}"`).join(', ');
  return count === 1
    ? [`1 image was left out: it lies in ${place}, in no folder for a class.`]
    : [`${count} images were left out: they lie in ${place}, in no folder for a class.`];
}

function onlySplits(folders: readonly string[]): StudioError {
  const names = folders.map((folder) => `"${folder}"`).join(', ');
  return invalid(`Folders that are named for splits are no classes. Every image lies in ${names}.`);
}

function invalid(message: string): StudioError {
  return new StudioError('invalid-dataset', message, {
    hint: 'Make one folder for each class and put its images there.',
  });
}

function merged(folders: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...folders]
    .filter(([, names]) => names.size > 1)
    .map(([label, names]) => {
      const listed = [...names].map((name) => `"${name}"`).join(', ');
      return `Folders ${listed} are one class: "${label}".`;
    });
}

const NAMED = 3;

/** With the endings of most of them: half of somebody's pictures may be .tif. */
function leftOut(others: readonly string[]): string[] {
  if (others.length === 0) return [];
  const counts = new Map<string, number>();
  for (const path of others) {
    const ending = /[^/.](\.[a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase();
    const kind = ending ?? path.split('/').at(-1) ?? '';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].sort(([, a], [, b]) => b - a);
  const rest = kinds.splice(NAMED).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) kinds.push(['…', rest]);
  const named = kinds.map(([kind, count]) => `${kind} (${count})`);
  const [only] = counts.keys();
  return others.length === 1
    ? [`1 other file was left out: ${only}.`]
    : [`${others.length} other files were left out: ${named.join(', ')}.`];
}
