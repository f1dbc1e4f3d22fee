/**
 * What happened during a run, as marks on its charts: its best epoch, what the guards saw, each kind
 * where it was seen first, and the learning rates that a person set.
 */
import type { GuardFinding, GuardKind } from '../../../core/contract/GuardFinding.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { ChartMark } from '../../charts/ChartSeries.ts';
import { isFatal } from './isFatal.ts';

export interface MarkWords {
  best(epoch: number): string;
  /** `layers`: counted from 0, as the sentences of the guards do: `2` or `3.0`. */
  finding(kind: GuardKind, layers: readonly string[]): string;
  rate(learningRate: number): string;
}

type MarkedRun = Pick<RunRecord, 'bestEpoch' | 'findings' | 'progress' | 'learningRateChanges'>;

export function runMarks(run: MarkedRun, words: MarkWords): readonly ChartMark[] {
  const { bestEpoch, findings, progress, learningRateChanges } = run;
  const perEpoch = Math.max(1, progress.iterations / progress.epochs);
  const best = bestEpoch === null ? [] : [{ x: bestEpoch, label: words.best(bestEpoch) }];
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const found = kinds.map((kind) => {
    const ofKind = findings.filter((finding) => finding.kind === kind);
    return {
      x: Math.min(...ofKind.map(({ iteration }) => iteration)) / perEpoch,
      label: words.finding(kind, layersOf(ofKind)),
      color: isFatal(kind) ? 'var(--error)' : 'var(--attention)',
    };
  });
  const changed = learningRateChanges.map(({ iteration, learningRate }) => ({
    x: (iteration - 1) / perEpoch,
    label: words.rate(learningRate),
    color: 'var(--accent-ink)',
  }));
  return [...best, ...found, ...changed];
}

function layersOf(findings: readonly GuardFinding[]): string[] {
  return findings.flatMap(({ layer }) => (layer ? [layer.join('.')] : []));
}
