#!/usr/bin/env node
/**
 * Checks a Descent model file with nothing but Node (16 or newer):
 *
 *     node verify-model.mjs MODEL.json
 *
 * It checks the checksum, runs the network in plain loops on the test vectors inside the file, and
 * compares. The exit code is 0 when all of them fit, else 1. Written apart from the studio's own
 * code and without any of it, so that the two can disagree. verify_model.py is its twin.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

// --- a tensor of one sample: { shape, data }, row-major, in float64 ------------------------------

const sizeOf = (shape) => shape.reduce((product, size) => product * size, 1);
const pair = (value) => (Array.isArray(value) ? value : [value, value]);
const map = (x, f) => ({ shape: x.shape, data: x.data.map(f) });
const sum = (values) => values.reduce((total, value) => total + value, 0);
const sigmoid = (value) => 1 / (1 + Math.exp(-value));

/** 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, whose terms all have one sign. */
function erf(x) {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let total = x;
  for (let n = 1; n < 300; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

function linear(x, options, weight) {
  const w = weight('weight').data;
  const b = options.bias ? weight('bias').data : null;
  const width = x.data.length;
  const data = Array.from({ length: options.outFeatures }, (_, o) => {
    let total = b ? b[o] : 0;
    for (let i = 0; i < width; i += 1) total += x.data[i] * w[o * width + i];
    return total;
  });
  return { shape: [options.outFeatures], data };
}

/** Calls visit(y, x) for the places of a window, -1 for x where it lies in the padding. */
function slide(size, { kernel, stride, padding, dilation }, place, visit) {
  for (let ky = 0; ky < kernel[0]; ky += 1) {
    for (let kx = 0; kx < kernel[1]; kx += 1) {
      const y = place[0] * stride[0] + ky * dilation[0] - padding[0];
      const x = place[1] * stride[1] + kx * dilation[1] - padding[1];
      const inside = y >= 0 && y < size[0] && x >= 0 && x < size[1];
      visit(ky * kernel[1] + kx, inside ? y * size[1] + x : -1);
    }
  }
}

function windowOf(options) {
  const kernel = pair(options.kernelSize);
  return {
    kernel,
    stride: pair(options.stride === undefined ? kernel : options.stride),
    padding: pair(options.padding === undefined ? 0 : options.padding),
    dilation: pair(options.dilation === undefined ? 1 : options.dilation),
    ceilMode: options.ceilMode === true,
  };
}

/** With ceilMode a last window may hang over, as long as it starts inside the image or its padding. */
function placesOf(size, { kernel, stride, padding, dilation, ceilMode }) {
  return size.map((length, axis) => {
    const rest = length + 2 * padding[axis] - dilation[axis] * (kernel[axis] - 1) - 1;
    if (!ceilMode) return Math.floor(rest / stride[axis]) + 1;
    const last = Math.ceil(rest / stride[axis]);
    return last * stride[axis] < length + padding[axis] ? last + 1 : last;
  });
}

/** compute(channel, place) for every channel and place of the output. */
function overPlaces(channels, [height, width], compute) {
  const data = [];
  for (let c = 0; c < channels; c += 1) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) data.push(compute(c, [y, x]));
    }
  }
  return { shape: [channels, height, width], data };
}

function conv2d({ shape: [channels, ...size], data }, options, weight) {
  const window = windowOf(options);
  const w = weight('weight').data;
  const b = options.bias ? weight('bias').data : null;
  const inGroup = channels / options.groups;
  const outGroup = options.outChannels / options.groups;
  const taps = window.kernel[0] * window.kernel[1];
  return overPlaces(options.outChannels, placesOf(size, window), (o, place) => {
    let total = b ? b[o] : 0;
    const first = Math.floor(o / outGroup) * inGroup;
    for (let c = 0; c < inGroup; c += 1) {
      slide(size, window, place, (tap, at) => {
        if (at < 0) return;
        total += data[(first + c) * size[0] * size[1] + at] * w[(o * inGroup + c) * taps + tap];
      });
    }
    return total;
  });
}

function maxPool2d({ shape: [channels, ...size], data }, options) {
  const window = windowOf(options);
  return overPlaces(channels, placesOf(size, window), (c, place) => {
    let largest = -Infinity;
    slide(size, window, place, (_, at) => {
      if (at >= 0) largest = Math.max(largest, data[c * size[0] * size[1] + at]);
    });
    return largest;
  });
}

