/**
 * How the file is read: drawn from what the service says of its format, with what was found as the
 * values, until the person decides otherwise.
 */
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FileInspection } from '../../../../core/contract/FileInspection.ts';
import type {
  ImportChoices,
  ImportOptionDescriptor,
} from '../../../../core/contract/ImportOptions.ts';
import { ImportFormat } from '../../../../core/contract/ImportOptions.ts';
import { Button } from '../../../components/Button.tsx';
import { Field } from '../../../components/Field.tsx';
import { Section } from '../../../components/Section.tsx';
import { Select } from '../../../components/Select.tsx';
import { fileNameOf } from '../../../format/fileNameOf.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { withFormat } from '../../../state/importChoices.ts';
import { type ImportDraft, useImporting } from '../../../state/importing.ts';
import { ImportSize } from './ImportSize.tsx';

export function ImportForm({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const { forms, choose, rename } = useImporting();
  const { choices, inspection, name, path, isLooking, problem } = draft;
  if (!forms) return null;
  const format = choices.format ?? inspection?.format;
  const own = forms.formats.find((one) => one.format === format);
  // Without its encoding nothing is found of a text, its format neither: that stays to be chosen.
  const isMissing = problem?.wayOut === 'choose-encoding' || choices.encoding !== undefined;
  const options = forms.options.filter(
    ({ name }) => own?.options.includes(name) || (!own && isMissing && name === 'encoding'),
  );
  const changed = Object.keys(choices).length > 0;
  return (
    <Section
      title={t('import.reading')}
      note={own ? localized(own.summary) : null}
      action={
        changed ? (
          <Button size="sm" variant="ghost" data-testid="import-reset" onClick={() => choose({})}>
            <RotateCcw aria-hidden />
            {t('import.reset')}
          </Button>
        ) : null
      }
    >
      <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] items-start gap-x-4 gap-y-3">
        <Field label={t('import.name')} subject={{ kind: 'help', topic: 'importName' }}>
          {(id) => (
            <input
              id={id}
              value={name}
              maxLength={200}
              placeholder={fileNameOf(path).replace(/(\.[a-z0-9]{1,8}){1,2}$/i, '')}
              onChange={(event) => rename(event.target.value)}
              className="h-8 w-full rounded-lg border border-line bg-raised px-2.5 text-sm outline-none selectable placeholder:text-faint hover:border-line-strong focus:border-accent focus:ring-2 focus:ring-accent/25"
            />
          )}
        </Field>
        <Field label={t('import.format')} subject={{ kind: 'help', topic: 'importFormat' }}>
          {(id) => (
            <Select
              id={id}
              label={t('import.format')}
              value={format ?? ''}
              placeholder={t(isLooking ? 'import.looking' : 'import.chooseFormat')}
              options={forms.formats.map((one) => ({
                value: one.format,
                label: localized(one.label),
              }))}
              onChange={(value) =>
                choose(withFormat(choices, ImportFormat.parse(value), forms.formats))
              }
            />
          )}
        </Field>
        {options.map((option) => (
          <ImportOption key={option.name} option={option} draft={draft} />
        ))}
      </div>
    </Section>
  );
}

interface ImportOptionProps {
  readonly option: ImportOptionDescriptor;
  readonly draft: ImportDraft;
}

/** Uses of columns have a place of their own, beside the columns. */
function ImportOption({ option, draft: { choices, inspection } }: ImportOptionProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const choose = useImporting((state) => state.choose);
  const label = localized(option.label);
  const subject = { kind: 'importOption', option: option.name } as const;
  switch (option.kind) {
    case 'choice': {
      const value = choices[option.name] ?? foundOf(inspection, option.name);
      if (option.name === 'task' && inspection && inspection.task === null) return null;
      return (
        <Field label={label} subject={subject}>
          {(id) => (
            <Select
              id={id}
              label={label}
              value={String(value ?? '')}
              {...(option.name === 'decimal' && inspection
                ? { placeholder: t('import.perColumn') }
                : {})}
              options={(option.choices ?? []).map((choice) => ({
                value: choice.value,
                label: localized(choice.label),
              }))}
              onChange={(next) => choose({ ...choices, [option.name]: next } as ImportChoices)}
            />
          )}
        </Field>
      );
    }
    case 'size':
      return (
        <Field label={label} subject={subject}>
          {() => (
            <ImportSize
              label={label}
              size={choices.size ?? sizeOf(inspection)}
              onChange={(size) => choose({ ...choices, size })}
            />
          )}
        </Field>
      );
    case 'column':
    case 'columnTypes':
      return null;
    default:
      return option.kind satisfies never;
  }
}

/** What an import would do by itself. */
function foundOf(inspection: FileInspection | null, name: ImportOptionDescriptor['name']) {
  if (name === 'missing') return 'keep';
  if (name === 'fit') return 'stretch';
  if (name === 'ragged' || name === 'damaged') return 'refuse';
  if (!inspection) return null;
  if (name === 'color') return inspection.shape?.[0] === 1 ? 'grey' : 'rgb';
  switch (name) {
    case 'encoding':
    case 'delimiter':
    case 'decimal':
    case 'header':
    case 'quotes':
    case 'task':
      return inspection[name];
    default:
      return null;
  }
}

function sizeOf(inspection: FileInspection | null): readonly [number, number] | null {
  const [, height, width] = inspection?.shape ?? [];
  return height && width ? [height, width] : null;
}
