import { useTranslation } from 'react-i18next';
import { useSeeThrough } from '../../../state/seeThrough.ts';
import { TensorPicture } from './TensorPicture.tsx';

interface LayerActivationProps {
  /** Positions from the outside in. */
  readonly path: readonly number[];
  /** A pass through the network before the last edit does not show at another layer. */
  readonly type: string;
}

/** What the layer makes of the sample that is looked at; nothing while none is. */
export function LayerActivation({ path, type }: LayerActivationProps) {
  const { t } = useTranslation();
  const key = path.join('.');
  const found = useSeeThrough(({ isOpen, pass }) =>
    isOpen ? pass?.layers.find((layer) => layer.path.join('.') === key) : undefined,
  );
  if (found?.type !== type) return null;
  return (
    <div data-testid={`activation-${key}`} className="px-9 pb-2.5">
      <TensorPicture view={found.output} label={t('seeThrough.activation', { type, path: key })} />
    </div>
  );
}
