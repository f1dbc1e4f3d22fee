/**
 * The field in which a layer is typed, at the place where it will stand. Enter adds it and goes on
 * behind it, until there is nothing more to type.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBlock } from '../../../actions/layers/currentRows.ts';
import { addLayers } from '../../../actions/layers/editLayers.ts';
import { cn } from '../../../components/cn.ts';
import { formatRange } from '../../../format/formatRange.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useOptionWords } from '../../../i18n/useOptionWords.ts';
import { useInspection } from '../../../state/inspection.ts';
import { useQuickAdd } from '../../../state/quickAdd.ts';
import { useLayerSelection } from '../../../state/useLayerSelection.ts';
import { FamilyIcon } from '../FamilyIcon.tsx';
import { INDENT_PIXELS } from '../indent.ts';
import { leaveQuickAdd } from './leaveQuickAdd.ts';
import { placeOfQuickAdd } from './placeOfQuickAdd.ts';
import type { MeantLayer } from './readQuickAdd.ts';
import { useMeantLayers } from './useMeantLayers.ts';

const SHOWN = 6;

export function QuickAdd({ depth }: { readonly depth: number }) {
  const { t } = useTranslation();
  const { at, text: start, close } = useQuickAdd();
  const [text, setText] = useState(start);
  const [marked, setMarked] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const inspect = useInspection((state) => state.inspect);
  const meant = useMeantLayers(text).slice(0, SHOWN);
  const current = meant[marked] ?? meant[0];
  const type = current?.descriptor.type;
  useEffect(() => {
    if (type) inspect({ kind: 'component', group: 'layers', type });
  }, [type, inspect]);
  useEffect(() => {
    input.current?.scrollIntoView({ block: 'nearest' });
  });
  const write = (next: string) => {
    setText(next);
    setMarked(0);
  };
  const leave = () => {
    close();
    useLayerSelection.getState().focusCursor();
  };
  const add = (one: MeantLayer | undefined) => {
    if (!one) return text.trim() === '' ? leave() : undefined;
    if (one.problem || !at) return undefined;
    const [key] = addLayers(placeOfQuickAdd(at), [one.layer]);
    if (key === undefined) return undefined;
    useQuickAdd.setState({ at: { row: key, isInside: isBlock(one.layer.type) }, text: '' });
    input.current?.focus();
    return write('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setMarked((marked + step + meant.length) % Math.max(1, meant.length));
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) add(current);
    else if (event.key === 'Escape') leave();
    else if (event.key === ']' && text === '') leaveQuickAdd();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // A part of the tree that it stands in.
    <div
      role="treeitem"
      aria-selected={false}
      tabIndex={-1}
      className="relative pb-1.5 outline-none"
      style={{ marginLeft: depth * INDENT_PIXELS }}
    >
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: it appears because the person began to type here.
        autoFocus
        value={text}
        data-testid="quick-add"
        role="combobox"
        aria-expanded={meant.length > 0}
        aria-controls="quick-add-list"
        {...(current ? { 'aria-activedescendant': `quick-add-${meant.indexOf(current)}` } : {})}
        aria-label={t('editor.quickAdd')}
        placeholder={t('editor.quickAddHint')}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKey}
        // Another window in front is no reason to forget what was typed.
        onBlur={() => document.hasFocus() && close()}
        className="h-10 w-full scroll-mt-24 scroll-mb-64 rounded-lg border border-accent bg-raised px-3 ring-2 ring-accent/25 outline-none placeholder:text-faint selectable"
      />
      {text.trim() === '' ? null : (
        <div
          id="quick-add-list"
          role="listbox"
          aria-label={t('editor.quickAdd')}
          className="float-in absolute top-11 right-0 left-0 z-30 rounded-lg border border-line bg-raised p-1 shadow-float"
        >
          {meant.map((one, index) => (
            <MeantRow
              key={one.descriptor.type}
              id={`quick-add-${index}`}
              meant={one}
              isMarked={one === current}
              onChoose={() => add(one)}
            />
          ))}
          {meant.length === 0 ? (
            <p className="px-2.5 py-2 text-muted">{t('model.noneFound', { query: text })}</p>
          ) : null}
        </div>
      )}
    </div>
  );
}

interface MeantRowProps {
  readonly id: string;
  readonly meant: MeantLayer;
  readonly isMarked: boolean;
  readonly onChoose: () => void;
}

function MeantRow({ id, meant, isMarked, onChoose }: MeantRowProps) {
  const { localized } = useLanguage();
  const options = useOptionWords()('layers', meant.layer);
  const problem = useProblemText(meant);
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isMarked}
      onPointerDown={(event) => {
        // The field keeps the focus.
        event.preventDefault();
        onChoose();
      }}
      className={cn(
        'flex h-8 items-center gap-2 rounded-md px-2',
        isMarked && 'bg-accent-soft text-accent-ink',
      )}
    >
      <FamilyIcon family={meant.descriptor.family} />
      <span className="shrink-0 font-medium">{meant.descriptor.type}</span>
      <span className={cn('caption min-w-0 flex-1 truncate', problem && 'text-error')}>
        {problem || options || localized(meant.descriptor.summary)}
      </span>
    </div>
  );
}

function useProblemText({ problem, descriptor }: MeantLayer): string {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  if (!problem) return '';
  const { part } = problem;
  if (problem.kind === 'unknown') {
    return t('editor.unknownPart', { type: descriptor.type, part });
  }
  const { label, range, choices } = problem.option;
  const allowed = range ? formatRange(range) : (choices?.join(', ') ?? '');
  return t('editor.refusedPart', { option: localized(label), allowed, part });
}
