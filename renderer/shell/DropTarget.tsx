/** A file or folder dropped anywhere on the window is opened: data, a model, an experiment, a network. */
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { openFile } from '../actions/openFile.ts';
import { desktop } from '../studio.ts';

export function DropTarget() {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = event.dataTransfer?.files;
      const path = desktop.pathOfDropped(files?.[0]);
      if (path === null) return;
      void openFile(path);
      if (files && files.length > 1) toast.info(t('import.several', { name: files[0]?.name }));
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [t]);

  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-50 flex flex-col items-center justify-center gap-2 rounded-xl border-2 border-dashed border-accent bg-surface/90">
      <Download aria-hidden className="size-8 text-accent-ink" strokeWidth={1.5} />
      <p className="text-md font-semibold">{t('data.dropTitle')}</p>
      <p className="text-muted">{t('data.formats')}</p>
      <p className="text-muted">{t('data.dropFormats')}</p>
    </div>
  );
}
