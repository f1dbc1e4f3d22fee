// TensorFlow.js, on one thread of WASM or on WebGPU (argv[2]): the workload of argv[3].
import { answerTimes } from './answerTimes.js';

const BATCHES = 2;
const backend = process.argv[2];
const workload = JSON.parse(process.argv[3]);
const { batchSize, tokens, classes, layers, optimizer } = workload;
// [channels, height, width] as TensorFlow has them.
const [channels, ...image] = workload.inputShape;
const inputShape = image.length > 0 ? [...image, channels] : [channels];

if (backend === 'webgpu') await provideWebgpu();
const tf = await import('@tensorflow/tfjs');
const version = await (backend === 'webgpu' ? useWebgpu() : useWasm());
await tf.ready();

/** What TensorFlow.js looks for in a browser, over Dawn. */
async function provideWebgpu() {
  const { create, globals } = await import('webgpu');
  Object.assign(globalThis, globals, { window: globalThis, self: globalThis });
  const navigator = { gpu: create([]), userAgent: 'node' };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}

async function useWebgpu() {
  await import('@tensorflow/tfjs-backend-webgpu');
  if (!(await tf.setBackend('webgpu'))) throw new Error('WebGPU has no adapter.');
  return 'WebGPU';
}

async function useWasm() {
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${import.meta.dirname}/node_modules/@tensorflow/tfjs-backend-wasm/dist/`);
  wasm.setThreadsCount(1);
  await tf.setBackend('wasm');
  return `WASM ${wasm.version_wasm}`;
}

const builders = {
  Linear({ inFeatures, outFeatures }) {
    const bound = 1 / Math.sqrt(inFeatures);
    const weight = tf.variable(tf.randomUniform([inFeatures, outFeatures], -bound, bound));
    const bias = tf.variable(tf.randomUniform([outFeatures], -bound, bound));
    return (x) => tf.add(tf.matMul(x, weight), bias);
  },
  ReLU: () => (x) => tf.relu(x),
  LeakyReLU:
    ({ negativeSlope }) =>
    (x) =>
      tf.leakyRelu(x, negativeSlope),
  BatchNorm1d({ numFeatures }) {
    const [scale, shift] = [tf.ones([numFeatures]), tf.zeros([numFeatures])].map((start) =>
      tf.variable(start),
    );
    const running = [tf.zeros([numFeatures]), tf.ones([numFeatures])].map((start) =>
      tf.variable(start, false),
    );
    return (x) => {
      const { mean, variance } = tf.moments(x, 0);
      running.forEach((value, index) => {
        const change = tf.sub([mean, variance][index], value);
        value.assign(tf.add(value, tf.mul(change, 0.1)));
      });
      return tf.batchNorm(x, mean, variance, shift, scale, 1e-5);
    };
  },
  // Masks drawn beforehand, as all contenders have it.
  Dropout({ p }) {
    let masks = null;
    return (x) => {
      masks ??= tf.keep(tf.div(tf.less(tf.randomUniform(x.shape), 1 - p).toFloat(), 1 - p));
      return tf.mul(x, masks);
    };
  },
  Conv2d({ inChannels, outChannels, kernelSize, padding }) {
    const bound = 1 / Math.sqrt(inChannels * kernelSize ** 2);
    const shape = [kernelSize, kernelSize, inChannels, outChannels];
    const filter = tf.variable(tf.randomUniform(shape, -bound, bound));
    const bias = tf.variable(tf.randomUniform([outChannels], -bound, bound));
    return (x) => tf.add(tf.conv2d(x, filter, 1, padding), bias);
  },
  MaxPool2d:
    ({ kernelSize }) =>
    (x) =>
      tf.maxPool(x, kernelSize, kernelSize, 0),
  Flatten: () => (x) => tf.reshape(x, [x.shape[0], -1]),
  EmbeddingBag({ numEmbeddings, embeddingDim }) {
    const table = tf.variable(tf.randomNormal([numEmbeddings, embeddingDim]));
    return (x) => tf.mean(tf.gather(table, x), 1);
  },
};

const forward = layers.map(({ type, options }) => builders[type](options));
const train = { SGD: tf.train.sgd, Adam: tf.train.adam }[optimizer.type](
  optimizer.options.learningRate,
);
const batches = Array.from({ length: BATCHES }, () => ({
  input: tokens
    ? tf.randomUniform([batchSize, ...inputShape], 0, tokens, 'int32')
    : tf.randomUniform([batchSize, ...inputShape]),
  target: tf.oneHot(tf.randomUniform([batchSize], 0, classes, 'int32'), classes).toFloat(),
}));

const finished = () => tf.backend().device.queue.onSubmittedWorkDone();

function step(index) {
  const { input, target } = batches[index % BATCHES];
  tf.tidy(() => {
    train.minimize(() => {
      const logits = forward.reduce((x, layer) => layer(x), input);
      return tf.losses.softmaxCrossEntropy(target, logits);
    });
  });
}

for (let index = 0; index < BATCHES; index++) step(index);
await answerTimes({
  detail: `TensorFlow.js ${tf.version_core}, ${version}`,
  batchSize,
  step(index) {
    step(index);
    // A GPU is let run ahead, as a training loop that looks at its loss now and then lets it.
    return backend === 'webgpu' && index % 16 === 15 ? finished() : null;
  },
});
