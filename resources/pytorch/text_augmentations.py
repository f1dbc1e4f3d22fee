"""Descent's augmentations of texts: each draws from the words of a text, then applies.

A word is what stands between two blanks without the punctuation at its ends. Words move over places;
blanks and punctuation stay. Random numbers are torch's own.
"""
import math
import re
import unicodedata

from augmentations import Step, below, uniform
from preprocessing import normal, pieces_of

BLANK = "_____"


class Passage:
    """Parts of a text: (the blank in front, the part itself, "word", "sign" or "gap")."""

    def __init__(self, parts, end):
        self.parts, self.end = parts, end

    def places(self):
        return [place for place, part in enumerate(self.parts) if part[2] == "word"]

    def words(self):
        return [text for _, text, kind in self.parts if kind == "word"]

    def changed(self, changes):
        """With other (text, kind) at some places; the blanks stay."""
        parts = [(p[0], *changes.get(place, p[1:])) for place, p in enumerate(self.parts)]
        return Passage(parts, self.end)

    def text(self):
        """A part that was taken out takes its blank along; the first left begins as the text did."""
        shown = [part for part in self.parts if part[1] != ""]
        lead = self.parts[0][0] if self.parts else ""
        pairs = [(before if at else lead) + text for at, (before, text, _) in enumerate(shown)]
        return "".join(pairs) + self.end


def passage_of(text):
    chunks, parts, done = [[]], [], 0
    for piece in pieces_of(text):
        if piece[0] == "blank":
            chunks.append([])
        else:
            chunks[-1].append(piece)
    for chunk in chunks:
        cores = [at for at, piece in enumerate(chunk) if piece[0] != "punctuation"]
        for at, (_, start, end) in enumerate(chunk):
            is_sign = not cores or at < cores[0] or at > cores[-1]
            if not is_sign and at != cores[-1]:
                continue
            start = start if is_sign else chunk[cores[0]][1]
            parts.append((text[done:start], text[start:end], "sign" if is_sign else "word"))
            done = end
    return Passage(parts, text[done:])


def is_same(a, b):
    return a == b or normal(a, True) == normal(b, True)


def distinct(count, most):
    """`count` different numbers below `most`, in rising order."""
    numbers = list(range(most))
    for at in range(count):
        chosen = at + below(most - at)
        numbers[at], numbers[chosen] = numbers[chosen], numbers[at]
    return sorted(numbers[:count])


class Edits(Step):
    def edits(self, words, most):
        return min(most, max(self.count, math.floor(self.share * words + 0.5)))


class WordDeletion(Edits):
    def draw(self, passage):
        count = len(passage.words())
        if count < 2:
            return None
        at = distinct(self.edits(count, count - 1), count)
        return {"at": at, "leave_blank": self.leave_blank}

    @staticmethod
    def apply(passage, at, leave_blank):
        places, text = passage.places(), BLANK if leave_blank else ""
        return passage.changed({places[word]: (text, "gap") for word in at})


