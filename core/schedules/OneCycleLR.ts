import type { ScheduleDefinition } from './ScheduleDefinition.ts';

type OneCycleLROptions = {
  pctStart: number;
  annealStrategy: string;
  divFactor: number;
  finalDivFactor: number;
  threePhase: boolean;
};

interface Phase {
  /** The step at which it ends; it starts where the one before ends, the first at 0. */
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Up to the optimizer's learning rate and far down again, once, over all iterations: from lr/d up
 * to lr in the first share of the run, then down to lr/(d · f).
 *
 * As PyTorch's OneCycleLR with max_lr = the optimizer's learning rate, total_steps = the iterations
 * of the run and cycle_momentum = False: the momentum stays. Steps after every iteration.
 * Source: Smith and Topin, "Super-convergence", 2018.
 */
export const OneCycleLR: ScheduleDefinition<OneCycleLROptions> = {
  descriptor: {
    type: 'OneCycleLR',
    family: 'schedule',
    summary: {
      en: 'Raises the learning rate to its full value and lowers it far below, once per run.',
      ko: '학습률을 최댓값까지 올렸다가 훨씬 낮게 내리는 과정을 학습 전체에 걸쳐 한 번 합니다.',
    },
    equation: 'lr/d → lr → lr/(d · f)',
    options: [
      {
        name: 'pctStart',
        kind: 'number',
        default: 0.3,
        range: { minimum: 0, maximum: 1 },
        label: { en: 'Share of the rise', ko: '상승 구간 비율' },
        help: {
          en: 'Share of the run in which the learning rate rises.',
          ko: '학습률이 올라가는 구간이 전체에서 차지하는 비율입니다.',
        },
      },
      {
        name: 'annealStrategy',
        kind: 'choice',
        default: 'cos',
        choices: ['cos', 'linear'],
        label: { en: 'Curve', ko: '곡선' },
        help: {
          en: 'cos: along a cosine. linear: in a straight line.',
          ko: 'cos: 코사인 곡선을 따릅니다. linear: 직선으로 바뀝니다.',
        },
      },
      {
        name: 'divFactor',
        symbols: ['d'],
        kind: 'number',
        default: 25,
        range: { minimum: 1 },
        label: { en: 'Start divisor d', ko: '시작 나눗수 d' },
        help: {
          en: 'The run starts at the learning rate divided by it.',
          ko: '학습률을 이 값으로 나눈 값에서 시작합니다.',
        },
      },
      {
        name: 'finalDivFactor',
        symbols: ['f'],
        kind: 'number',
        default: 10_000,
        range: { minimum: 1 },
        label: { en: 'End divisor f', ko: '끝 나눗수 f' },
        help: {
          en: 'The run ends at the starting value divided by it.',
          ko: '시작값을 이 값으로 나눈 값에서 끝납니다.',
        },
      },
      {
        name: 'threePhase',
        kind: 'boolean',
        default: false,
        label: { en: 'Three phases', ko: '세 구간' },
        help: {
          en: 'Comes down as long as it rose, and uses the rest of the run for the end.',
          ko: '올라간 만큼의 구간 동안 내려오고, 나머지 구간에서 끝값까지 낮춥니다.',
        },
      },
    ],
  },
  steppedBy: 'iteration',
  // The share in the middle of the rise, as at its end the learning rate is held; the divisors where
  // the run starts and where it ends: d = lr / rate, f = lr / (d · rate).
  handles: ({ pctStart, divFactor }, { learningRate, steps }) => {
    const rate = { axis: 'rate', power: -1 } as const;
    const rises = pctStart * steps > 1;
    return [
      { option: 'pctStart', axis: 'step', step: (pctStart * steps) / 2, factor: 2 / steps },
      ...(rises ? [{ ...rate, option: 'divFactor', step: 0, factor: 1 / learningRate }] : []),
      { ...rate, option: 'finalDivFactor', step: steps - 1, factor: divFactor / learningRate },
    ];
  },

  learningRate(step, { learningRate, steps }, options) {
    const phases = phasesOf(learningRate, steps, options);
    const index = phases.findIndex(({ end }) => step <= end);
    const { end, from, to } = phases.at(index)!;
    const start = index > 0 ? phases[index - 1].end : 0;
    const share = end > start ? Math.min(1, (step - start) / (end - start)) : 1;
    return options.annealStrategy === 'linear'
      ? from + (to - from) * share
      : to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2;
  },
};

function phasesOf(peak: number, steps: number, options: OneCycleLROptions): Phase[] {
  const { pctStart, divFactor, finalDivFactor, threePhase } = options;
  const first = peak / divFactor;
  const last = first / finalDivFactor;
  const top = pctStart * steps - 1;
  return threePhase
    ? [
        { end: top, from: first, to: peak },
        { end: 2 * top, from: peak, to: first },
        { end: steps - 1, from: first, to: last },
      ]
    : [
        { end: top, from: first, to: peak },
        { end: steps - 1, from: peak, to: last },
      ];
}
