"""The dataset, split and scaled exactly as in Descent.

    data/features.bin   [samples, *sample_shape], uint8 or float32, little-endian, row-major
    data/targets.bin    [samples], int32 class numbers or float32 numbers
    data/splits.json    {"train": [...], "validation": [...], "test": [...]}: rows of each part
"""
import json
import pathlib

import torch

FOLDER = pathlib.Path(__file__).resolve().parent / "data"
TYPES = {"uint8": torch.uint8, "int32": torch.int32, "float32": torch.float32}


def read_array(name, dtype, shape):
    values = torch.frombuffer(bytearray((FOLDER / name).read_bytes()), dtype=TYPES[dtype])
    return values.reshape(shape)


class Data:
    def __init__(self, settings):
        count, shape = settings["samples"], settings["sample_shape"]
        self.is_class = settings["target"] == "class"
        self.shape = shape
        self.features = read_array("features.bin", settings["feature_type"], [count, *shape])
        self.targets = read_array("targets.bin", "int32" if self.is_class else "float32", [count])
        self.splits = json.loads((FOLDER / "splits.json").read_text())
        self.scale = torch.tensor(settings["scale"], dtype=torch.float64)
        self.shift = torch.tensor(settings["shift"], dtype=torch.float64)

    def normalize(self, values):
        """z = x * scale + shift, by one pair for all pixels of images, by one per feature else."""
        flat = values.reshape(len(values), -1).double()
        return (flat * self.scale + self.shift).float().reshape(values.shape)

    def batch(self, rows, device, augment=None):
        """`augment` changes the samples one by one, before they are scaled."""
        targets, features = self.targets[rows], self.features[rows]
        if augment is not None:
            features = torch.stack([augment(sample) for sample in features])
        targets = targets.long() if self.is_class else targets.float()
        return self.normalize(features).to(device), targets.to(device)

    def order(self, seed, epoch):
        """The training rows in a fresh order, the same in every process."""
        rows = torch.tensor(self.splits["train"])
        generator = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
        return rows[torch.randperm(len(rows), generator=generator)]
