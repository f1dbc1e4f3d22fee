/**
 * Where each step of the work stands, and why; drawn in the rail. Pure, so that it can be tested.
 */
import type { ExperimentReport, Problem } from '../../core/contract/ExperimentReport.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import type { Screen } from '../state/navigation.ts';

export interface StepStatus {
  readonly state: 'ready' | 'attention' | 'running' | 'idle';
  /** A problem's own words; null where the state speaks for itself. */
  readonly reason: string | null;
}

export interface RailFacts {
  readonly isOpen: boolean;
  readonly layers: number;
  readonly report: ExperimentReport | null;
  readonly checkError: StudioError | null;
  readonly isTraining: boolean;
  readonly hasRuns: boolean;
  readonly hasFinalist: boolean;
}

const idle: StepStatus = { state: 'idle', reason: null };

export function railStatus(
  screen: Exclude<Screen, 'welcome' | 'devices'>,
  facts: RailFacts,
): StepStatus {
  switch (screen) {
    case 'data':
      return facts.checkError
        ? { state: 'attention', reason: facts.checkError.message }
        : stepOf(facts, ({ where }) => isAt(where, 'split', 'dataset', 'preprocessing'));
    case 'model':
      return facts.isOpen && facts.layers === 0
        ? { state: 'attention', reason: null }
        : stepOf(facts, ({ where }) => isAt(where, 'model'));
    case 'train':
      return facts.isTraining
        ? { state: 'running', reason: null }
        : stepOf(facts, ({ where }) =>
            isAt(where, 'training', 'optimizer', 'loss', 'device', 'seed'),
          );
    case 'runs':
      return facts.hasRuns ? { state: 'ready', reason: null } : idle;
    case 'test':
      return facts.hasFinalist ? { state: 'ready', reason: null } : idle;
    default:
      return screen satisfies never;
  }
}

function stepOf({ report }: RailFacts, belongs: (problem: Problem) => boolean): StepStatus {
  if (!report) return idle;
  const error = report.problems.find((one) => one.severity === 'error' && belongs(one));
  return error ? { state: 'attention', reason: error.message } : { state: 'ready', reason: null };
}

function isAt(where: string, ...parts: string[]): boolean {
  return parts.some((part) => where === part || where.startsWith(`${part}.`));
}
