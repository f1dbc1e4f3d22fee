/** `descent import PATH`: a file or folder of any of the formats, into the library. */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount, formatDuration } from '../format.ts';
import { type ImportFlags, importChoices } from '../importChoices.ts';
import type { Terminal } from '../Terminal.ts';
import { withOption } from '../withOption.ts';

export async function importCommand(
  context: CommandContext,
  path: string,
  flags: ImportFlags & { readonly name?: string },
): Promise<void> {
  const { terminal, json } = context;
  const { name } = flags;
  const wish = { path, options: importChoices(flags), ...(name !== undefined && { name }) };
  const { info, isKnown } = await withStudio(context, async ({ service, request }) => {
    const before = await request('datasets.list', {});
    const unsubscribe = service.onEvent((event) => {
      if (event.event !== 'import.progress' || json || !terminal.isScreen) return;
      const { fraction, rows, secondsLeft } = event;
      const left = secondsLeft === null ? '' : `, ${formatDuration(secondsLeft)} left`;
      terminal.status(`${Math.floor(100 * fraction)} %, ${formatCount(rows)} samples${left}`);
    });
    const stop = cancelOnSignal(() => request('datasets.cancelImport', { path }));
    try {
      const imported = await request('datasets.import', wish).catch(withOption);
      return { info: imported, isKnown: before.some(({ id }) => id === imported.id) };
    } finally {
      stop();
      unsubscribe();
      terminal.clearStatus();
    }
  });
  if (json) terminal.json(summaryOf(info, isKnown));
  else tell(info, isKnown, terminal);
}

/** Twice, it is not waited for. Returns the function that stops listening. */
function cancelOnSignal(cancel: () => Promise<unknown>): () => void {
  let isCancelling = false;
  const onSignal = () => {
    if (isCancelling) process.exit(130);
    isCancelling = true;
    void cancel();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}

function summaryOf(info: DatasetInfo, isKnown: boolean): object {
  const { id, samples, columns, sampleShape, target, given, warnings } = info;
  return {
    dataset: id,
    known: isKnown,
    kind: info.kind,
    samples,
    columns: columns.map(({ name }) => name),
    shape: sampleShape,
    target: target.name,
    classes: target.kind === 'class' ? target.labels : null,
    testSamples: given?.test ?? 0,
    warnings,
  };
}

const SHOWN = 20;

function tell(info: DatasetInfo, isKnown: boolean, terminal: Terminal): void {
  const { target, given, columns, edits } = info;
  terminal.line(`Dataset "${info.id}": ${formatCount(info.samples)} samples.`);
  if (isKnown) {
    const stays = edits ? ' It was edited there, and stays as it is.' : '';
    terminal.line(`  It was in the library already, with the same content.${stays}`);
  }
  if (info.kind === 'image') terminal.line(`  images    ${info.sampleShape.join('×')}`);
  if (info.kind === 'text') terminal.line('  texts');
  if (columns.length > 0) {
    terminal.line(`  columns   ${listed(columns.map(({ name, type }) => `${name} (${type})`))}`);
  }
  const what = target.kind === 'class' ? `classes ${listed(target.labels)}` : 'a number';
  terminal.line(`  target    ${target.name}: ${what}`);
  if (given && given.test > 0) {
    terminal.line(`  test      ${formatCount(given.test)} samples of their own, sealed`);
  }
  for (const warning of info.warnings) terminal.line(`  note      ${warning}`);
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? [`and ${formatCount(names.length - SHOWN)} more`] : [];
  return [...names.slice(0, SHOWN), ...more].join(', ');
}
