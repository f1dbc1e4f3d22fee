import { Dialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { focusCanvas } from '../../actions/layers/focusCanvas.ts';
import { desktop } from '../../studio.ts';
import { type CanvasCommand, canvasKeys } from './canvasKeys.ts';
import { useShortcutList } from './useShortcutList.ts';

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Keys that the list leaves to the window, shown with its own. */
const others = {
  copy: ['Mod+C'],
  cut: ['Mod+X'],
  paste: ['Mod+V'],
  settings: ['Mod+J'],
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
} as const;

export function ShortcutList() {
  const { t } = useTranslation();
  const { isOpen } = useShortcutList();
  const rows = [
    ...(Object.keys(canvasKeys) as CanvasCommand[]).map((command) => ({
      name: t(`editor.keys.${command}`),
      keys: canvasKeys[command],
    })),
    ...(Object.keys(others) as (keyof typeof others)[]).map((command) => ({
      name: t(`editor.keys.${command}`),
      keys: others[command],
    })),
  ];
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => useShortcutList.setState({ isOpen: open })}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={focusCanvas}
          className="float-in fixed top-[10vh] left-1/2 z-50 max-h-[80vh] w-[44rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 overflow-y-auto rounded-xl border border-line bg-raised p-5 shadow-float"
        >
          <Dialog.Title className="pb-1 text-md font-semibold">
            {t('editor.shortcuts')}
          </Dialog.Title>
          <p className="pb-4 text-muted text-pretty">{t('editor.shortcutsText')}</p>
          <dl className="grid grid-cols-2 gap-x-8">
            {rows.map(({ name, keys }) => (
              <div key={name} className="flex items-center gap-2 border-b border-line py-1.5">
                <dt className="min-w-0 flex-1">{name}</dt>
                <dd className="flex shrink-0 gap-1">
                  {keys.map((keyName) => (
                    <kbd
                      key={keyName}
                      className="number rounded-md border border-line bg-sunken px-1.5 text-xs text-muted"
                    >
                      {shownKey(keyName)}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function shownKey(name: string): string {
  const modifier = desktop.platform === 'darwin' ? 'Cmd' : 'Ctrl';
  return name
    .replace('Mod', modifier)
    .split('+')
    .map((part) => signs[part] ?? part)
    .join('+')
    .replace(/^$/, '+');
}
