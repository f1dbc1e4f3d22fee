#!/usr/bin/env python3
"""Records what scikit-learn makes of a table, for the golden test of core/preprocessing.

    /usr/bin/python3 scripts/recordSklearnPreprocessing.py     writes core/golden/preprocessing.json

Fitted on the first rows, applied to all: scaling by the values that are there, then the mean where one is missing
(the other way round would count the means as measured, and make the spread smaller); a place for each category, and one
more for those that are missing, or the most frequent one in its place.
"""
import json
import pathlib

import numpy as np
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "core" / "golden"
LABELS = ["red", "green", "blue"]
TRAIN, ROWS = 14, 24


def lcg(seed, count):
    values, state = [], seed
    for _ in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        values.append(state / 2**31 - 1)
    return np.array(values)


def table():
    numbers = np.float32(np.stack([lcg(1, ROWS) * 1e-3, lcg(2, ROWS) * 5e4 + 1e6, lcg(3, ROWS)], axis=1))
    numbers = numbers.astype(np.float64)
    numbers[[2, 9, 17], 0] = np.nan
    numbers[[5, 20], 2] = np.nan
    places = np.floor((lcg(4, ROWS) + 1) * 1.5)
    places[[3, 8, 15]] = np.nan
    return numbers, places


SCALERS = {"standardize": StandardScaler, "minMax": MinMaxScaler}


def encoded(numbers, places, scaler, missing):
    names = np.array([["missing" if np.isnan(p) else LABELS[int(p)]] for p in places], dtype=object)
    categories = [LABELS + (["missing"] if missing == "ownCategory" else [])]
    encoder = OneHotEncoder(categories=categories, sparse_output=False)
    steps = [SimpleImputer(missing_values="missing", strategy="most_frequent")] if missing == "mostFrequent" else []
    both = np.concatenate([numbers.astype(object), names], axis=1)
    transformer = ColumnTransformer(
        [
            ("numbers", make_pipeline(SCALERS[scaler](), SimpleImputer()), [0, 1, 2]),
            ("category", make_pipeline(*steps, encoder), [3]),
        ]
    )
    return transformer.fit(both[:TRAIN]).transform(both).astype(np.float64).tolist()


if __name__ == "__main__":
    numbers, places = table()
    rows = np.concatenate([numbers, places[:, None]], axis=1)
    document = {
        "sklearn": sklearn.__version__,
        "recordedBy": "scripts/recordSklearnPreprocessing.py",
        "labels": LABELS,
        "train": TRAIN,
        "rows": [[None if np.isnan(value) else value for value in row] for row in rows.tolist()],
        "cases": [
            {"normalization": scaler, "missingCategories": missing, "encoded": encoded(numbers, places, scaler, missing)}
            for scaler in SCALERS
            for missing in ("ownCategory", "mostFrequent")
        ],
    }
    (GOLDEN / "preprocessing.json").write_text(json.dumps(document, indent=1) + "\n")
