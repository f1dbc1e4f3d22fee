/**
 * How fast files come into the library and are measured there, and what memory that takes.
 *
 * The importer's own process does the work, as in the studio; its resident memory is read from
 * outside, and that of the same process importing three rows is taken away.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { ImportOptions } from '../core/contract/ImportOptions.ts';
import { studioPaths } from '../main/paths.ts';
import { ImporterMessage, type ImporterRequest } from '../main/service/library/ImporterProtocol.ts';

export interface ImportRate {
  readonly what: string;
  readonly megabytes: number;
  readonly samples: number;
  readonly seconds: number;
  /** Of the importer's process: what `seconds` would be on an idle machine, or more. */
  readonly cpuSeconds: number;
  /** Peak over that of importing three rows. */
  readonly megabytesOverIdle: number;
}

interface Job {
  readonly what: string;
  readonly path: string;
  readonly bytes: number;
  /** Whether its statistics are taken, too. */
  readonly isMeasured?: boolean;
}

interface Outcome {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly samples: number;
  /** Resident bytes. */
  readonly peak: number;
}

export async function importRates(quick: boolean): Promise<ImportRate[]> {
  const folder = await mkdtemp(join(tmpdir(), 'descent-bench-'));
  try {
    const tiny = writeTable(join(folder, 'tiny.csv'), 3, 3);
    const { peak: idle } = await runImport(tiny, folder);
    const jobs = [
      () => writeTable(join(folder, 'table.csv'), quick ? 100_000 : 1_000_000, 50),
      () => writeIdx(join(folder, 'mnist'), 60_000),
      () => writePngs(join(folder, 'pngs'), quick ? 10_000 : 100_000),
    ];
    const rates: ImportRate[] = [];
    for (const make of jobs) {
      const job = make();
      const { peak, ...measured } = await runImport(job, folder);
      const megabytes = job.bytes / 1e6;
      const megabytesOverIdle = (peak - idle) / 1e6;
      rates.push({ what: job.what, megabytes, ...measured, megabytesOverIdle });
      if (job.isMeasured) {
        const { peak: most, ...statistics } = await runStatistics(folder);
        const over = (most - idle) / 1e6;
        const what = `statistics of ${job.what}`;
        rates.push({ what, megabytes, ...statistics, megabytesOverIdle: over });
      }
      rmSync(job.path, { recursive: true });
    }
    return rates;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runImport({ path }: Job, folder: string): Promise<Outcome> {
  const options = ImportOptions.parse({});
  return runImporter({ kind: 'import', path, options, name: 'bench', output: dataOf(folder) });
}

/** Of what was imported last. */
function runStatistics(folder: string): Promise<Outcome> {
  return runImporter({ kind: 'measure', path: dataOf(folder), edits: [] });
}

const dataOf = (folder: string) => join(folder, 'data.bin');

function runImporter(request: ImporterRequest): Promise<Outcome> {
  const child = fork(studioPaths().importerEntry, [], { serialization: 'advanced' });
  const start = performance.now();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentBytes(child));
  }, 20);
  return new Promise((resolve, reject) => {
    child.on('message', (value) => {
      const message = ImporterMessage.parse(value);
      if (message.kind === 'progress') return;
      clearInterval(watch);
      peak = Math.max(peak, residentBytes(child));
      const cpuSeconds = cpuSecondsOf(child);
      const seconds = (performance.now() - start) / 1000;
      if (message.kind === 'imported') {
        resolve({ seconds, cpuSeconds, samples: message.description.samples, peak });
      } else if (message.kind === 'measured') {
        resolve({ seconds, cpuSeconds, samples: message.statistics.samples, peak });
      } else reject(new Error(JSON.stringify(message)));
    });
    child.send(request);
  });
}

/** The most that the kernel has seen, where it tells. */
function residentBytes({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return 1024 * Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** User and system time in hundredths, fields 14 and 15; 0 where the kernel does not tell. */
function cpuSecondsOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

function writeTable(path: string, rows: number, columns: number): Job {
  const file = openSync(path, 'w');
  const names = Array.from({ length: columns - 1 }, (_, column) => `feature${column}`);
  writeSync(file, `${names.join(',')},target\n`);
  let state = 1;
  const next = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state;
  };
  for (let row = 0; row < rows; ) {
    let text = '';
    for (const end = Math.min(rows, row + 2000); row < end; row++) {
      for (let column = 1; column < columns; column++) text += `${(next() / 2 ** 26).toFixed(4)},`;
      text += `${row % 3}\n`;
    }
    writeSync(file, text);
  }
  closeSync(file);
  const count = rows.toLocaleString('en-US');
  return {
    what: `CSV, ${count} × ${columns}`,
    path,
    bytes: statSync(path).size,
    isMeasured: rows > 3,
  };
}

function writeIdx(path: string, samples: number): Job {
  mkdirSync(path);
  const write = (name: string, magic: number, sizes: readonly number[], data: Uint8Array) => {
    const header = Buffer.alloc(4 + 4 * sizes.length);
    [magic, ...sizes].forEach((value, at) => void header.writeUInt32BE(value, 4 * at));
    const file = openSync(join(path, name), 'w');
    writeSync(file, header);
    writeSync(file, data);
    closeSync(file);
    return header.length + data.length;
  };
  const pixels = new Uint8Array(samples * 784);
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 31) % 251;
  const labels = Uint8Array.from({ length: samples }, (_, at) => at % 10);
  const bytes =
    write('train-images-idx3-ubyte', 0x803, [samples, 28, 28], pixels) +
    write('train-labels-idx1-ubyte', 0x801, [samples], labels);
  return { what: `IDX, ${samples.toLocaleString('en-US')} of 28×28`, path, bytes };
}

function writePngs(path: string, count: number): Job {
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const folder = join(path, String(index % 10));
    mkdirSync(folder, { recursive: true });
    const image = new PNG({ width: 32, height: 32 });
    for (let at = 0; at < image.data.length; at++) image.data[at] = at % 4 === 3 ? 255 : at * index;
    const encoded = PNG.sync.write(image);
    bytes += encoded.length;
    const file = openSync(join(folder, `${index}.png`), 'w');
    writeSync(file, encoded);
    closeSync(file);
  }
  return { what: `PNG, ${count.toLocaleString('en-US')} of 32×32`, path, bytes };
}
