/**
 * An image file, or a drawing, through the model. What the model sees stands beside it, since that
 * is what it answers to.
 */
import { Eraser, ImageUp, Undo2 } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drawing, ImageSource } from '../../../../core/contract/ImageSource.ts';
import type { PredictionForm } from '../../../../core/contract/PredictionForm.ts';
import { showError } from '../../../actions/showError.ts';
import { Button } from '../../../components/Button.tsx';
import { cn } from '../../../components/cn.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { Switch } from '../../../components/Switch.tsx';
import { desktop } from '../../../studio.ts';
import { DrawingPad } from './DrawingPad.tsx';
import { FittedAnswer } from './FittedAnswer.tsx';

interface TryImageProps {
  readonly run: string;
  readonly form: Extract<PredictionForm, { kind: 'image' }>;
}

/** Of the sheet: about what a digit's stroke is to its height. */
const THICKNESS = 0.085;

export function TryImage({ run, form }: TryImageProps) {
  const { t } = useTranslation();
  const [path, setPath] = useState<string | null>(null);
  const [isInverted, setIsInverted] = useState(false);
  const [strokes, setStrokes] = useState<Drawing['strokes']>([]);
  const [isOver, setIsOver] = useState(false);
  const draw = (next: Drawing['strokes']) => {
    setPath(null);
    setStrokes(next);
  };
  const choose = () => {
    desktop
      .chooseImport('image')
      .then(([chosen]) => chosen !== undefined && setPath(chosen))
      .catch(showError);
  };
  const drop = (event: DragEvent) => {
    setIsOver(false);
    const dropped = desktop.pathOfDropped(event.dataTransfer.files[0]);
    if (dropped !== null) setPath(dropped);
  };
  const image = imageOf(path, isInverted, strokes);
  return (
    <fieldset
      aria-label={t('tryIt.title')}
      data-takes-files
      data-testid="try-image"
      onDragOver={() => setIsOver(true)}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cn(
        'flex flex-wrap items-start gap-x-8 gap-y-4 rounded-lg',
        isOver && 'ring-2 ring-accent',
      )}
    >
      <div className="w-56 shrink-0">
        <DrawingPad
          strokes={path === null ? strokes : []}
          thickness={THICKNESS}
          onChange={draw}
          className="size-56"
        />
        <div className="mt-2 flex items-center gap-1">
          <Button size="sm" data-testid="try-choose" onClick={choose}>
            <ImageUp aria-hidden />
            {t('tryIt.choose')}
          </Button>
          <span className="ml-auto" />
          <IconButton
            icon={Undo2}
            label={t('tryIt.undo')}
            disabled={strokes.length === 0}
            onClick={() => draw(strokes.slice(0, -1))}
          />
          <IconButton
            icon={Eraser}
            label={t('tryIt.clear')}
            disabled={image === null}
            onClick={() => draw([])}
          />
        </div>
        {path === null ? null : (
          <div className="mt-2 flex items-center gap-2 text-xs" title={t('tryIt.invertNote')}>
            <Switch checked={isInverted} onChange={setIsInverted} label={t('tryIt.invert')} />
            {t('tryIt.invert')}
          </div>
        )}
      </div>
      {image === null ? (
        <p className="max-w-80 pt-2 text-muted">{t('tryIt.nothing')}</p>
      ) : (
        <FittedAnswer run={run} form={form} image={image} />
      )}
    </fieldset>
  );
}

function imageOf(
  path: string | null,
  isInverted: boolean,
  strokes: Drawing['strokes'],
): ImageSource | null {
  if (path !== null) return { kind: 'file', path, isInverted };
  return strokes.length === 0 ? null : { kind: 'drawing', strokes, thickness: THICKNESS };
}
