/** Networks to begin with, each as it would be on this dataset. */
import { Save, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusCanvas } from '../../../actions/layers/focusCanvas.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { RenameField } from '../../../components/RenameField.tsx';
import { useExperiment } from '../../../state/experiment.ts';
import { TemplateCard } from './TemplateCard.tsx';
import { useTemplates } from './useTemplates.ts';

export function TemplateDialog() {
  const { t } = useTranslation();
  const { isOpen, templates, error, close } = useTemplates();
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : close())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={focusCanvas}
          className="float-in fixed top-[8vh] left-1/2 z-50 flex max-h-[84vh] w-[56rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-xl border border-line bg-raised shadow-float"
        >
          <div className="flex items-center gap-2 border-b border-line px-5 py-3">
            <Dialog.Title className="text-md font-semibold">{t('templates.title')}</Dialog.Title>
            <span className="ml-auto" />
            <SaveButton />
            <IconButton icon={X} label={t('common.dismiss')} onClick={close} />
          </div>
          <div className="min-h-40 overflow-y-auto p-5">
            {error ? <ErrorNote error={error} className="mb-4" /> : null}
            <ul className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
              {(templates ?? []).map((template) => (
                <TemplateCard key={`${template.isOwn} ${template.id}`} template={template} />
              ))}
            </ul>
            {templates ? null : error ? null : (
              <p role="status" className="text-muted">
                {t('common.loading')}
              </p>
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function SaveButton() {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const isEmpty = useExperiment(({ draft }) => draft?.spec.model.layers.length === 0);
  const save = useTemplates((state) => state.save);
  if (isNaming) {
    return (
      <RenameField
        name=""
        label={t('templates.name')}
        className="w-60"
        onDone={(given) => {
          setNaming(false);
          if (given) void save(given);
        }}
      />
    );
  }
  return (
    <Button
      size="sm"
      data-testid="save-template"
      disabled={isEmpty}
      onClick={() => setNaming(true)}
    >
      <Save aria-hidden />
      {t('templates.save')}
    </Button>
  );
}
