/** What a person can ask of a training while it runs. */
import { describe, expect, test } from 'vitest';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import type { ResumePoint } from './ResumePoint.ts';
import { createTrainingControl, type TrainingControl } from './TrainingControl.ts';
import type { TrainingEvent } from './TrainingEvent.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { train } from './train.ts';
import { withLearningRate } from './withLearningRate.ts';

/** 7 iterations an epoch. */
const EPOCHS = 4;
const training = { batchSize: 16, epochs: EPOCHS };

type ControlEvent = Extract<TrainingEvent, { type: 'control' }>;
type Hear = (event: TrainingEvent, control: TrainingControl) => void;

async function trained(
  changes: Record<string, unknown>,
  hear: Hear = () => undefined,
  from?: ResumePoint,
): Promise<TrainingEvent[]> {
  const control = createTrainingControl();
  const spec = cloudsExperiment({ training, ...changes });
  const executor = referenceExecutor();
  const events: TrainingEvent[] = [];
  let time = 0;
  const now = () => (time += 10);
  for await (const event of train({ spec, dataset: clouds(200), executor, now, control, from })) {
    events.push(event);
    hear(event, control);
  }
  return events;
}

const pointsOf = (events: readonly TrainingEvent[]) =>
  events.flatMap((event) => (event.type === 'iterations' ? event.points : []));
const controlsOf = (events: readonly TrainingEvent[]) =>
  events.filter((event): event is ControlEvent => event.type === 'control');
const checkpointsOf = (events: readonly TrainingEvent[]) =>
  events.flatMap((event) => (event.type === 'epoch' ? [event.checkpoint] : []));

/** Answers the n-th report of a pause with the n-th reaction, and continues behind the last. */
function whenPaused(...reactions: readonly ((control: TrainingControl) => void)[]): Hear {
  let pauses = 0;
  return (event, control) => {
    if (event.type === 'start') control.pause();
    if (event.type !== 'control' || !event.isPaused) return;
    const react = reactions[pauses++];
    if (react) react(control);
    else control.continue();
  };
}

test('steps train exactly so many iterations, over the end of an epoch too, and change nothing', async () => {
  const step = (iterations: number) => (control: TrainingControl) => control.step(iterations);
  const events = await trained({}, whenPaused(step(1), step(1), step(8), step(4)));
  const pauses = events.flatMap((event, index) =>
    event.type === 'control' && event.isPaused ? [pointsOf(events.slice(0, index)).length] : [],
  );
  expect(pauses).toEqual([0, 1, 2, 10, 14]);
  const straight = await trained({});
  expect(pointsOf(events)).toEqual(pointsOf(straight));
  expect(checkpointsOf(events)).toEqual(checkpointsOf(straight));
});

test('a learning rate that was changed before it began holds from its first iteration on', async () => {
  const spec = cloudsExperiment({ training });
  const losses = async (
    own: typeof spec,
    learningRateChanges?: readonly { iteration: number; learningRate: number }[],
  ) => {
    const executor = referenceExecutor();
    const options = { spec: own, dataset: clouds(200), executor, now: () => 0 };
    const events: TrainingEvent[] = [];
    for await (const event of train({ ...options, learningRateChanges })) events.push(event);
    return pointsOf(events).map(({ loss }) => loss);
  };
  const changed = await losses(spec, [{ iteration: 1, learningRate: 0.5 }]);
  expect(changed).toEqual(await losses(withLearningRate(spec, 0.5)));
  expect(changed).not.toEqual(await losses(spec));
});

test('a pause inside an epoch tells its position, one behind an epoch has none to tell', async () => {
  const events = await trained(
    {},
    whenPaused(
      (control) => control.step(7),
      (control) => control.step(2),
    ),
  );
  const positions = events.filter(({ type }) => type === 'position');
  expect(positions).toMatchObject([
    { epoch: 2, iteration: 9, sums: { iterations: 2, samples: 32 } },
  ]);
});

test('requests are answered by their number, those that undo each other too', async () => {
  let isAsked = false;
  const events = await trained({}, (event, control) => {
    if (event.type !== 'iterations' || isAsked) return;
    isAsked = true;
    control.pause();
    control.continue();
  });
  const learningRateChanges: [] = [];
  expect(controlsOf(events)).toEqual([
    { type: 'control', heard: 2, isPaused: false, learningRateChanges },
  ]);
});

test('a paused training can be stopped, and keeps its position', async () => {
  const events = await trained(
    {},
    whenPaused(
      (control) => control.step(3),
      (control) => control.stop(),
    ),
  );
  expect(events.at(-1)).toMatchObject({ type: 'end', status: 'stopped' });
  expect(events.filter(({ type }) => type === 'position')).toHaveLength(1);
});