class WordSwap(Edits):
    def draw(self, passage):
        words, first, second = passage.words(), [], []
        free = list(range(len(words)))
        for _ in range(self.edits(len(words), len(words) // 2)):
            if all(is_same(words[word], words[free[0]]) for word in free):
                break
            first.append(free[below(len(free))])
            others = [word for word in free if not is_same(words[word], words[first[-1]])]
            second.append(others[below(len(others))])
            free = [word for word in free if word not in (first[-1], second[-1])]
        return {"first": first, "second": second} if first else None

    @staticmethod
    def apply(passage, first, second):
        places, parts = passage.places(), passage.parts
        pairs = [(places[a], places[b]) for a, b in zip(first, second)]
        changes = {a: parts[b][1:] for a, b in pairs + [(b, a) for a, b in pairs]}
        return passage.changed(changes)


def moved(items, start, target):
    rest = items[:start] + items[start + 1 :]
    return rest[:target] + [items[start]] + rest[target:]


class WordMove(Edits):
    def draw(self, passage):
        before = passage.words()
        if all(is_same(word, before[0]) for word in before):
            return None
        words, starts, targets = before, [], []
        for _ in range(self.edits(len(words), len(words) - 1)):
            start = below(len(words))
            other = [at for at, word in enumerate(words) if not is_same(word, words[start])]
            left = max((at for at in other if at < start), default=-1)
            right = min((at for at in other if at > start), default=len(words))
            choices = [*range(left + 1), *range(right, len(words))]
            starts.append(start)
            targets.append(choices[below(len(choices))])
            words = moved(words, starts[-1], targets[-1])
        if all(is_same(word, old) for word, old in zip(words, before)):
            # The last move brought everything back.
            starts, targets = starts[:-1], targets[:-1]
        return {"start": starts, "target": targets}

    @staticmethod
    def apply(passage, start, target):
        places = passage.places()
        contents = [passage.parts[place][1:] for place in places]
        for one, to in zip(start, target):
            contents = moved(contents, one, to)
        return passage.changed(dict(zip(places, contents)))


class RandomInsertion(Edits):
    """Words of a list, or of the text itself where there is none."""

    def draw(self, passage):
        own = passage.words()
        if len(own) < 2:
            return None
        listed = [unicodedata.normalize("NFC", word.strip()) for word in self.words]
        choices = [word for word in listed if word] or own
        count = self.edits(len(own), math.inf)
        words = [choices[below(len(choices))] for _ in range(count)]
        return {"words": words, "at": [below(len(own) + edit + 1) for edit in range(count)]}

    @staticmethod
    def apply(passage, words, at):
        for text, word in zip(words, at):
            places, parts = passage.places(), list(passage.parts)
            if word == len(places):
                parts.insert(places[-1] + 1, (" ", text, "word"))
            else:
                place = places[word]
                before, *following = parts[place]
                parts[place : place + 1] = [(before, text, "word"), (" ", *following)]
            passage = Passage(parts, passage.end)
        return passage


# Chosen by whether a consonant ends the noun; longer ones first, as they begin alike.
PAIRS = (
    "으로부터/로부터 으로서/로서 으로써/로써 이에요/예요 으로/로 이나/나 이란/란 이랑/랑 이라/라 "
    "은/는 이/가 을/를 와/과 아/야"
)
PAIRS = [pair.split("/") for pair in PAIRS.split()]
FIXED = "에게서|에게|에서|에|한테서|한테|께서|께|의|도|만|까지|부터|보다|처럼|마다|조차|밖에|들"
PARTICLES = re.compile(f"(?:{FIXED}|{'|'.join(form for pair in PAIRS for form in pair)})*")


def is_hangul_end(word):
    return "가" <= word[-1:] <= "힣"


def particle(noun, pair):
    """The one of the pair for the sound that ends the noun; 로 follows ㄹ, too."""
    final = (ord(noun[-1]) - 0xAC00) % 28 if is_hangul_end(noun) else 0
    is_other = pair[0] == "와" or (final == 8 and pair[0].startswith("으로"))
    return pair[(final == 0) != is_other]


def replace_stem(word, stem, replacement):
    """None where the word is not the noun, alone or with Korean particles."""
    if not word.startswith(stem):
        return None
    rest = word[len(stem) :]
    if rest == "":
        return replacement
    if len(stem) < 2 or not is_hangul_end(stem) or not PARTICLES.fullmatch(rest):
        return None
    for pair in PAIRS:
        form = next((one for one in pair if rest.startswith(one)), None)
        if form is None or not PARTICLES.fullmatch(rest[len(form) :]):
            continue
        if particle(stem, pair) == form:
            fitting = particle(replacement, pair) if is_hangul_end(replacement) else form
            return replacement + fitting + rest[len(form) :]
    return replacement + rest if re.match(FIXED, rest) else None


class SynonymReplacement(Edits):
    """By lines such as "good: great, fine"; Korean particles follow the new noun."""

    def lists(self):
        for line in self.synonyms:
            word, _, synonyms = line.partition(":")
            stem = normal(word.strip(), True)
            found = [unicodedata.normalize("NFC", one.strip()) for one in synonyms.split(",")]
            yield stem, [one for one in found if one and normal(one, True) != stem]

    def replacements(self, word):
        plain = normal(word, True)
        for stem, synonyms in self.lists():
            for synonym in synonyms:
                replaced = replace_stem(plain, stem, synonym)
                if replaced is not None and replaced != plain:
                    is_capital = unicodedata.category(word[0]) == "Lu"
                    yield replaced[0].upper() + replaced[1:] if is_capital else replaced

    def draw(self, passage):
        words = passage.words()
        choices = [list(self.replacements(word)) for word in words]
        candidates = [word for word, found in enumerate(choices) if found]
        if len(words) < 2 or not candidates:
            return None
        count = self.edits(len(words), len(candidates))
        at = [candidates[place] for place in distinct(count, len(candidates))]
        return {"at": at, "replacements": [choices[word][below(len(choices[word]))] for word in at]}

    @staticmethod
    def apply(passage, at, replacements):
        places = passage.places()
        return passage.changed({places[w]: (text, "word") for w, text in zip(at, replacements)})


class AugmentText:
    """The steps one after the other, on one training text; they never bring it back to what it was."""

    def __init__(self, *steps):
        self.steps = steps

    def __call__(self, text):
        passages = [passage_of(text)]
        for step in self.steps:
            values = step.draw(passages[-1]) if uniform(0, 1) < step.p else None
            if values is not None:
                passages.append(step.apply(passages[-1], **values))
        undone = len(passages) > 1 and passages[-1].text() == text
        return passages[-2 if undone else -1].text()
