import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelTemplate } from '../../../../core/contract/ModelTemplate.ts';
import { Button } from '../../../components/Button.tsx';
import { confirm } from '../../../components/ConfirmDialog.tsx';
import { Fact } from '../../../components/Fact.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { RenameField } from '../../../components/RenameField.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { i18n } from '../../../i18n/i18n.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useMessage } from '../../../i18n/useMessage.ts';
import { applyTemplate } from './applyTemplate.ts';
import { TemplatePicture } from './TemplatePicture.tsx';
import { useTemplates } from './useTemplates.ts';

export function TemplateCard({ template }: { readonly template: ModelTemplate }) {
  const { id, name, summary, fitted, reason, isOwn } = template;
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const format = useFormat();
  const message = useMessage();
  const { close, rename } = useTemplates();
  const [isNaming, setNaming] = useState(false);
  const report = fitted?.report;
  return (
    <li
      data-testid={`template-${id}`}
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex min-h-7 items-center gap-1">
        {isNaming ? (
          <RenameField
            name={localized(name)}
            label={t('templates.name')}
            className="w-full"
            onDone={(given) => {
              setNaming(false);
              if (given) void rename(id, given);
            }}
          />
        ) : (
          <h3 className="min-w-0 flex-1 truncate font-semibold">{localized(name)}</h3>
        )}
        {isOwn && !isNaming ? (
          <>
            <IconButton icon={Pencil} label={t('common.rename')} onClick={() => setNaming(true)} />
            <IconButton
              icon={Trash2}
              label={t('common.remove')}
              onClick={() => void removeAsked(template, localized(name))}
            />
          </>
        ) : null}
      </div>
      {localized(summary) ? (
        <p className="text-xs text-pretty text-muted">{localized(summary)}</p>
      ) : null}
      {report ? (
        <>
          <TemplatePicture layers={report.layers} />
          <dl className="mt-auto grid grid-cols-2 gap-x-5 gap-y-1">
            <Fact label={t('model.layers')}>{format.integer(report.layers.length)}</Fact>
            <Fact label={t('model.parameters')}>{format.integer(report.parameters)}</Fact>
            <Fact label={t('templates.memory')}>
              {report.memory ? format.bytes(report.memory.total) : '–'}
            </Fact>
            <Fact label={t('cost.multiplyAdds')}>{format.integer(report.multiplyAdds)}</Fact>
          </dl>
        </>
      ) : null}
      {fitted ? (
        <Button
          size="sm"
          className="mt-1"
          onClick={() => {
            applyTemplate(fitted, template);
            close();
          }}
        >
          {t('templates.use')}
        </Button>
      ) : (
        <p className="text-xs text-muted">{reason ? message(reason) : ''}</p>
      )}
    </li>
  );
}

async function removeAsked({ id }: ModelTemplate, name: string): Promise<void> {
  const yes = await confirm({
    title: i18n.t('templates.removeTitle', { name }),
    text: i18n.t('templates.removeText'),
    action: i18n.t('common.remove'),
    dangerous: true,
  });
  if (yes) await useTemplates.getState().remove(id);
}
