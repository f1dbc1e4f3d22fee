#!/usr/bin/env python3
"""Checks a Descent model file with nothing but Python (3.8 or newer):

    python3 verify_model.py MODEL.json

It checks the checksum, runs the network in plain loops on the test vectors inside the file, and
compares. The exit code is 0 when all of them fit, else 1. Written apart from the studio's own code
and without any of it, so that the two can disagree. verify-model.mjs is its twin.
"""
import base64
import hashlib
import json
import math
import re
import struct
import sys

# --- a tensor of one sample: (shape, data), row-major, in float64 ---------------------------------


def size_of(shape):
    return math.prod(shape)


def pair(value):
    return value if isinstance(value, list) else [value, value]


def elementwise(function):
    return lambda x, options, weight: (x[0], [function(value, options) for value in x[1]])


def sigmoid(value):
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    return math.exp(value) / (1 + math.exp(value))


def linear(x, options, weight):
    data, table = x[1], weight("weight")
    width, count = len(data), options["outFeatures"]
    bias = weight("bias") if options["bias"] else [0.0] * count
    rows = (table[o * width : (o + 1) * width] for o in range(count))
    return [count], [b + sum(a * w for a, w in zip(data, row)) for b, row in zip(bias, rows)]


class Window:
    def __init__(self, options):
        self.kernel = pair(options["kernelSize"])
        self.stride = pair(options.get("stride", self.kernel))
        self.padding = pair(options.get("padding", 0))
        self.dilation = pair(options.get("dilation", 1))
        self.ceil_mode = options.get("ceilMode", False)

    def places(self, size):
        return [self.places_along(axis, length) for axis, length in enumerate(size)]

    def places_along(self, axis, length):
        """With ceilMode a last window may hang over if it starts in the image or its padding."""
        stride, padding = self.stride[axis], self.padding[axis]
        rest = length + 2 * padding - self.dilation[axis] * (self.kernel[axis] - 1) - 1
        if not self.ceil_mode:
            return rest // stride + 1
        last = -(-rest // stride)
        return last + 1 if last * stride < length + padding else last

    def padded_area(self, size, place):
        """Pixels of a window, those of the padding among them, but none that hang over it."""
        area = 1
        for axis, length in enumerate(size):
            start = place[axis] * self.stride[axis] - self.padding[axis]
            area *= min(start + self.kernel[axis], length + self.padding[axis]) - start
        return area

    def taps(self, size, place):
        """(number of the tap, place in the channel) of those that do not lie in the padding."""
        for ky in range(self.kernel[0]):
            y = place[0] * self.stride[0] + ky * self.dilation[0] - self.padding[0]
            for kx in range(self.kernel[1]):
                x = place[1] * self.stride[1] + kx * self.dilation[1] - self.padding[1]
                if 0 <= y < size[0] and 0 <= x < size[1]:
                    yield ky * self.kernel[1] + kx, y * size[1] + x


def over_places(channels, size, compute):
    data = [
        compute(c, (y, x)) for c in range(channels) for y in range(size[0]) for x in range(size[1])
    ]
    return [channels, *size], data


def conv2d(x, options, weight):
    (channels, *size), data = x
    window, table, count = Window(options), weight("weight"), options["outChannels"]
    bias = weight("bias") if options["bias"] else [0.0] * count
    in_group, out_group = channels // options["groups"], count // options["groups"]
    taps, area = window.kernel[0] * window.kernel[1], size[0] * size[1]

    def compute(o, place):
        first = o // out_group * in_group
        return bias[o] + sum(
            data[(first + c) * area + at] * table[(o * in_group + c) * taps + tap]
            for c in range(in_group)
            for tap, at in window.taps(size, place)
        )

    return over_places(count, window.places(size), compute)


def max_pool2d(x, options, weight):
    (channels, *size), data = x
    window, area = Window(options), size[0] * size[1]

    def compute(c, place):
        return max(data[c * area + at] for _, at in window.taps(size, place))

    return over_places(channels, window.places(size), compute)


def avg_pool2d(x, options, weight):
    (channels, *size), data = x
    window, area = Window(options), size[0] * size[1]

    def compute(c, place):
        inside = [data[c * area + at] for _, at in window.taps(size, place)]
        padded = options["countIncludePad"]
        return sum(inside) / (window.padded_area(size, place) if padded else len(inside))

    return over_places(channels, window.places(size), compute)


def adaptive_avg_pool2d(x, options, weight):
    (channels, height, width), data = x
    out = pair(options["outputSize"])

    def share(index, count, size):
        return range(index * size // count, -(-(index + 1) * size // count))

    def compute(c, place):
        rows, columns = share(place[0], out[0], height), share(place[1], out[1], width)
        total = sum(data[(c * height + y) * width + x] for y in rows for x in columns)
        return total / (len(rows) * len(columns))

    return over_places(channels, out, compute)


def batch_norm(x, options, weight):
    """On running statistics; axis 0 of a sample holds the features."""
    shape, data = x
    features = options["numFeatures"]
    width = len(data) // features
    mean, variance = weight("running_mean"), weight("running_var")
    scale = weight("weight") if options["affine"] else [1.0] * features
    shift = weight("bias") if options["affine"] else [0.0] * features
    return shape, [
        (value - mean[f]) / math.sqrt(variance[f] + options["eps"]) * scale[f] + shift[f]
        for value, f in ((value, i // width) for i, value in enumerate(data))
    ]


def layer_norm(x, options, weight):
    shape, data = x
    normalized = options["normalizedShape"]
    size = size_of(normalized) if isinstance(normalized, list) else normalized
    affine = options["elementwiseAffine"]
    scale = weight("weight") if affine else [1.0] * size
    shift = weight("bias") if affine and options.get("bias", True) else [0.0] * size
    result = []
    for start in range(0, len(data), size):
        values = data[start : start + size]
        mean = sum(values) / size
        deviation = math.sqrt(sum((v - mean) ** 2 for v in values) / size + options["eps"])
        result += [(v - mean) / deviation * a + b for v, a, b in zip(values, scale, shift)]
    return shape, result


def log_softmax(x, options, weight):
    shape, data = x
    dim = options["dim"]
    axis = dim + len(shape) if dim < 0 else dim - 1
    count, inner = shape[axis], size_of(shape[axis + 1 :])
    result = list(data)
    for first in range(len(data)):
        if first // inner % count != 0:
            continue
        places = [first + i * inner for i in range(count)]
        largest = max(data[place] for place in places)
        total = math.log(sum(math.exp(data[place] - largest) for place in places))
        for place in places:
            result[place] = data[place] - largest - total
    return shape, result


def softmax(x, options, weight):
    shape, data = log_softmax(x, options, weight)
    return shape, [math.exp(value) for value in data]


def gelu(value, options):
    if options["approximate"] == "tanh":
        inner = math.sqrt(2 / math.pi) * (value + 0.044715 * value**3)
        return value * (1 + math.tanh(inner)) / 2
    return value * (1 + math.erf(value / math.sqrt(2))) / 2


def tokens_of(x, options):
    """Numbers outside the table take the nearest row."""
    return [int(min(max(value, 0), options["numEmbeddings"] - 1)) for value in x[1]]


def rows_of(tokens, options, weight):
    width, table = options["embeddingDim"], weight("weight")
    return [table[token * width : (token + 1) * width] for token in tokens]


def embedding(x, options, weight):
    rows = rows_of(tokens_of(x, options), options, weight)
    return [*x[0], options["embeddingDim"]], [value for row in rows for value in row]


def embedding_bag(x, options, weight):
    """Padding does not count; -1 means that there is none."""
    tokens = [token for token in tokens_of(x, options) if token != options.get("paddingIdx")]
    rows = rows_of(tokens, options, weight)
    divisor = 1 if options["mode"] == "sum" else max(1, len(rows))
    total = [sum(column) for column in zip(*rows)] or [0.0] * options["embeddingDim"]
    return [options["embeddingDim"]], [value / divisor for value in total]


LAYERS = {
    "Linear": linear,
    "Conv2d": conv2d,
    "MaxPool2d": max_pool2d,
    "AvgPool2d": avg_pool2d,
    "AdaptiveAvgPool2d": adaptive_avg_pool2d,
    "Flatten": lambda x, options, weight: ([len(x[1])], x[1]),
    "BatchNorm1d": batch_norm,
    "BatchNorm2d": batch_norm,
    "LayerNorm": layer_norm,
    "Dropout": elementwise(lambda v, o: v * (1 - o["p"]) if o["scaling"] == "classic" else v),
    "Embedding": embedding,
    "EmbeddingBag": embedding_bag,
    "ReLU": elementwise(lambda v, o: max(v, 0.0)),
    "LeakyReLU": elementwise(lambda v, o: v if v > 0 else o["negativeSlope"] * v),
    "ELU": elementwise(lambda v, o: v if v > 0 else o["alpha"] * math.expm1(v)),
    "GELU": elementwise(gelu),
    "SiLU": elementwise(lambda v, o: v * sigmoid(v)),
    "Sigmoid": elementwise(lambda v, o: sigmoid(v)),
    "Tanh": elementwise(lambda v, o: math.tanh(v)),
    "Softmax": softmax,
    "LogSoftmax": log_softmax,
    "Identity": lambda x, options, weight: x,
}


def run_layers(layers, x, weights, prefix=""):
    """Layers inside a layer have its position in front of their own: `3.0.weight`."""
    for index, layer in enumerate(layers):
        if layer["type"] not in LAYERS and layer["type"] != "Residual":
            raise ValueError(f'There is no layer "{layer["type"]}".')
        place = f"{prefix}{index}."
        if layer["type"] == "Residual":
            _, inner = run_layers(layer["layers"], x, weights, place)
            x = x[0], [a + b for a, b in zip(x[1], inner)]
            continue
        x = LAYERS[layer["type"]](x, layer["options"], lambda name: weights[place + name])
    return x


# --- the file -------------------------------------------------------------------------------------


def number_text(value):
    """As ECMAScript writes a number: the shortest digits, and an exponent only from 1e21 on."""
    if value == 0:
        return "0"
    sign, (digits, _, exponent) = "-" if value < 0 else "", repr(abs(float(value))).partition("e")
    whole, _, fraction = digits.partition(".")
    point = len(whole) + int(exponent or 0)
    digits = (whole + fraction).lstrip("0")
    point -= len(whole + fraction) - len(digits)
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    mantissa = digits[0] + ("." + digits[1:] if count > 1 else "")
    return f"{sign}{mantissa}e{point - 1:+d}"


def text_of(value):
    quoted = json.dumps(value, ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", quoted)


def canonical(value):
    """RFC 8785: no blanks, keys sorted by UTF-16 code units, numbers as ECMAScript writes them."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{text_of(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, str):
        return text_of(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return number_text(value)


def check_checksum(file):
    content = {key: value for key, value in file.items() if key not in ("checksum", "card")}
    actual = hashlib.sha256(canonical(content).encode()).hexdigest()
    if actual != file["checksum"]:
        raise ValueError("The checksum does not match: the file was changed.")


def decode_tensor(tensor):
    data = base64.b64decode(tensor["data"], validate=True)
    count = size_of(tensor["shape"])
    if tensor["dtype"] != "float32" or len(data) != 4 * count:
        raise ValueError("A weight does not fit its shape.")
    return list(struct.unpack(f"<{count}f", data))


def float32(value):
    return struct.unpack("<f", struct.pack("<f", value))[0]


def normalize(description, values):
    scale, shift = (description["normalizer"][name] for name in ("scale", "shift"))
    if len(scale) == 1:
        scale, shift = scale * len(values), shift * len(values)
    data = [float32(float32(v) * a + b) for v, a, b in zip(values, scale, shift)]
    return description["sampleShape"], data


def verify(file):
    if file.get("format") != "descent-model" or file.get("version") != 1:
        raise ValueError("This is no Descent model file of version 1.")
    check_checksum(file)
    weights = {name: decode_tensor(tensor) for name, tensor in file["weights"].items()}
    samples, tolerance = file["testVectors"]["samples"], file["testVectors"]["tolerance"]
    if not samples:
        raise ValueError("The file holds no test vectors.")
    worst = 0.0
    for sample in samples:
        _, data = run_layers(file["layers"], normalize(file["input"], sample["input"]), weights)
        if len(data) != len(sample["output"]):
            raise ValueError("An output has the wrong length.")
        scale = max(1, *(abs(value) for value in sample["output"]))
        for received, expected in zip(data, sample["output"]):
            difference = abs(received - expected) / scale
            worst = math.inf if math.isnan(difference) else max(worst, difference)
    facts = f"{len(samples)} test vectors, largest difference {worst:.1e}, tolerance {tolerance:.0e}"
    if worst > tolerance:
        raise ValueError(facts)
    return facts


def main():
    if len(sys.argv) != 2:
        raise ValueError("Usage: python3 verify_model.py MODEL.json")
    with open(sys.argv[1], encoding="utf-8-sig") as stream:
        return verify(json.load(stream))


if __name__ == "__main__":
    try:
        print(f"OK: {main()}")
    except Exception as error:  # whatever is wrong with the file, the answer is one line and a 1
        print(f"FAILED: {error if isinstance(error, ValueError) else repr(error)}")
        sys.exit(1)
