/**
 * Ends a training that no longer improves on samples it does not learn from.
 *
 * It looks at nothing but the validation losses in order, so a resumed training decides as the
 * uninterrupted one does.
 */
import type { EarlyStopping } from '../contract/ExperimentSpec.ts';
import type { EndReason } from '../contract/RunRecord.ts';

export interface EarlyStoppingWatch {
  /** The validation loss of the next epoch. */
  add(validationLoss: number): void;
  /** Null while there is none to end. */
  reason(): EndReason | null;
}

/**
 * Stops after `patience` epochs in a row whose loss is not below the best so far by more than
 * `minDelta`; a loss that is not a number improves nothing. Never stops without settings.
 */
export function createEarlyStopping(settings: EarlyStopping | undefined): EarlyStoppingWatch {
  let best = Number.POSITIVE_INFINITY;
  let epoch = 0;
  let bestEpoch = 1;
  return {
    add(loss) {
      epoch += 1;
      if (!(loss < best - (settings?.minDelta ?? 0))) return;
      best = loss;
      bestEpoch = epoch;
    },
    reason() {
      if (!settings || epoch - bestEpoch < settings.patience) return null;
      return { kind: 'early-stopping', epoch, bestEpoch, text: textOf(epoch, bestEpoch, settings) };
    },
  };
}

function textOf(epoch: number, bestEpoch: number, { minDelta }: EarlyStopping): EndReason['text'] {
  const [by, than] = minDelta > 0 ? [` by more than ${minDelta}`, `${minDelta} 넘게 `] : ['', ''];
  return {
    en:
      `Stopped early after epoch ${epoch}: the validation loss has not improved${by} ` +
      `since epoch ${bestEpoch}.`,
    ko: `에포크 ${epoch}에서 일찍 멈췄습니다. 검증 손실이 에포크 ${bestEpoch} 이후 ${than}줄지 않았습니다.`,
  };
}
