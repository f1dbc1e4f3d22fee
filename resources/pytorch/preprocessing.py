"""From a raw sample to the numbers that the network takes, exactly as in Descent, in plain loops.

    encode = encoder_of(json.load(open("preprocessing.json")))
    shape, numbers = encode([39.1, None, "Torgersen"])      a row: the columns in their order
    shape, numbers = encode("A text.")                      or a text, or the pixels of an image
"""
import math
import struct
import unicodedata

# --- preprocessing: the same lines stand in verify_model.py ---------------------------------------


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


# --- end of preprocessing -------------------------------------------------------------------------
