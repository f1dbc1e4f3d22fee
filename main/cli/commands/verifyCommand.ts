/** `descent verify MODEL.json`: the model's own test vectors through its weights, no store needed. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { referenceExecutor } from '../../../core/executors/reference/ReferenceExecutor.ts';
import { verifyModel } from '../../../core/model/verifyModel.ts';
import { readModel } from '../../service/library/readModel.ts';
import type { CommandContext } from '../CommandContext.ts';

type VerifyContext = Pick<CommandContext, 'terminal' | 'json'>;

/** Throws StudioError `invalid-model` when an output does not fit. */
export async function verifyCommand({ terminal, json }: VerifyContext, path: string) {
  const file = readModel(path);
  const verification = await verifyModel(file, referenceExecutor());
  const { passed, samples, tolerance, largestDifference, worstSample } = verification;
  const facts =
    `${samples} test vectors, largest difference ${largestDifference.toExponential(1)}, ` +
    `tolerance ${tolerance.toExponential(0)}`;
  if (!passed) {
    const place = worstSample === null ? '' : `.samples[${worstSample}]`;
    throw new StudioError('invalid-model', `The model does not fit: ${facts}.`, {
      where: `${path}: testVectors${place}`,
      hint: samples === 0 ? 'The file holds no test vectors.' : 'Export it again from its run.',
    });
  }
  if (json) terminal.json({ model: path, ...verification });
  else terminal.line(`OK: ${facts}`);
}
