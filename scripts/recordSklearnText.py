#!/usr/bin/env python3
"""Records what scikit-learn's text vectorizers compute, for the golden test of core/text.

    /usr/bin/python3 scripts/recordSklearnText.py     writes core/golden/text.json

Vocabularies are compared by term, since scikit-learn orders them by code points. Where it keeps the most
frequent terms alone, the limit stands where the counts change, because it breaks ties in an order of its own.
"""
import json
import pathlib

import sklearn
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "core" / "golden"

TEXTS = [
    "나는 학교에 가는 것을 좋아한다 .",
    "나는 영화를 보는 것을 아주 좋아한다 !",
    "학교에 가는 길은 멀고, 학교에 가는 버스는 느리다.",
    "영화는 지루했다. 정말 지루했다",
    "The film was long and the plot was thin.",
    "A good film, a GOOD plot and good actors!",
    "Not good, not bad: a film of 2019 with 3 actors",
    "AI를 배운다, PyTorch로 배운다",
    "배운다 배운다 배운다 good",
    "😀 좋아한다 😀 👍",
    "",
    "unseen",
]
TRAIN = len(TEXTS) - 1

# name, vectorizer, our options, scikit-learn's options
WORD = {"token_pattern": r"(?u)\b\w+\b|[^\w\s,.!:]"}
CASES = [
    ("Words", "BagOfWords", {}, WORD),
    ("Words", "BagOfWords", {"binary": True, "ngramMax": 2}, {**WORD, "binary": True, "ngram_range": (1, 2)}),
    ("Words", "BagOfWords", {"ngramMin": 2, "ngramMax": 3}, {**WORD, "ngram_range": (2, 3)}),
    ("Words", "BagOfWords", {"vocabularySize": 7}, {**WORD, "max_features": 7}),
    ("Characters", "BagOfWords", {"ngramMin": 2, "ngramMax": 3}, {"analyzer": "char", "ngram_range": (2, 3)}),
    ("Words", "TfIdf", {}, WORD),
    ("Words", "TfIdf", {"sublinear": True, "ngramMax": 2}, {**WORD, "sublinear_tf": True, "ngram_range": (1, 2)}),
    ("Words", "TfIdf", {"vocabularySize": 7}, {**WORD, "max_features": 7}),
    ("Characters", "TfIdf", {"ngramMin": 1, "ngramMax": 4}, {"analyzer": "char", "ngram_range": (1, 4)}),
]


def refuse_tie(vectorizer, theirs):
    """The limit must not part terms of one count."""
    if "max_features" not in theirs:
        return
    everything = CountVectorizer(**{**theirs, "max_features": None})
    counts = sorted(everything.fit_transform(TEXTS[:TRAIN]).sum(axis=0).tolist()[0], reverse=True)
    limit = theirs["max_features"]
    assert counts[limit - 1] > counts[limit], (vectorizer, counts[: limit + 3])


def record():
    for tokenizer, vectorizer, ours, theirs in CASES:
        refuse_tie(vectorizer, theirs)
        make = TfidfVectorizer if vectorizer == "TfIdf" else CountVectorizer
        fitted = make(**theirs).fit(TEXTS[:TRAIN])
        terms = fitted.get_feature_names_out()
        rows = fitted.transform(TEXTS)
        yield {
            "tokenizer": tokenizer,
            "vectorizer": vectorizer,
            "options": ours,
            "terms": terms.tolist(),
            # One a text: the terms that are not 0.
            "values": [
                {terms[place]: value for place, value in zip(row.indices, row.data.tolist())} for row in rows
            ],
        }


if __name__ == "__main__":
    document = {
        "sklearn": sklearn.__version__,
        "recordedBy": "scripts/recordSklearnText.py",
        "texts": TEXTS,
        "train": TRAIN,
        "cases": list(record()),
    }
    text = json.dumps(document, indent=1, ensure_ascii=False)
    (GOLDEN / "text.json").write_text(text + "\n", encoding="utf-8")