function avgPool2d({ shape: [channels, ...size], data }, options) {
  const window = windowOf(options);
  return overPlaces(channels, placesOf(size, window), (c, place) => {
    let total = 0;
    let inside = 0;
    slide(size, window, place, (_, at) => {
      if (at < 0) return;
      total += data[c * size[0] * size[1] + at];
      inside += 1;
    });
    return total / (options.countIncludePad ? paddedArea(size, window, place) : inside);
  });
}

/** Pixels of a window, those of the padding among them, but none that hang over even that. */
function paddedArea(size, { kernel, stride, padding }, place) {
  const [height, width] = [0, 1].map((axis) => {
    const from = place[axis] * stride[axis] - padding[axis];
    return Math.min(from + kernel[axis], size[axis] + padding[axis]) - from;
  });
  return height * width;
}

function adaptiveAvgPool2d({ shape: [channels, height, width], data }, options) {
  const out = pair(options.outputSize);
  return overPlaces(channels, out, (c, [row, column]) => {
    const [top, bottom] = share(row, out[0], height);
    const [left, right] = share(column, out[1], width);
    let total = 0;
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) total += data[(c * height + y) * width + x];
    }
    return total / ((bottom - top) * (right - left));
  });
}

const share = (index, count, size) => [
  Math.floor((index * size) / count),
  Math.ceil(((index + 1) * size) / count),
];

/** On running statistics; axis 0 of a sample holds the features. */
function batchNorm(x, options, weight) {
  const width = x.data.length / options.numFeatures;
  const [mean, variance] = [weight('running_mean').data, weight('running_var').data];
  return map(x, (value, index) => {
    const f = Math.floor(index / width);
    const normal = (value - mean[f]) / Math.sqrt(variance[f] + options.eps);
    return options.affine ? normal * weight('weight').data[f] + weight('bias').data[f] : normal;
  });
}

function layerNorm(x, options, weight) {
  const size = sizeOf([options.normalizedShape].flat());
  const affine = options.elementwiseAffine;
  const scale = affine ? weight('weight').data : null;
  const shift = affine && options.bias !== false ? weight('bias').data : null;
  const data = [];
  for (let start = 0; start < x.data.length; start += size) {
    const values = x.data.slice(start, start + size);
    const mean = sum(values) / size;
    const variance = sum(values.map((value) => (value - mean) ** 2)) / size;
    values.forEach((value, i) => {
      const normal = (value - mean) / Math.sqrt(variance + options.eps);
      data.push(normal * (scale ? scale[i] : 1) + (shift ? shift[i] : 0));
    });
  }
  return { shape: x.shape, data };
}

function logSoftmax(x, { dim }) {
  const axis = dim < 0 ? dim + x.shape.length : dim - 1;
  const count = x.shape[axis];
  const inner = sizeOf(x.shape.slice(axis + 1));
  const data = x.data.slice();
  for (let first = 0; first < data.length; first += 1) {
    if (Math.floor(first / inner) % count !== 0) continue;
    const places = Array.from({ length: count }, (_, i) => first + i * inner);
    const largest = Math.max(...places.map((place) => x.data[place]));
    const total = sum(places.map((place) => Math.exp(x.data[place] - largest)));
    for (const place of places) data[place] = x.data[place] - largest - Math.log(total);
  }
  return { shape: x.shape, data };
}

function gelu(x, { approximate }) {
  if (approximate !== 'tanh') return map(x, (v) => (v * (1 + erf(v / Math.SQRT2))) / 2);
  const scale = Math.sqrt(2 / Math.PI);
  return map(x, (v) => (v * (1 + Math.tanh(scale * (v + 0.044715 * v ** 3)))) / 2);
}

/** The rows of the table that the sample's numbers name; those outside take the nearest. */
function rowsOf(tokens, options, weight) {
  const width = options.embeddingDim;
  const table = weight('weight').data;
  return tokens.map((token) => table.slice(token * width, (token + 1) * width));
}

const tokensOf = ({ data }, { numEmbeddings }) =>
  data.map((value) => Math.trunc(Math.min(Math.max(value, 0), numEmbeddings - 1)));

function embedding(x, options, weight) {
  const data = rowsOf(tokensOf(x, options), options, weight).flat();
  return { shape: [...x.shape, options.embeddingDim], data };
}

/** Padding, where there is one, does not count. */
function embeddingBag(x, options, weight) {
  const tokens = tokensOf(x, options).filter((token) => token !== options.paddingIdx);
  const rows = rowsOf(tokens, options, weight);
  const data = Array.from({ length: options.embeddingDim }, (_, column) => {
    const total = sum(rows.map((row) => row[column]));
    return options.mode === 'sum' ? total : total / Math.max(1, rows.length);
  });
  return { shape: [options.embeddingDim], data };
}

