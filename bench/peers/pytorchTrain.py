"""PyTorch eager, one thread: the workload of argv[1], timed for the seconds in each line of stdin."""

import json
import sys
import time

import torch
from torch import nn

BATCHES = 8


class Mask(nn.Module):
    """Dropout whose masks were drawn beforehand, as all contenders have it."""

    def __init__(self, p):
        super().__init__()
        self.p = p
        self.masks = None

    def forward(self, x):
        if self.masks is None:
            keep = torch.full_like(x, 1 - self.p)
            self.masks = [torch.bernoulli(keep) / keep for _ in range(BATCHES)]
            self.turn = 0
        self.turn = (self.turn + 1) % BATCHES
        return x * self.masks[self.turn]


def build(layer):
    kind, options = layer["type"], layer["options"]
    if kind == "Linear":
        return nn.Linear(options["inFeatures"], options["outFeatures"])
    if kind == "BatchNorm1d":
        return nn.BatchNorm1d(options["numFeatures"])
    if kind == "LeakyReLU":
        return nn.LeakyReLU(options["negativeSlope"])
    if kind == "Dropout":
        return Mask(options["p"])
    return {"ReLU": nn.ReLU}[kind]()


def blas():
    """The library that PyTorch's products are computed by, as far as the system tells."""
    try:
        with open("/proc/self/maps") as maps:
            paths = [line for line in maps if "blas" in line or "mkl" in line]
    except OSError:
        return "BLAS unknown"
    names = {path.split("/")[-1].strip() for path in paths}
    return ", ".join(sorted(names)) or "own kernels"


def main():
    workload = json.loads(sys.argv[1])
    torch.set_num_threads(1)
    torch.manual_seed(1)
    model = nn.Sequential(*[build(layer) for layer in workload["layers"]])
    kind, options = workload["optimizer"]["type"], workload["optimizer"]["options"]
    optimizer = {"SGD": torch.optim.SGD, "Adam": torch.optim.Adam}[kind](
        model.parameters(), lr=options["learningRate"]
    )
    loss_function = nn.CrossEntropyLoss()
    size = workload["batchSize"]
    inputs = torch.rand(BATCHES, size, workload["features"])
    targets = torch.randint(0, workload["classes"], (BATCHES, size))

    def step(index):
        optimizer.zero_grad(set_to_none=True)
        loss = loss_function(model(inputs[index]), targets[index])
        loss.backward()
        optimizer.step()

    for index in range(BATCHES):
        step(index)
    print(json.dumps({"detail": f"PyTorch {torch.__version__} ({blas()})"}), flush=True)
    for line in sys.stdin:
        seconds, steps, start = float(line), 0, time.perf_counter()
        while True:
            step(steps % BATCHES)
            steps += 1
            elapsed = time.perf_counter() - start
            if elapsed >= seconds:
                break
        print(json.dumps({"samplesPerSecond": steps * size / elapsed}), flush=True)


main()
