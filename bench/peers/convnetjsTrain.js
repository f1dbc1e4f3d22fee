// ConvNetJS, plain JavaScript on one thread: the workload of argv[2].
import convnetjs from 'convnetjs';
import { answerTimes } from './answerTimes.js';

const BATCHES = 2;
const workload = JSON.parse(process.argv[2]);
const { batchSize, inputShape, classes, layers, optimizer, tokens } = workload;
const [depth, height = 1, width = 1] = inputShape;

if (optimizer.type !== 'SGD') throw new Error(`ConvNetJS has no ${optimizer.type}`);
if (tokens) throw new Error('ConvNetJS has no EmbeddingBag');

// Its own words for what follows the input; an activation and a dropout join the layer in front.
const builders = {
  Linear: ({ outFeatures }) => ({ type: 'fc', num_neurons: outFeatures }),
  Conv2d: ({ outChannels, kernelSize, padding }) => ({
    type: 'conv',
    sx: kernelSize,
    filters: outChannels,
    stride: 1,
    pad: padding,
  }),
  MaxPool2d: ({ kernelSize }) => ({ type: 'pool', sx: kernelSize, stride: kernelSize }),
};
const attachments = {
  ReLU: () => ({ activation: 'relu' }),
  Dropout: ({ p }) => ({ drop_prob: p }),
};

const definitions = [{ type: 'input', out_sx: width, out_sy: height, out_depth: depth }];
for (const { type, options } of layers) {
  if (type === 'Flatten') continue;
  if (builders[type]) definitions.push(builders[type](options));
  else if (attachments[type]) Object.assign(definitions.at(-1), attachments[type](options));
  else throw new Error(`ConvNetJS has no ${type}`);
}
// Its last layer is the product and the softmax in one.
definitions.splice(-1, 1, { type: 'softmax', num_classes: classes });

const net = new convnetjs.Net();
net.makeLayers(definitions);
const trainer = new convnetjs.Trainer(net, {
  method: 'sgd',
  learning_rate: optimizer.options.learningRate,
  momentum: 0,
  batch_size: batchSize,
});
const samples = Array.from({ length: BATCHES * batchSize }, () => {
  const sample = new convnetjs.Vol(width, height, depth, 0);
  for (let index = 0; index < sample.w.length; index++) sample.w[index] = Math.random();
  return { sample, label: Math.floor(Math.random() * classes) };
});

function step(index) {
  for (let offset = 0; offset < batchSize; offset++) {
    const { sample, label } = samples[(index * batchSize + offset) % samples.length];
    trainer.train(sample, label);
  }
}

step(0);
await answerTimes({ detail: 'ConvNetJS 0.3.0, plain JavaScript', batchSize, step });