test('a stop without a pause keeps its position too', async () => {
  const events = await trained({}, (event, control) => {
    if (event.type === 'iterations') control.stop();
  });
  expect(events.map(({ type }) => type)).toEqual(['start', 'iterations', 'position', 'end']);
});

describe('a change of the learning rate', () => {
  const setBehind = (iterations: number, learningRate: number) =>
    whenPaused(
      (control) => control.step(iterations),
      (control) => control.setLearningRate(learningRate),
    );
  const schedule = { type: 'StepLR', options: { stepSize: 1, gamma: 0.5 } };

  test('takes effect at the next iteration, with the schedule around it, and is told', async () => {
    const events = await trained({ schedule }, setBehind(9, 0.4));
    const rates = pointsOf(events).map(({ learningRate }) => learningRate);
    expect(rates.slice(0, 9)).toEqual([...Array(7).fill(0.01), 0.005, 0.005]);
    expect(rates.slice(9)).toEqual([
      ...Array(5).fill(0.2),
      ...Array(7).fill(0.1),
      ...Array(7).fill(0.05),
    ]);
    expect(controlsOf(events).at(-1)?.learningRateChanges).toEqual([
      { iteration: 10, learningRate: 0.4 },
    ]);
  });

  test('made twice at one iteration counts once', async () => {
    const events = await trained(
      {},
      whenPaused(
        (control) => control.setLearningRate(0.4),
        (control) => control.setLearningRate(0.2),
      ),
    );
    expect(controlsOf(events).at(-1)?.learningRateChanges).toEqual([
      { iteration: 1, learningRate: 0.2 },
    ]);
    expect(pointsOf(events)[0]?.learningRate).toBe(0.2);
  });

  test.each([2, 9, 12, 14])('is replayed bit for bit from iteration %i', async (halt) => {
    const straight = await trained({ schedule }, setBehind(9, 0.4));
    const learningRateChanges = controlsOf(straight).at(-1)?.learningRateChanges;
    // As after a crash that lost everything behind a halt: the change is known, its effect is not.
    const halted = await trained({ schedule }, (event, control) => {
      if (event.type === 'start') {
        control.step(Math.min(halt, 9));
      } else if (event.type === 'control' && event.isPaused) {
        const done = event.learningRateChanges.length > 0 || halt <= 9;
        if (done) control.stop();
        else control.setLearningRate(0.4);
      }
    });
    const position = halted.find((event) => event.type === 'position');
    if (position?.type !== 'position') throw new Error('It has no position.');
    const validationLosses = halted.flatMap((event) =>
      event.type === 'epoch' ? [event.metrics.validation.loss] : [],
    );
    const { epoch, checkpoint, sums } = position;
    const from = { epoch: epoch - 1, checkpoint, unfinished: sums, validationLosses };
    const rest = await trained({ schedule }, undefined, { ...from, learningRateChanges });
    expect(checkpointsOf(rest).at(-1)).toEqual(checkpointsOf(straight).at(-1));
    expect(pointsOf(rest)).toEqual(pointsOf(straight).slice(position.iteration));
  });

  test('gives way to a newer one that is made before it', async () => {
    const state = checkpointsOf(await trained({}))[0];
    const learningRateChanges = [
      { iteration: 3, learningRate: 0.3 },
      { iteration: 20, learningRate: 0.9 },
    ];
    const from = { epoch: 1, checkpoint: state, validationLosses: [1], learningRateChanges };
    const react = whenPaused((control) => control.setLearningRate(0.1));
    const events = await trained({}, react, from);
    expect(controlsOf(events).at(-1)?.learningRateChanges).toEqual([
      { iteration: 3, learningRate: 0.3 },
      { iteration: 8, learningRate: 0.1 },
    ]);
    expect(new Set(pointsOf(events).map(({ learningRate }) => learningRate))).toEqual(
      new Set([0.1]),
    );
  });
});

test('time spent paused is no training time', async () => {
  let time = 0;
  const control = createTrainingControl();
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 1 } });
  const source = { spec, dataset: clouds(200), executor: referenceExecutor(), now: () => time };
  const events: TrainingEvent[] = [];
  control.step(3);
  for await (const event of train({ ...source, control })) {
    events.push(event);
    if (event.type !== 'control' || !event.isPaused) continue;
    setTimeout(() => {
      time += 60_000;
      control.continue();
    });
  }
  expect(events.find(({ type }) => type === 'epoch')).toMatchObject({ metrics: { seconds: 0 } });
});
