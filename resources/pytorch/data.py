"""The dataset, split and preprocessed exactly as in Descent.

    data/images.bin     [samples, channels, height, width] uint8, row-major; of images
    data/samples.json   the cells of every row, or every text; of tables and texts
    data/targets.bin    [samples], int32 class numbers or float32 numbers, little-endian
    data/splits.json    {"train": [...], "validation": [...], "test": [...]}: rows of each part
    preprocessing.json  how a raw sample becomes what the network takes
"""
import json
import pathlib

import torch

from preprocessing import encoder_of

HERE = pathlib.Path(__file__).resolve().parent
TYPES = {"uint8": torch.uint8, "int32": torch.int32, "float32": torch.float32}


def read_array(name, dtype, shape):
    values = torch.frombuffer(bytearray((HERE / "data" / name).read_bytes()), dtype=TYPES[dtype])
    return values.reshape(shape)


class Data:
    def __init__(self, settings):
        count, self.shape = settings["samples"], settings["input_shape"]
        self.is_image = settings["kind"] == "image"
        self.is_class = settings["target"] == "class"
        self.preprocessor = json.loads((HERE / "preprocessing.json").read_text(encoding="utf-8"))
        self.encode = encoder_of(self.preprocessor)
        if self.is_image:
            self.samples = read_array("images.bin", "uint8", [count, *self.shape])
        else:
            text = (HERE / "data" / "samples.json").read_text(encoding="utf-8")
            self.samples = json.loads(text)
        self.encoded = {}
        self.targets = read_array("targets.bin", "int32" if self.is_class else "float32", [count])
        self.splits = json.loads((HERE / "data" / "splits.json").read_text())

    def inputs(self, samples):
        """What the network takes of raw samples: pixels, rows of cells, or texts."""
        if not self.is_image:
            return torch.stack([self.tensor(sample) for sample in samples])
        values = torch.as_tensor(samples).double()
        scaled = values.float().double() * self.preprocessor["scale"] + self.preprocessor["shift"]
        return scaled.float().reshape(len(values), *self.shape)

    def tensor(self, sample):
        return torch.tensor(self.encode(sample)[1], dtype=torch.float32).reshape(self.shape)

    def rows(self, rows):
        """Encoded once, and kept as long as that is less than 2 ** 26 numbers."""
        values = []
        for row in rows.tolist():
            value = self.encoded.get(row)
            if value is None:
                value = self.tensor(self.samples[row])
                if (len(self.encoded) + 1) * value.numel() <= 2**26:
                    self.encoded[row] = value
            values.append(value)
        return torch.stack(values)

    def batch(self, rows, device, augment=None):
        """`augment` changes images or texts one by one, before they are encoded."""
        targets = self.targets[rows]
        targets = targets.long() if self.is_class else targets.float()
        if not self.is_image:
            if augment is None:
                return self.rows(rows).to(device), targets.to(device)
            texts = [augment(self.samples[row]) for row in rows.tolist()]
            return self.inputs(texts).to(device), targets.to(device)
        images = self.samples[rows]
        if augment is not None:
            images = torch.stack([augment(image) for image in images])
        return self.inputs(images).to(device), targets.to(device)

    def order(self, seed, epoch):
        """The training rows in a fresh order, the same in every process."""
        rows = torch.tensor(self.splits["train"])
        generator = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
        return rows[torch.randperm(len(rows), generator=generator)]
