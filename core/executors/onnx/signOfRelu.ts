import type { GraphBuilder } from './GraphBuilder.ts';

const LARGEST_FLOAT = 3.4028234663852886e38;

/**
 * A line as steep as float32 has it, cut at 0 and 1, in one pass: what ReLU gives is 0 or goes
 * beyond. Sign itself takes several times as long. Only for results smaller than 3 · 10⁻³⁹, where
 * float32 has lost its digits, does the sign fall between.
 */
export const signOfRelu = (relu: string, builder: GraphBuilder): string =>
  builder.emit('HardSigmoid', [relu], { alpha: { float: LARGEST_FLOAT }, beta: { float: 0 } });
