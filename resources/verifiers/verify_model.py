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
import unicodedata

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


# --- preprocessing: the same lines stand in preprocessing.py ---------------------------------------


def float32(value):
    return struct.unpack("<f", struct.pack("<f", value))[0]


def encoder_of(preprocessor):
    """A function from a raw sample to (shape, data)."""
    kind = preprocessor["kind"]
    if kind == "image":
        shape, scale, shift = (preprocessor[name] for name in ("sampleShape", "scale", "shift"))
        return lambda pixels: (shape, [float32(float32(v) * scale + shift) for v in pixels])
    if kind == "table":
        columns = preprocessor["columns"]

        def encode_row(cells):
            if len(cells) != len(columns):
                raise ValueError(f"A row must have {len(columns)} cells. Received {len(cells)}.")
            data = [x for column, cell in zip(columns, cells) for x in encode_cell(column, cell)]
            return [len(data)], data

        return encode_row
    if kind != "text":
        raise ValueError(f'There is no kind of sample "{kind}".')
    places = {term: place for place, term in enumerate(preprocessor["terms"])}
    return lambda text: encode_text(preprocessor, places, text)


def encode_cell(column, cell):
    missing = column["missing"]
    if cell is None and missing is None:
        raise ValueError(f'"{column["name"]}" must have a value.')
    if column["type"] != "category":
        value = float32(missing if cell is None else cell)
        return [float32(value * column["scale"] + column["shift"])]
    labels, is_own = column["labels"], missing == "ownCategory"
    place = (len(labels) if is_own else missing) if cell is None else labels.index(cell)
    return [1.0 if i == place else 0.0 for i in range(len(labels) + is_own)]


def encode_text(preprocessor, places, text):
    vectorizer = preprocessor["vectorizer"]
    options, count = vectorizer["options"], len(places)
    tokens = tokenize(preprocessor["tokenizer"], text)
    if vectorizer["type"] == "TokenIds":
        numbers = [places[t] + 2 if t in places else 1 for t in tokens[: options["length"]]]
        data = [float(n) for n in numbers]
        return [options["length"]], data + [0.0] * (options["length"] - len(data))
    by_word = preprocessor["tokenizer"]["type"] in ("Words", "Syllables")
    found = ngrams(tokens, options["ngramMin"], options["ngramMax"], " " if by_word else "")
    counts = {}
    for place in (places[term] for term in found if term in places):
        counts[place] = counts.get(place, 0) + 1
    if vectorizer["type"] == "BagOfWords":
        values = {p: 1.0 if options["binary"] else float(n) for p, n in counts.items()}
    elif vectorizer["type"] == "TfIdf":
        damp = (lambda n: 1 + math.log(n)) if options["sublinear"] else float
        values = {p: damp(n) * preprocessor["weights"][p] for p, n in counts.items()}
        length = math.sqrt(sum(v * v for v in values.values()))
        values = {p: float32(v / length) for p, v in values.items()}
    else:
        raise ValueError(f'There is no vectorizer "{vectorizer["type"]}".')
    return [count], [values.get(place, 0.0) for place in range(count)]


def ngrams(tokens, least, most, separator):
    for length in range(least, most + 1):
        for start in range(len(tokens) - length + 1):
            yield separator.join(tokens[start : start + length])


def character_class(character):
    category = unicodedata.category(character)
    if category[0] == "Z" or category == "Cc" or character in "\u200b\ufeff":
        return "blank"
    if category[0] in "LMN" or category == "Pc":
        return "word"
    if category[0] == "P" or category in ("Sm", "Sc", "Sk"):
        return "punctuation"
    return "ignorable" if category == "Cf" else "symbol"


def is_between(code, *ranges):
    return any(first <= code <= last for first, last in ranges)


def is_lead(code):
    return is_between(code, (0x1100, 0x115F), (0xA960, 0xA97C))


def is_vowel_or_tail(code):
    return is_between(code, (0x1160, 0x11FF), (0xD7B0, 0xD7FB))


def is_hangul(code):
    return is_lead(code) or is_vowel_or_tail(code) or is_between(code, (0xAC00, 0xD7A3))


def extends_any(character):
    code = ord(character)
    if code < 0xAD:
        return False
    is_mark = code >= 0x300 and unicodedata.category(character)[0] == "M"
    is_tone = is_between(code, (0x1F3FB, 0x1F3FF))
    return is_tone or is_mark or character_class(character) == "ignorable"


def joins(last, following):
    code, before = ord(following), ord(last)
    if extends_any(following):
        return True
    if before == 0x200D:
        return character_class(following) == "symbol"
    if is_vowel_or_tail(code):
        return is_hangul(before)
    return is_lead(before) and (is_lead(code) or is_between(code, (0xAC00, 0xD7A3)))


