/** Files and folders dropped anywhere on the window are opened: data, models, experiments, networks. */
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openFiles } from '../actions/openFiles.ts';
import { desktop } from '../studio.ts';

export function DropTarget() {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(!isTaken(event));
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (isTaken(event)) return;
      const paths = [...(event.dataTransfer?.files ?? [])]
        .map((file) => desktop.pathOfDropped(file))
        .filter((path) => path !== null);
      void openFiles(paths);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

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

/** A part of a screen may take files for a use of its own. */
function isTaken({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-takes-files]') !== null;
}
