"""Runs the exported weights on samples whose outputs are known: exit code 0 when all fit, else 1.

    python verify.py [WEIGHTS.safetensors]
"""
import json
import pathlib
import sys

import torch

from data import Data
from model import build_model
from tensors import load_weights

HERE = pathlib.Path(__file__).resolve().parent


@torch.no_grad()
def main():
    settings = json.loads((HERE / "settings.json").read_text())
    vectors = json.loads((HERE / "vectors.json").read_text())
    model = build_model()
    load_weights(model, sys.argv[1] if len(sys.argv) > 1 else HERE / "weights.safetensors")
    model.eval()
    data = Data(settings["data"])
    worst = 0.0
    for sample in vectors["samples"]:
        expected = torch.tensor(sample["output"], dtype=torch.float64)
        received = model(data.inputs([sample["input"]]))[0].double()
        scale = max(1.0, expected.abs().max().item())
        worst = max(worst, (received - expected).abs().max().item() / scale)
    passed = bool(vectors["samples"]) and worst <= vectors["tolerance"]
    facts = f"{len(vectors['samples'])} test vectors, largest difference {worst:.1e}"
    print(f"{'OK' if passed else 'FAILED'}: {facts}, tolerance {vectors['tolerance']:.0e}")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
