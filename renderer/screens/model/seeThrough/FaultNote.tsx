import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { layerAt, pathOfPlace } from '../../../../core/contract/layerPath.ts';
import type { StudioError } from '../../../../core/contract/StudioError.ts';
import { positionName } from '../../../actions/layers/describeLayers.ts';
import { showPlace } from '../../../actions/showPlace.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { useExperiment } from '../../../state/experiment.ts';

interface FaultNoteProps {
  readonly fault: Pick<StudioError, 'code' | 'message' | 'where' | 'hint'>;
}

/** What keeps the sample from its way through the network, and the way to where that is mended. */
export function FaultNote({ fault }: FaultNoteProps) {
  const { where } = fault;
  const action = where === null ? null : <PlaceButton where={where} />;
  return <ErrorNote error={{ ...fault, where: null }} isTitled={false} action={action} />;
}

function PlaceButton({ where }: { readonly where: string }) {
  const { t } = useTranslation();
  const path = pathOfPlace(where);
  const type = useExperiment(
    ({ draft }) => draft && path && layerAt(draft.spec.model.layers, path),
  )?.type;
  return (
    <Button size="inline" variant="link" onClick={() => showPlace(where)}>
      {path && type
        ? t('seeThrough.toLayer', { position: positionName(path), type })
        : t('settings.showPlace')}
      <ArrowRight aria-hidden />
    </Button>
  );
}
