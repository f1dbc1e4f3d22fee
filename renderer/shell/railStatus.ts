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

const dataParts = ['split', 'dataset', 'preprocessing', 'augmentation'];
const modelParts = ['model', 'initialModel'];

const idle: StepStatus = { state: 'idle', reason: null };

export function railStatus(
  screen: Exclude<Screen, 'welcome' | 'devices'>,
  facts: RailFacts,
): StepStatus {
  switch (screen) {
    case 'data':
      return facts.checkError
        ? { state: 'attention', reason: facts.checkError.message }
        : stepOf(facts, ({ where }) => isAt(where, ...dataParts));
    case 'model':
      return facts.isOpen && facts.layers === 0
        ? { state: 'attention', reason: null }
        : stepOf(facts, ({ where }) => isAt(where, ...modelParts));
    case 'train':
      return facts.isTraining ? { state: 'running', reason: null } : trainStatus(facts);
    case 'runs':
      return facts.hasRuns ? { state: 'ready', reason: null } : idle;
    case 'test':
      return facts.hasFinalist ? { state: 'ready', reason: null } : idle;
    default:
      return screen satisfies never;
  }
}

/**
 * Ready only where a run would start: whatever forbids it, wherever it is mended, forbids training.
 */
function trainStatus(facts: RailFacts): StepStatus {
  if (facts.checkError) return { state: 'attention', reason: facts.checkError.message };
  if (facts.isOpen && facts.layers === 0) return { state: 'attention', reason: null };
  const isElsewhere = ({ where }: Problem) => isAt(where, ...dataParts, ...modelParts);
  const own = stepOf(facts, (problem) => !isElsewhere(problem));
  return own.state === 'ready' ? stepOf(facts, () => true) : own;
}

function stepOf({ report }: RailFacts, belongs: (problem: Problem) => boolean): StepStatus {
  if (!report) return idle;
  const error = report.problems.find((one) => one.severity === 'error' && belongs(one));
  return error ? { state: 'attention', reason: error.message } : { state: 'ready', reason: null };
}

/** Behind the part; empty where it does not begin with it. */
const rest = (where: string, part: string) =>
  where.startsWith(part) ? where.slice(part.length) : '';

function isAt(where: string, ...parts: string[]): boolean {
  return parts.some((part) => where === part || /^[.[]/.test(rest(where, part)));
}