const LAYERS = {
  Linear: linear,
  Conv2d: conv2d,
  MaxPool2d: maxPool2d,
  AvgPool2d: avgPool2d,
  AdaptiveAvgPool2d: adaptiveAvgPool2d,
  Flatten: (x) => ({ shape: [x.data.length], data: x.data }),
  BatchNorm1d: batchNorm,
  BatchNorm2d: batchNorm,
  LayerNorm: layerNorm,
  Dropout: (x, { p, scaling }) => (scaling === 'classic' ? map(x, (v) => v * (1 - p)) : x),
  Embedding: embedding,
  EmbeddingBag: embeddingBag,
  ReLU: (x) => map(x, (v) => Math.max(v, 0)),
  LeakyReLU: (x, { negativeSlope }) => map(x, (v) => (v > 0 ? v : negativeSlope * v)),
  ELU: (x, { alpha }) => map(x, (v) => (v > 0 ? v : alpha * Math.expm1(v))),
  GELU: gelu,
  SiLU: (x) => map(x, (v) => v * sigmoid(v)),
  Sigmoid: (x) => map(x, sigmoid),
  Tanh: (x) => map(x, Math.tanh),
  Softmax: (x, options) => map(logSoftmax(x, options), Math.exp),
  LogSoftmax: logSoftmax,
  Identity: (x) => x,
  Residual: (x, _options, _weight, inner) => {
    const { data } = inner(x);
    return { shape: x.shape, data: x.data.map((value, index) => value + data[index]) };
  },
};

/** Layers inside a layer have its position in front of their own: `3.0.weight`. */
function runLayers(layers, input, weights, prefix = '') {
  return layers.reduce((value, { type, options, layers: held }, index) => {
    if (!Object.hasOwn(LAYERS, type)) {
      throw new Error(`There is no layer "${type}".`);
    }
    const weight = (name) => {
      const tensor = weights.get(`${prefix}${index}.${name}`);
      if (!tensor) throw new Error(`The weight "${prefix}${index}.${name}" is missing.`);
      return tensor;
    };
    const inner = (x) => runLayers(held, x, weights, `${prefix}${index}.`);
    return LAYERS[type](value, options, weight, inner);
  }, input);
}

// --- preprocessing -------------------------------------------------------------------------------

/** A function from a raw sample to { shape, data }. */
function encoderOf(preprocessor) {
  const { kind } = preprocessor;
  if (kind === 'image') {
    const { sampleShape: shape, scale, shift } = preprocessor;
    const scaled = (value) => Math.fround(Math.fround(value) * scale + shift);
    return (pixels) => ({ shape, data: pixels.map(scaled) });
  }
  if (kind === 'table') {
    const { columns } = preprocessor;
    return (cells) => {
      if (cells.length !== columns.length) throw new Error('A row has the wrong length.');
      const data = columns.flatMap((column, i) => encodeCell(column, cells[i]));
      return { shape: [data.length], data };
    };
  }
  if (kind !== 'text') throw new Error(`There is no kind of sample "${kind}".`);
  const places = new Map(preprocessor.terms.map((term, place) => [term, place]));
  return (text) => encodeText(preprocessor, places, text);
}

function encodeCell({ name, type, labels, missing, scale, shift }, cell) {
  if (cell === null && missing === null) throw new Error(`"${name}" must have a value.`);
  if (type !== 'category') {
    return [Math.fround(Math.fround(cell === null ? missing : cell) * scale + shift)];
  }
  const isOwn = missing === 'ownCategory';
  const place = cell !== null ? labels.indexOf(cell) : isOwn ? labels.length : missing;
  if (place < 0) throw new Error(`"${name}" has no label "${cell}".`);
  return Array.from({ length: labels.length + (isOwn ? 1 : 0) }, (_, i) => (i === place ? 1 : 0));
}

function encodeText({ tokenizer, vectorizer: { type, options }, weights }, places, text) {
  const tokens = tokenize(tokenizer, text);
  if (type === 'TokenIds') {
    const data = Array(options.length).fill(0);
    tokens.slice(0, options.length).forEach((token, i) => {
      data[i] = places.has(token) ? places.get(token) + 2 : 1;
    });
    return { shape: [options.length], data };
  }
  const separator = tokenizer.type === 'Words' || tokenizer.type === 'Syllables' ? ' ' : '';
  const data = Array(places.size).fill(0);
  for (let length = options.ngramMin; length <= options.ngramMax; length += 1) {
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const place = places.get(tokens.slice(start, start + length).join(separator));
      if (place !== undefined) data[place] += 1;
    }
  }
  if (type === 'BagOfWords') {
    return { shape: [data.length], data: options.binary ? data.map((n) => Math.min(n, 1)) : data };
  }
  if (type !== 'TfIdf') throw new Error(`There is no vectorizer "${type}".`);
  const damped = (n) => (options.sublinear && n > 0 ? 1 + Math.log(n) : n);
  const values = data.map((n, place) => damped(n) * weights[place]);
  const length = Math.sqrt(sum(values.map((value) => value * value)));
  return {
    shape: [data.length],
    data: values.map((value) => (value === 0 ? 0 : Math.fround(value / length))),
  };
}

