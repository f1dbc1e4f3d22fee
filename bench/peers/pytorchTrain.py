"""PyTorch eager, on one thread or on CUDA (argv[1]): the workload of argv[2], timed for the seconds in each line of stdin."""

import ctypes
import json
import sys
import time

import torch
from torch import nn

BATCHES = 8
DEVICE = torch.device(sys.argv[1])


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
    if kind == "Conv2d":
        channels = options["inChannels"], options["outChannels"]
        return nn.Conv2d(*channels, options["kernelSize"], padding=options["padding"])
    if kind == "MaxPool2d":
        return nn.MaxPool2d(options["kernelSize"])
    if kind == "EmbeddingBag":
        return nn.EmbeddingBag(
            options["numEmbeddings"], options["embeddingDim"], mode=options["mode"]
        )
    return {"ReLU": nn.ReLU, "Flatten": nn.Flatten}[kind]()


def blas():
    """The library that PyTorch's products are computed by, as far as the system tells."""
    try:
        with open("/proc/self/maps") as maps:
            paths = {line.split()[-1] for line in maps if "blas" in line or "mkl" in line}
    except OSError:
        return "BLAS unknown"
    names = sorted(path.split("/")[-1] + kernels(path) for path in paths)
    return ", ".join(names) or "own kernels"


def kernels(path):
    """` for Cooperlake`: the processor whose kernels OpenBLAS runs; nothing for other libraries."""
    if "openblas" not in path.split("/")[-1]:
        return ""
    corename = ctypes.CDLL(path).openblas_get_corename
    corename.restype = ctypes.c_char_p
    return f" for {corename().decode()}"


def make_step(workload, foreach):
    torch.manual_seed(1)
    model = nn.Sequential(*[build(layer) for layer in workload["layers"]]).to(DEVICE)
    kind, options = workload["optimizer"]["type"], workload["optimizer"]["options"]
    optimizer = {"SGD": torch.optim.SGD, "Adam": torch.optim.Adam}[kind](
        model.parameters(), lr=options["learningRate"], foreach=foreach
    )
    loss_function = nn.CrossEntropyLoss()
    size = workload["batchSize"]
    shape = (BATCHES, size, *workload["inputShape"])
    tokens = workload.get("tokens")
    inputs = (torch.randint(0, tokens, shape) if tokens else torch.rand(*shape)).to(DEVICE)
    targets = torch.randint(0, workload["classes"], (BATCHES, size)).to(DEVICE)

    def step(index):
        optimizer.zero_grad(set_to_none=True)
        loss = loss_function(model(inputs[index]), targets[index])
        loss.backward()
        optimizer.step()

    return step


def timed(step, seconds):
    """Steps, seconds and seconds of the processor."""
    steps, start, cpu_start = 0, time.perf_counter(), time.process_time()
    while True:
        step(steps % BATCHES)
        steps += 1
        # A GPU is let run ahead, as a training loop that looks at its loss now and then lets it.
        if DEVICE.type == "cuda" and steps % 16 == 0:
            torch.cuda.synchronize()
        elapsed = time.perf_counter() - start
        if elapsed >= seconds:
            return steps, elapsed, time.process_time() - cpu_start


def cost(step):
    timed(step, 0.3)
    steps, _, cpu_seconds = timed(step, 0.3)
    return cpu_seconds / steps


def main():
    workload = json.loads(sys.argv[2])
    if DEVICE.type == "cpu":
        torch.set_num_threads(1)
    # PyTorch's optimizers have two implementations, and neither is always the faster one.
    step = min((make_step(workload, foreach) for foreach in (False, True)), key=cost)
    where = torch.cuda.get_device_name() if DEVICE.type == "cuda" else blas()
    print(json.dumps({"detail": f"PyTorch {torch.__version__} ({where})"}), flush=True)
    for line in sys.stdin:
        steps, seconds, cpu_seconds = timed(step, float(line))
        samples = steps * workload["batchSize"]
        result = {"samples": samples, "seconds": seconds, "cpuSeconds": cpu_seconds}
        print(json.dumps(result), flush=True)


main()
