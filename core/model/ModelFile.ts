/**
 * A trained model as one self-contained file (`*.model.json`): raw values in, a prediction out.
 *
 * Two shapes of the same thing: ModelFile is what programs hold, ModelDocument the JSON on disk. In
 * the document weights are base64 of little-endian float32 under PyTorch's state_dict names and
 * layouts. `checksum` is canonicalSha256 of the document without `checksum` itself and without
 * `card`, which people fill in by hand. `testVectors` let anybody who runs the network elsewhere
 * see whether it is the same network; resources/verifiers shows how in two languages.
 */
import { z } from 'zod';
import { ImageFit } from '../contract/ImportOptions.ts';
import { layerSchema, Options } from '../contract/ModelSpec.ts';
import { Seed, Sha256, Shape, Slug, Timestamp, Title } from '../contract/primitives.ts';
import { SplitCounts, SplitMetrics } from '../contract/RunRecord.ts';
import { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { RawInput } from '../preprocessing/RawInput.ts';
import type { Model } from './buildModel.ts';

export const MODEL_FORMAT = 'descent-model';
export const MODEL_VERSION = 2;

export const ModelOutput = z.discriminatedUnion('kind', [
  /** Logits, one for each label. */
  z.strictObject({
    kind: z.literal('class'),
    name: z.string(),
    labels: z.array(z.string()).min(2).max(1_000_000),
  }),
  z.strictObject({ kind: z.literal('number'), name: z.string() }),
]);
export type ModelOutput = z.infer<typeof ModelOutput>;

/** Where the weights come from. */
const ModelProvenance = z.strictObject({
  /** The experiment's name. */
  experiment: Title,
  run: Slug,
  dataset: z.strictObject({
    name: Title,
    hash: Sha256,
    /** How its images of other sizes were made to fit; absent where they were stretched. */
    fit: ImageFit.optional(),
  }),
  splits: SplitCounts,
  seed: Seed,
  /** Of these weights. */
  epoch: z.number().int().positive(),
  metrics: z.strictObject({ train: SplitMetrics, validation: SplitMetrics }),
  createdAt: Timestamp,
  /** Version of the studio that wrote the file. */
  studio: z.string().max(100),
  /** What computed the training: `ONNX Runtime 1.30.0, CPU`. */
  executor: z.string().max(200),
});
type ModelProvenance = z.infer<typeof ModelProvenance>;

/** What only a person can say of a model; empty until somebody does. Not part of the checksum. */
const ModelCard = z.strictObject({
  intendedUse: z.string().max(20_000),
  limitations: z.string().max(20_000),
});
type ModelCard = z.infer<typeof ModelCard>;

const Numbers = z.array(z.number()).min(1).max(10_000_000);

export const TestVectors = z.strictObject({
  /**
   * An output fits when |received − expected| ≤ tolerance · max(1, largest |expected| of the
   * sample).
   */
  tolerance: z.number().positive().max(1),
  /** Samples of the validation split. */
  samples: z
    .array(
      z.strictObject({
        /** In the dataset. */
        index: z.number().int().nonnegative(),
        /** Raw, before the preprocessing. */
        input: RawInput,
        /** Of the last layer, computed in float64 from the float32 weights. */
        output: Numbers,
      }),
    )
    .max(100),
});
export type TestVectors = z.infer<typeof TestVectors>;

export const ModelDocument = z.strictObject({
  format: z.literal(MODEL_FORMAT),
  version: z.literal(MODEL_VERSION),
  /** What is done to a raw sample before the first layer. */
  input: Preprocessor,
  output: ModelOutput,
  /** Written out in full: a default filled in while reading would not be in the checksum. */
  layers: z.array(layerSchema(Options)).min(1).max(1000),
  weights: z.record(
    z
      .string()
      .regex(/^\d+(?:\.\d+)*(?:\.[A-Za-z_][A-Za-z0-9_]*)+$/, 'Expected a name such as 0.weight'),
    z.strictObject({ shape: Shape, dtype: z.literal('float32'), data: z.string() }),
  ),
  testVectors: TestVectors,
  provenance: ModelProvenance,
  card: ModelCard,
  checksum: Sha256,
});
export type ModelDocument = z.infer<typeof ModelDocument>;

export interface ModelFile {
  readonly input: Preprocessor;
  readonly output: ModelOutput;
  readonly model: Model;
  /** Parameters and buffers of the model by name, row-major. */
  readonly weights: Readonly<Record<string, Float32Array>>;
  readonly testVectors: TestVectors;
  readonly provenance: ModelProvenance;
  readonly card: ModelCard;
}
