/**
 * What is on against overfitting, and a switch for each; what it is made of is one click away. The
 * service says what a switch does, as edits of the document.
 */
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { Regularization } from '../../core/contract/Regularization.ts';
import { switchRegularization } from '../actions/switchRegularization.ts';
import { Button } from '../components/Button.tsx';
import { Field } from '../components/Field.tsx';
import { Switch } from '../components/Switch.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useCheck } from '../state/check.ts';
import { type Subject, useInspection } from '../state/inspection.ts';
import { openRegularization } from './openRegularization.ts';

interface RegularizationSettingsProps {
  readonly spec: ExperimentSpec;
}

export function RegularizationSettings({ spec }: RegularizationSettingsProps) {
  const { t } = useTranslation();
  const found = useCheck(({ report }) => report?.regularizations);
  if (!found) return <p className="caption">{t('train.notCounted')}</p>;
  return (
    <div className="flex flex-col gap-1.5">
      {found.map((one) => (
        <RegularizationRow key={one.kind} regularization={one} optimizer={spec.optimizer.type} />
      ))}
    </div>
  );
}

interface RegularizationRowProps {
  readonly regularization: Regularization;
  readonly optimizer: string;
}

function RegularizationRow({ regularization, optimizer }: RegularizationRowProps) {
  const { t } = useTranslation();
  const { kind, isOn, turnOn, turnOff } = regularization;
  const label = t(`regularization.${kind}`);
  const inspect = useInspection((state) => state.inspect);
  const subject = subjectOf(kind, optimizer);
  const isPossible = (isOn ? turnOff : turnOn) !== null;
  const amount = useAmount(regularization);
  const canOpen = isOn || kind === 'augmentation';
  return (
    <Field label={label} subject={subject} inline note={canOpen ? null : amount}>
      {(id) => (
        <span className="ml-auto flex shrink-0 items-center gap-2">
          {canOpen ? (
            <Button
              variant="link"
              size="inline"
              className="text-xs"
              data-testid={`open-${kind}`}
              onClick={() => openRegularization(regularization)}
            >
              {amount}
              <ArrowRight aria-hidden />
            </Button>
          ) : null}
          {!isPossible && kind === 'augmentation' ? null : (
            <Switch
              id={id}
              label={label}
              checked={isOn}
              disabled={!isPossible}
              onChange={(isWanted) => {
                switchRegularization(kind, isWanted);
                // A layer that goes takes its explanation along.
                inspect(subject);
              }}
            />
          )}
        </span>
      )}
    </Field>
  );
}

/** What there is of it, or why it cannot be there; null where its name says enough. */
function useAmount({ kind, isOn, value, count, turnOn }: Regularization): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (!isOn && kind === 'augmentation') return t('regularization.chooseSteps');
  if (!isOn) return turnOn === null ? t('regularization.noPlace') : null;
  switch (kind) {
    case 'weightDecay':
      return `λ = ${value}`;
    case 'dropout':
      return [
        t('editor.layers', { count }),
        ...(value === null ? [] : [`p = ${format.compact(value)}`]),
      ].join(', ');
    case 'batchNorm':
      return t('editor.layers', { count });
    case 'augmentation':
      return t('regularization.steps', { count });
    default:
      return kind satisfies never;
  }
}

function subjectOf(kind: Regularization['kind'], optimizer: string): Subject {
  switch (kind) {
    case 'weightDecay':
      return { kind: 'option', group: 'optimizers', type: optimizer, option: 'weightDecay' };
    case 'dropout':
      return { kind: 'component', group: 'layers', type: 'Dropout' };
    case 'batchNorm':
      return { kind: 'component', group: 'layers', type: 'BatchNorm1d' };
    case 'augmentation':
      return { kind: 'help', topic: 'augmentation' };
    default:
      return kind satisfies never;
  }
}
