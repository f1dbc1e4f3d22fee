import { Dices } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeviceChoice } from '../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../components/Field.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';

interface SeedAndDeviceProps {
  readonly seed: number;
  readonly device: DeviceChoice;
}

const devices: readonly DeviceChoice[] = ['auto', 'cpu', 'gpu', 'reference'];
const LARGEST_SEED = 0xffff_ffff;

export function SeedAndDevice({ seed, device }: SeedAndDeviceProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const problems = useProblems('device');
  const setSeed = (next: number, editOf?: string) =>
    change((draft) => {
      draft.spec.seed = next;
    }, editOf);
  const shown = devices.includes(device) ? devices : [...devices, device];
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('train.seed')} subject={{ kind: 'help', topic: 'seed' }}>
        {(id) => (
          <div className="flex gap-1">
            <NumberField
              id={id}
              label={t('train.seed')}
              integer
              minimum={0}
              maximum={LARGEST_SEED}
              value={seed}
              onChange={(next) => setSeed(next, 'seed')}
              className="flex-1"
            />
            <IconButton
              icon={Dices}
              size="md"
              label={t('train.newSeed')}
              onClick={() => setSeed(Math.floor(Math.random() * 10_000))}
            />
          </div>
        )}
      </Field>
      <Field
        label={t('train.device')}
        subject={{ kind: 'help', topic: 'device' }}
        problems={problems}
      >
        {(id) => (
          <Select
            id={id}
            label={t('train.device')}
            value={device}
            options={shown.map((value) => ({ value, label: t(`devices.${value}`) }))}
            onChange={(value) =>
              change((draft) => {
                draft.spec.device = value as DeviceChoice;
              })
            }
          />
        )}
      </Field>
    </div>
  );
}