const CLASSES = [
  ['blank', /[\p{Z}\p{Cc}\u200b\ufeff]/u],
  ['word', /[\p{L}\p{M}\p{N}\p{Pc}]/u],
  ['punctuation', /[\p{P}\p{Sm}\p{Sc}\p{Sk}]/u],
  ['ignorable', /\p{Cf}/u],
];
const classOf = (character) => (CLASSES.find(([, is]) => is.test(character)) || ['symbol'])[0];
const isBetween = (character, ...ranges) =>
  ranges.some(([first, last]) => character >= first && character <= last);
const isLead = (c) => isBetween(c, ['\u1100', '\u115f'], ['\ua960', '\ua97c']);
const isVowelOrTail = (c) => isBetween(c, ['\u1160', '\u11ff'], ['\ud7b0', '\ud7fb']);
const isSyllable = (c) => isBetween(c, ['\uac00', '\ud7a3']);
const isHangul = (c) => c.length === 1 && (isLead(c) || isVowelOrTail(c) || isSyllable(c));
const isRegional = (c) => /^[\u{1f1e6}-\u{1f1ff}]$/u.test(c);

function extendsAny(c) {
  const code = c.codePointAt(0);
  if (code < 0xad) return false;
  if (/^[\u{1f3fb}-\u{1f3ff}]$/u.test(c) || (code >= 0x300 && /\p{M}/u.test(c))) return true;
  return classOf(c) === 'ignorable';
}

function joins(last, next) {
  if (extendsAny(next)) return true;
  if (last === '\u200d') return classOf(next) === 'symbol';
  if (next.length === 1 && isVowelOrTail(next)) return isHangul(last);
  return (
    last.length === 1 && next.length === 1 && isLead(last) && (isLead(next) || isSyllable(next))
  );
}

/** Where a character ends as people see it; a text is a list of its code points here. */
function clusterEnd(text, start) {
  let end = start + 1;
  if (end < text.length && isRegional(text[start]) && isRegional(text[end])) {
    end += 1;
    while (end < text.length && extendsAny(text[end])) end += 1;
    return end;
  }
  while (end < text.length && joins(text[end - 1], text[end])) end += 1;
  return end;
}

/** Whether an apostrophe, point or comma stands inside a word; of the basic plane only. */
function isInside(text, at) {
  const [before, sign, after] = [text[at - 1] || '', text[at], text[at + 1] || ''];
  const both = (is) =>
    before.length === 1 && after.length === 1 && is.test(before) && is.test(after);
  if (sign === "'" || sign === '’') return both(/\p{L}/u);
  return (sign === '.' || sign === ',') && both(/\p{Nd}/u);
}

/** [kind, code points] of words, punctuation, symbols and the blanks between them. */
function piecesOf(text) {
  const pieces = [];
  for (let start = 0; start < text.length; ) {
    const first = classOf(text[start]);
    const kind = first === 'ignorable' ? 'blank' : first;
    const goesOn = (at) => {
      const next = classOf(text[at]);
      if (next === 'ignorable' || next === kind) return true;
      return kind === 'word' && isInside(text, at);
    };
    let end = start;
    if (kind === 'word' || kind === 'blank') while (end < text.length && goesOn(end)) end += 1;
    else end = clusterEnd(text, start);
    pieces.push([kind, text.slice(start, end)]);
    start = end;
  }
  return pieces;
}

/** What stands between two blanks is one piece. */
function runsOf(pieces) {
  const runs = [];
  for (const [kind, part] of pieces) {
    const last = runs[runs.length - 1];
    if (kind !== 'blank' && last && last[0] === 'word') last[1] = [...last[1], ...part];
    else runs.push([kind === 'blank' ? kind : 'word', part]);
  }
  return runs;
}

function normal(part, lowercase) {
  const text = part.join('');
  const kept = /[\p{So}\p{Cn}\p{Co}]/u.test(text) ? text : text.replace(/\p{Cf}/gu, '');
  return lowercase ? kept.normalize('NFC').toLowerCase() : kept.normalize('NFC');
}

