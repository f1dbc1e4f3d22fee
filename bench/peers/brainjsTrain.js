// brain.js, plain JavaScript on one thread: the workload of argv[2], as far as it goes.
//
// It has one activation for all layers, the last one included, squared error, momentum, and an update behind every sample.
import brain from 'brain.js';
import { answerTimes } from './answerTimes.js';

const BATCHES = 2;
const workload = JSON.parse(process.argv[2]);
const { batchSize, inputShape, classes, layers, optimizer, tokens } = workload;

const missing = layers.find(({ type }) => !['Linear', 'ReLU'].includes(type));
if (tokens || missing) throw new Error(`brain.js has no ${missing?.type ?? 'EmbeddingBag'}`);

const praxis = { SGD: null, Adam: 'adam' }[optimizer.type];
const sizes = layers
  .filter(({ type }) => type === 'Linear')
  .map(({ options }) => options.outFeatures);
const net = new brain.NeuralNetwork({ activation: 'relu' });
net.updateTrainingOptions({ learningRate: optimizer.options.learningRate, praxis });
net.sizes = [inputShape[0], ...sizes];
net.initialize();

const samples = Array.from({ length: BATCHES * batchSize }, () => {
  const output = new Float32Array(classes);
  output[Math.floor(Math.random() * classes)] = 1;
  return { input: Float32Array.from({ length: inputShape[0] }, Math.random), output };
});

function step(index) {
  for (let offset = 0; offset < batchSize; offset++) {
    net.trainPattern(samples[(index * batchSize + offset) % samples.length], false);
  }
}

step(0);
const detail = 'brain.js 1.6.1, plain JavaScript; squared error, an update behind every sample';
await answerTimes({ detail, batchSize, step });
