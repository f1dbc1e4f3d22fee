#!/usr/bin/env python3
"""Records what scikit-learn computes, for the golden test of core/metrics.

    /usr/bin/python3 scripts/recordSklearn.py     writes core/golden/metrics.json

Inputs come from the generator that core/golden/testing/lcg.ts repeats. Scores are rounded to quarters in
some cases, so that equal ones occur. scikit-learn has no expected calibration error: it is computed here by
its definition, 15 bins (a, b].
"""
import json
import pathlib

import numpy as np
import sklearn
from sklearn import metrics

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "core" / "golden"


def lcg(seed, count):
    state, values = seed, []
    for _ in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values.append((state >> 16) / 32768 - 1)
    return np.array(values)


def softmax(logits):
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def calibration_error(probabilities, targets, bins=15):
    confidence, correct = probabilities.max(axis=1), probabilities.argmax(axis=1) == targets
    edges = np.linspace(0, 1, bins + 1)
    error = 0.0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            error += inside.mean() * abs(correct[inside].mean() - confidence[inside].mean())
    return error


# samples, classes, how much the target's logit is raised, step that logits are rounded to or None,
# a class that is never predicted or None
CLASSIFICATIONS = [
    (40, 2, 0.5, None, None),
    (60, 2, 0.25, 0.25, None),
    (50, 3, 1, None, None),
    (80, 5, 0.75, 0.25, None),
    (60, 4, 1, None, 2),
]


def classification(samples, classes, raised, step, never, seed):
    targets = np.floor((lcg(seed + 1, samples) + 1) / 2 * classes).astype(int)
    logits = lcg(seed, samples * classes).reshape(samples, classes) * 2
    logits += raised * np.eye(classes)[targets]
    if step:
        logits = np.floor(logits / step) * step
    if never is not None:
        logits[:, never] = -4
    probabilities = softmax(logits)
    predicted = logits.argmax(axis=1)
    binary = classes == 2
    scores = probabilities[:, 1] if binary else probabilities
    one_hot = targets if binary else np.eye(classes)[targets]
    report = {
        name: metrics.precision_recall_fscore_support(targets, predicted, average=name, zero_division=0)[:3]
        for name in ("macro", "weighted")
    }
    by_class = metrics.precision_recall_fscore_support(targets, predicted, zero_division=0)
    return {
        "accuracy": metrics.accuracy_score(targets, predicted),
        # Ties would go to the later class in scikit-learn: recorded where there are none.
        "top2": None if step or binary else metrics.top_k_accuracy_score(targets, probabilities, k=2),
        "confusion": metrics.confusion_matrix(targets, predicted).tolist(),
        "classes": np.array(by_class).T.tolist(),
        "macro": list(report["macro"]),
        "weighted": list(report["weighted"]),
        "rocAuc": metrics.roc_auc_score(targets, scores, multi_class="ovr", average="macro"),
        "averagePrecision": metrics.average_precision_score(one_hot, scores, average="macro"),
        "expectedCalibrationError": calibration_error(probabilities, targets),
    }


def record_classifications():
    for number, (samples, classes, raised, step, never) in enumerate(CLASSIFICATIONS):
        seed = 40_000 + 100 * number
        yield {
            "samples": samples,
            "classes": classes,
            "raised": raised,
            "step": step,
            "never": never,
            "seed": seed,
            "expected": classification(samples, classes, raised, step, never, seed),
        }


# samples, size of the error, mean of the target
REGRESSIONS = [(30, 0.1, 0), (30, 4, 0), (20, 1, 1000), (10, 0, 5)]


def record_regressions():
    for number, (samples, error, offset) in enumerate(REGRESSIONS):
        seed = 50_000 + 100 * number
        targets = lcg(seed, samples) + offset
        predictions = targets + error * lcg(seed + 1, samples)
        yield {
            "samples": samples,
            "error": error,
            "offset": offset,
            "seed": seed,
            "expected": {
                "r2": metrics.r2_score(targets, predictions),
                "meanAbsoluteError": metrics.mean_absolute_error(targets, predictions),
                "rootMeanSquaredError": metrics.mean_squared_error(targets, predictions) ** 0.5,
            },
        }


if __name__ == "__main__":
    document = {
        "sklearn": sklearn.__version__,
        "recordedBy": "scripts/recordSklearn.py",
        "classifications": list(record_classifications()),
        "regressions": list(record_regressions()),
    }
    (GOLDEN / "metrics.json").write_text(json.dumps(document, indent=1) + "\n")