function clustersOf(part) {
  const clusters = [];
  for (let start = 0; start < part.length; ) {
    const end = clusterEnd(part, start);
    clusters.push(part.slice(start, end));
    start = end;
  }
  return clusters;
}

function charactersOf(text, { lowercase, punctuation, blanks }) {
  const tokens = [];
  let isBlank = false;
  for (const [kind, part] of piecesOf(text)) {
    if (kind === 'punctuation' && punctuation === 'drop') continue;
    if (kind === 'blank') {
      isBlank = true;
      continue;
    }
    if (isBlank && blanks && tokens.length > 0) tokens.push(' ');
    isBlank = false;
    for (const cluster of clustersOf(part)) tokens.push(normal(cluster, lowercase));
  }
  return tokens;
}

function syllablesOf(part) {
  const parts = [];
  let wasOther = false;
  for (const cluster of clustersOf(part)) {
    const isOther = !isHangul(cluster[0]);
    if (isOther && wasOther) parts[parts.length - 1].push(...cluster);
    else parts.push([...cluster]);
    wasOther = isOther;
  }
  return parts;
}

function tokenize({ type, options }, source) {
  const text = Array.from(source);
  if (type === 'Characters') return charactersOf(text, options);
  if (type === 'Jamo') {
    return charactersOf(text, options).flatMap((token) =>
      isHangul(Array.from(token)[0] || '') ? Array.from(token.normalize('NFD')) : [token],
    );
  }
  if (type !== 'Words' && type !== 'Syllables') throw new Error(`There is no tokenizer "${type}".`);
  const { lowercase, punctuation } = options;
  const pieces = punctuation === 'attach' ? runsOf(piecesOf(text)) : piecesOf(text);
  return pieces
    .filter(([kind]) => kind !== 'blank' && !(kind === 'punctuation' && punctuation === 'drop'))
    .flatMap(([, part]) => (type === 'Syllables' ? syllablesOf(part) : [part]))
    .map((part) => normal(part, lowercase));
}

// --- the file ------------------------------------------------------------------------------------

/** RFC 8785: no blanks, keys sorted by UTF-16 code units, numbers as JSON.stringify writes them. */
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function checkChecksum({ checksum, card, ...content }) {
  const actual = createHash('sha256').update(canonical(content), 'utf8').digest('hex');
  if (actual !== checksum) throw new Error('The checksum does not match: the file was changed.');
}

function decodeTensor({ shape, dtype, data }) {
  const bytes = Buffer.from(data, 'base64');
  if (dtype !== 'float32' || bytes.length !== 4 * sizeOf(shape)) {
    throw new Error('A weight does not fit its shape.');
  }
  return {
    shape,
    data: Array.from({ length: sizeOf(shape) }, (_, i) => bytes.readFloatLE(4 * i)),
  };
}

/** Numbers only, scaled by one pair for an image, else by one for each. */
const version1 =
  ({ sampleShape, normalizer: { scale, shift } }) =>
  (values) => ({
    shape: sampleShape,
    data: values.map((value, i) => {
      const place = scale.length === 1 ? 0 : i;
      return Math.fround(Math.fround(value) * scale[place] + shift[place]);
    }),
  });

function verify(file) {
  if (file.format !== 'descent-model' || (file.version !== 1 && file.version !== 2)) {
    throw new Error('This is no Descent model file of version 1 or 2.');
  }
  checkChecksum(file);
  const weights = new Map(
    Object.entries(file.weights).map(([name, tensor]) => [name, decodeTensor(tensor)]),
  );
  const { samples, tolerance } = file.testVectors;
  if (samples.length === 0) throw new Error('The file holds no test vectors.');
  const encode = file.version === 2 ? encoderOf(file.input) : version1(file.input);
  let worst = 0;
  for (const { input, output } of samples) {
    const { data } = runLayers(file.layers, encode(input), weights);
    if (data.length !== output.length) throw new Error('An output has the wrong length.');
    const scale = output.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    for (const [i, expected] of output.entries()) {
      const difference = Math.abs(data[i] - expected) / scale;
      worst = Number.isNaN(difference) ? Infinity : Math.max(worst, difference);
    }
  }
  const facts =
    `${samples.length} test vectors, largest difference ${worst.toExponential(1)}, ` +
    `tolerance ${tolerance.toExponential(0)}`;
  if (worst > tolerance) throw new Error(facts);
  return facts;
}

try {
  const [path] = process.argv.slice(2);
  if (!path) throw new Error('Usage: node verify-model.mjs MODEL.json');
  const facts = verify(JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')));
  process.stdout.write(`OK: ${facts}\n`);
} catch (error) {
  process.stdout.write(`FAILED: ${error.message}\n`);
  process.exitCode = 1;
}