def cluster_end(text, start):
    """Where the character ends as people see it: a letter with its marks, a flag, an emoji."""
    end, last, flags = start + 1, text[start], (0x1F1E6, 0x1F1FF)
    while end < len(text):
        pairs = end == start + 1 and all(is_between(ord(c), flags) for c in (last, text[end]))
        if pairs:
            end += 1
            while end < len(text) and extends_any(text[end]):
                end += 1
            return end
        if not joins(last, text[end]):
            return end
        last, end = text[end], end + 1
    return end


def is_inside(text, at):
    """Whether an apostrophe, point or comma stands inside a word; of the basic plane only."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or not after or max(before, after) > "\uffff":
        return False
    if text[at] in "'\u2019":
        return unicodedata.category(before)[0] == unicodedata.category(after)[0] == "L"
    return text[at] in ".," and unicodedata.category(before) == unicodedata.category(after) == "Nd"


def pieces_of(text):
    """(kind, start, end) of words, punctuation, symbols and the blanks between them."""
    start = 0
    while start < len(text):
        kind, end = character_class(text[start]), start
        if kind == "word":
            while end < len(text):
                inside = character_class(text[end]) in ("word", "ignorable")
                if not inside and not (end > start and is_inside(text, end)):
                    break
                end += 1
        elif kind in ("blank", "ignorable"):
            kind = "blank"
            while end < len(text) and character_class(text[end]) in ("blank", "ignorable"):
                end += 1
        else:
            end = cluster_end(text, start)
        yield kind, start, end
        start = end


def runs_of(pieces):
    """What stands between two blanks is one piece."""
    runs = []
    for kind, start, end in pieces:
        if kind != "blank" and runs and runs[-1][0] == "word":
            runs[-1] = "word", runs[-1][1], end
        else:
            runs.append((kind if kind == "blank" else "word", start, end))
    return runs


def normal(text, lowercase):
    categories = [unicodedata.category(character) for character in text]
    if not any(category in ("So", "Cn", "Co") for category in categories):
        text = "".join(c for c, category in zip(text, categories) if category != "Cf")
    text = unicodedata.normalize("NFC", text)
    return text.lower() if lowercase else text


def clusters(text, start, end):
    while start < end:
        following = min(cluster_end(text, start), end)
        yield text[start:following]
        start = following


def characters_of(text, options):
    tokens, is_blank = [], False
    for kind, start, end in pieces_of(text):
        if kind == "punctuation" and options["punctuation"] == "drop":
            continue
        if kind == "blank":
            is_blank = True
            continue
        if is_blank and options["blanks"] and tokens:
            tokens.append(" ")
        is_blank = False
        tokens += [normal(one, options["lowercase"]) for one in clusters(text, start, end)]
    return tokens


def syllables_of(text, start, end):
    parts, was_other = [], False
    for one in clusters(text, start, end):
        is_other = not is_hangul(ord(one[0]))
        if is_other and was_other:
            parts[-1] += one
        else:
            parts.append(one)
        was_other = is_other
    return parts


def tokenize(tokenizer, text):
    kind, options = tokenizer["type"], tokenizer["options"]
    if kind in ("Characters", "Jamo"):
        tokens = characters_of(text, options)
        if kind == "Characters":
            return tokens
        is_cut = [is_hangul(ord(token[0])) if token else False for token in tokens]
        parts = [unicodedata.normalize("NFD", t) if cut else [t] for t, cut in zip(tokens, is_cut)]
        return [part for token in parts for part in token]
    if kind not in ("Words", "Syllables"):
        raise ValueError(f'There is no tokenizer "{kind}".')
    pieces = list(pieces_of(text))
    if options["punctuation"] == "attach":
        pieces = runs_of(pieces)
    tokens = []
    for piece, start, end in pieces:
        if piece == "blank" or (piece == "punctuation" and options["punctuation"] == "drop"):
            continue
        parts = syllables_of(text, start, end) if kind == "Syllables" else [text[start:end]]
        tokens += [normal(part, options["lowercase"]) for part in parts]
    return tokens


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


def version_1(description):
    """Numbers only, scaled by one pair for an image, else by one for each."""
    scale, shift = (description["normalizer"][name] for name in ("scale", "shift"))

    def encode(values):
        count = len(values) if len(scale) == 1 else 1
        pairs = zip(values, scale * count, shift * count)
        return description["sampleShape"], [float32(float32(v) * a + b) for v, a, b in pairs]

    return encode


def verify(file):
    if file.get("format") != "descent-model" or file.get("version") not in (1, 2):
        raise ValueError("This is no Descent model file of version 1 or 2.")
    check_checksum(file)
    weights = {name: decode_tensor(tensor) for name, tensor in file["weights"].items()}
    samples, tolerance = file["testVectors"]["samples"], file["testVectors"]["tolerance"]
    if not samples:
        raise ValueError("The file holds no test vectors.")
    encode = encoder_of(file["input"]) if file["version"] == 2 else version_1(file["input"])
    worst = 0.0
    for sample in samples:
        _, data = run_layers(file["layers"], encode(sample["input"]), weights)
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
