#!/usr/bin/env python3
"""Records what `print` shows of PyTorch's modules, for the parser of core/model/pytorch.

    /usr/bin/python3 scripts/recordPytorchPrint.py     writes core/golden/printedModules.json

A case is code and what is printed of what it makes: both must be read as the same layers. Strides stand in the
code, because `print` shows them. A new layer adds a row to LAYERS. Torch's version stands in the file.
"""
import collections
import json
import pathlib
import sys

import torch
from torch import nn

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "resources" / "pytorch"))
sys.dont_write_bytecode = True
import layers as own  # noqa: E402

LAYERS = [
    "nn.Linear(784, 256)",
    "nn.Linear(784, 256, bias=False)",
    "nn.Conv2d(1, 16, 3)",
    "nn.Conv2d(4, 16, (3, 5), stride=2, padding=1, dilation=2, groups=2, bias=False)",
    "nn.Conv2d(1, 1, 3, padding='same')",
    "nn.MaxPool2d(2, 2)",
    "nn.MaxPool2d((2, 3), stride=1, padding=1, dilation=2, ceil_mode=True)",
    "nn.AvgPool2d(2, 2)",
    "nn.AvgPool2d((2, 3), stride=1, padding=1)",
    "nn.AdaptiveAvgPool2d(1)",
    "nn.AdaptiveAvgPool2d((2, 3))",
    "nn.Flatten()",
    "nn.BatchNorm1d(200)",
    "nn.BatchNorm1d(200, eps=1e-3, momentum=0.25, affine=False)",
    "nn.BatchNorm2d(16)",
    "nn.LayerNorm(64)",
    "nn.LayerNorm([64], eps=1e-3, elementwise_affine=False)",
    "LayerNorm(64, bias=False)",
    "nn.Dropout()",
    "nn.Dropout(0.2, inplace=True)",
    "Dropout(0.2, scaling='classic')",
    "nn.Embedding(10000, 64)",
    "nn.Embedding(10000, 64, padding_idx=0)",
    "nn.EmbeddingBag(10000, 64)",
    "nn.EmbeddingBag(10000, 64, mode='sum', padding_idx=3)",
    "nn.Identity()",
    "nn.ReLU()",
    "nn.ReLU(inplace=True)",
    "nn.LeakyReLU()",
    "nn.LeakyReLU(0.2, inplace=True)",
    "nn.ELU()",
    "nn.ELU(0.5)",
    "nn.GELU()",
    "nn.GELU(approximate='tanh')",
    "nn.SiLU()",
    "nn.Sigmoid()",
    "nn.Tanh()",
    "nn.Softmax(dim=1)",
    "nn.LogSoftmax(dim=-1)",
    "Residual(nn.Linear(3, 3), nn.ReLU())",
    "Residual(nn.Linear(3, 3), Residual(nn.Tanh(), nn.Linear(3, 3)))",
    "nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.ReLU(), nn.Linear(2, 2)))",
]

NAMED = {
    "features": nn.Sequential(
        collections.OrderedDict(conv1=nn.Conv2d(1, 6, 5), act=nn.ReLU(), pool=nn.Sequential(nn.MaxPool2d(2)))
    ),
    "flat": nn.Flatten(),
    "2": nn.Linear(864, 120),
    "a-1": nn.Sequential(nn.ReLU(), nn.Linear(120, 10)),
}


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 2)
        self.body = nn.Sequential(nn.ReLU())


if __name__ == "__main__":
    names = {"nn": nn, **{name: getattr(own, name) for name in ("Residual", "Dropout", "LayerNorm")}}
    document = {
        "torch": torch.__version__,
        "recordedBy": "scripts/recordPytorchPrint.py",
        "layers": [
            {"code": code, "printed": str(eval(f"nn.Sequential({code})", dict(names)))} for code in LAYERS
        ],
        "named": str(nn.Sequential(collections.OrderedDict(NAMED))),
        "refused": {
            "class": str(Net()),
            "list": str(nn.ModuleList([nn.ReLU(), nn.ReLU()])),
            "unknown": str(nn.Sequential(nn.Linear(3, 3), nn.Sequential(nn.Linear(3, 3), nn.PReLU()))),
            "momentum": str(nn.Sequential(nn.BatchNorm1d(3, momentum=None))),
        },
    }
    path = ROOT / "core" / "golden" / "printedModules.json"
    path.write_text(json.dumps(document, indent=1) + "\n")
