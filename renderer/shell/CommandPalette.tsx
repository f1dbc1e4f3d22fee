/** Every command and place by name: type, arrow, Enter. */
import { CornerDownLeft, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '../components/cn.ts';
import { usePalette } from '../state/palette.ts';
import { EXPERIMENT, type PaletteCommand, useCommands } from './useCommands.ts';

const SHOWN = 12;

export function CommandPalette() {
  const { t } = useTranslation();
  const { open, toggle, isOfExperiments } = usePalette();
  return (
    <Dialog.Root open={open} onOpenChange={toggle}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Dialog.Content
          aria-describedby={undefined}
          className="float-in fixed top-[14vh] left-1/2 z-50 w-[34rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-float"
        >
          <Dialog.Title className="sr-only">
            {t(isOfExperiments ? 'palette.experiments' : 'palette.title')}
          </Dialog.Title>
          <PaletteList />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteList() {
  const { t } = useTranslation();
  const { toggle, isOfExperiments } = usePalette();
  const title = t(isOfExperiments ? 'palette.experiments' : 'palette.title');
  const commands = useCommands();
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  const found = useMemo(
    () =>
      isOfExperiments
        ? search(
            commands.filter(({ id }) => id.startsWith(EXPERIMENT)),
            query,
          )
        : search(commands, query).slice(0, SHOWN),
    [commands, query, isOfExperiments],
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[cursor]?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  const run = (command: PaletteCommand | undefined) => {
    if (!command) return;
    toggle(false);
    command.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      setCursor((cursor + move + found.length) % Math.max(found.length, 1));
    }
    if (event.key === 'Enter') run(found[cursor]);
  };
  return (
    <>
      <div className="flex h-12 items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden className="size-4 text-faint" />
        <input
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setCursor(0);
          }}
          onKeyDown={onKey}
          placeholder={t(isOfExperiments ? 'palette.experimentName' : 'palette.placeholder')}
          aria-label={title}
          aria-controls="palette-list"
          aria-activedescendant={`palette-${cursor}`}
          role="combobox"
          aria-expanded
          className="h-full w-full bg-transparent text-md outline-none placeholder:text-faint"
        />
      </div>
      <div
        ref={list}
        id="palette-list"
        role="listbox"
        aria-label={title}
        className="max-h-[28rem] overflow-y-auto p-1.5"
      >
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === cursor}
            onPointerMove={() => setCursor(index)}
            onPointerDown={() => run(command)}
            className={cn(
              'flex h-9 items-center gap-2 rounded-lg px-2.5 text-sm',
              index === cursor && 'bg-accent-soft text-accent-ink',
            )}
          >
            <span className="min-w-0 truncate">{command.name}</span>
            {isOfExperiments ? null : <span className="caption shrink-0">{command.group}</span>}
            <span className="ml-auto flex shrink-0 items-center gap-2">
              {command.note ? <span className="caption">{command.note}</span> : null}
              {command.keys ? (
                <kbd className="number text-xs text-muted">{command.keys}</kbd>
              ) : null}
              {index === cursor ? <CornerDownLeft aria-hidden className="size-3.5" /> : null}
            </span>
          </div>
        ))}
        {found.length === 0 ? (
          <p className="px-2.5 py-6 text-center text-muted">{t('palette.none')}</p>
        ) : null}
      </div>
    </>
  );
}

/** One that is called just so comes first. */
function search(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
  const wanted = query.trim().toLowerCase();
  const words = wanted.split(/\s+/).filter(Boolean);
  const found = commands.filter(({ name, group }) =>
    words.every((word) => `${name} ${group}`.toLowerCase().includes(word)),
  );
  const isNamedSo = ({ name }: PaletteCommand) => name.toLowerCase() === wanted;
  return [...found.filter(isNamedSo), ...found.filter((one) => !isNamedSo(one))];
}
