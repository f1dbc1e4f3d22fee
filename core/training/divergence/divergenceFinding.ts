/** A fault or an explosion as a guard's finding: where it began, in words, and what to do. */
import type { Remedy } from '../../contract/Diagnosis.ts';
import type { GuardFinding } from '../../contract/GuardFinding.ts';
import type { LocalizedText } from '../../contract/primitives.ts';
import { layerName } from '../../model/layerName.ts';
import { grouped } from '../diagnosis/grouped.ts';
import { lowerLearningRate, remedy } from '../diagnosis/remedies.ts';
import type { Fault, FaultKind, FaultyLayer } from '../inspection/firstFault.ts';
import type { Growth } from '../inspection/largestGrowth.ts';

export interface DivergencePlace {
  readonly epoch: number;
  readonly iteration: number;
  /** The iteration that growth is counted from. */
  readonly since: number;
  readonly learningRate: number;
}

/** The first number that is not finite, and what had grown before. */
export function faultFinding(
  fault: Fault,
  growth: Growth | null,
  place: DivergencePlace,
): GuardFinding {
  const where = placeOf(fault);
  const began = {
    en: `In iteration ${place.iteration} ${where.en} holds the first value that is not finite.`,
    ko: `이터레이션 ${place.iteration}에서 유한하지 않은 첫 값이 나온 곳은 ${where.ko}입니다.`,
  };
  const grew = growth && growthText(growth, place);
  return {
    kind: 'not-finite',
    ...positionOf(fault, place),
    numbers: growth ? numbersOf(growth, place) : { learningRate: place.learningRate },
    text: grew ? { en: `${began.en} ${grew.en}`, ko: `${began.ko} ${grew.ko}` } : began,
    remedies: faultRemedies(fault, growth, place),
  };
}

/** A loss over its limit whose numbers are all finite: named is what grew most. */
export function explosionFinding(growth: Growth, place: DivergencePlace): GuardFinding {
  return {
    kind: 'exploding-loss',
    ...positionOf(growth, place),
    numbers: numbersOf(growth, place),
    text: growthText(growth, place),
    remedies: stepRemedies(place),
  };
}

function positionOf(
  { layer, tensor }: Pick<Fault, 'layer' | 'tensor'>,
  { epoch, iteration }: DivergencePlace,
) {
  return {
    epoch,
    lastEpoch: epoch,
    iteration,
    layer: layer ? [...layer.path] : null,
    layerType: layer?.type ?? null,
    tensor,
  };
}

const numbersOf = ({ from, to }: Growth, { since, learningRate }: DivergencePlace) => ({
  sinceIteration: since,
  from,
  to,
  learningRate,
});

function growthText(growth: Growth, { since }: DivergencePlace): LocalizedText {
  const where = placeOf({ ...growth, kind: growth.what });
  const [from, to] = [short(growth.from), short(growth.to)];
  return {
    en: `What grew most since iteration ${since} is ${where.en}: from ${from} to ${to}.`,
    ko: `이터레이션 ${since} 이후 가장 크게 자란 것은 ${where.ko}입니다. ${from}에서 ${to}까지 커졌습니다.`,
  };
}

const short = (value: number) => grouped(Number(value.toPrecision(3)));

interface Placed {
  readonly kind: FaultKind;
  readonly layer: FaultyLayer | null;
  readonly tensor: string | null;
}

function placeOf({ kind, layer, tensor }: Placed): LocalizedText {
  const name = layer && layerName(layer.path, layer.type);
  switch (kind) {
    case 'input':
      return { en: 'the input', ko: '입력' };
    case 'loss':
      return { en: 'the loss', ko: '손실' };
    case 'output':
      return { en: `the output of ${name?.en}`, ko: `${name?.ko}의 출력` };
    case 'outputGradient':
      return {
        en: `the gradient of the output of ${name?.en}`,
        ko: `${name?.ko}의 출력에 대한 그래디언트`,
      };
    case 'gradient':
      return {
        en: `the gradient of "${tensor}" in ${name?.en}`,
        ko: `${name?.ko}의 "${tensor}"에 대한 그래디언트`,
      };
    case 'optimizer':
    case 'parameter':
    case 'buffer':
      return { en: `"${tensor}" of ${name?.en}`, ko: `${name?.ko}의 "${tensor}"` };
    default:
      return kind satisfies never;
  }
}

const dividing: ReadonlySet<string> = new Set(['BatchNorm1d', 'BatchNorm2d', 'LayerNorm']);

/** Out of nothing a division breaks; behind a growth the steps were too large. */
function faultRemedies(fault: Fault, growth: Growth | null, place: DivergencePlace): Remedy[] {
  if (fault.kind === 'input') return [remedy('scale-features')];
  const divides = fault.layer !== null && dividing.has(fault.layer.type);
  if (divides && !growth) return [remedy('raise-epsilon'), remedy('scale-features')];
  if (fault.kind === 'output' && !growth) return [remedy('scale-features'), ...stepRemedies(place)];
  return stepRemedies(place);
}

function stepRemedies({ learningRate }: DivergencePlace): Remedy[] {
  return [lowerLearningRate(learningRate), remedy('clip-gradients')];
}
