#!/usr/bin/env python3
"""Records what PyTorch computes, for the golden tests of core.

    /usr/bin/python3 scripts/recordPytorch.py     writes core/golden/*.json

Every value is recorded twice, in float32 and in float64. Inputs come from a linear congruential generator
that core/golden/testing/lcg.ts repeats, so that large tensors need not be stored. A new layer adds a row to
LAYERS, a new optimizer a row to OPTIMIZERS. Torch's version stands in each file.
"""
import json
import pathlib

import torch
from torch import nn

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "core" / "golden"
DTYPES = {"float32": torch.float32, "float64": torch.float64}


def lcg(seed, shape, scale=1.0):
    """Values in [-scale, scale) in steps of scale / 32768: exact in float32 when scale is a power of two."""
    count = 1
    for size in shape:
        count *= size
    state, values = seed, []
    for _ in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values.append(((state >> 16) / 32768 - 1) * scale)
    return torch.tensor(values, dtype=torch.get_default_dtype()).reshape(shape)


def lcg_classes(seed, count, classes):
    return torch.floor((lcg(seed, [count]).double() + 1) / 2 * classes).long()


def numbers(tensor):
    """Flat, row-major, with the digits that give the same float back."""
    digits = 9 if tensor.dtype == torch.float32 else 17
    return [float(f"{value:.{digits}g}") for value in tensor.detach().reshape(-1).tolist()]


def both(record):
    """What `record` gives in each precision."""
    results = {}
    for name, dtype in DTYPES.items():
        torch.set_default_dtype(dtype)
        results[name] = record()
    torch.set_default_dtype(torch.float32)
    return results


def layer(type_, **options):
    return {"type": type_, "options": options}


# --- layers -------------------------------------------------------------------------------------


class ClassicDropout(nn.Module):
    """The first paper's dropout, which PyTorch does not have: zeroes in training, scales at inference."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training:
            return x * (1 - self.p)
        return x * (nn.functional.dropout(torch.ones_like(x), self.p) != 0)


# layer, shape of the input with N, modules, scale of the input
LAYERS = [
    (layer("Linear", outFeatures=3), [4, 5], lambda: nn.Linear(5, 3), 1),
    (layer("Linear", outFeatures=2, bias=False), [3, 4], lambda: nn.Linear(4, 2, bias=False), 1),
    (layer("ReLU"), [3, 4], nn.ReLU, 2),
    (layer("LeakyReLU"), [3, 4], nn.LeakyReLU, 2),
    (layer("LeakyReLU", negativeSlope=0.2), [3, 4], lambda: nn.LeakyReLU(0.2), 2),
    (layer("Sigmoid"), [3, 4], nn.Sigmoid, 8),
    (layer("Tanh"), [3, 4], nn.Tanh, 4),
    (layer("ELU"), [3, 4], nn.ELU, 2),
    (layer("ELU", alpha=0.5), [3, 4], lambda: nn.ELU(0.5), 2),
    (layer("GELU"), [3, 4], nn.GELU, 4),
    (layer("GELU", approximate="tanh"), [3, 4], lambda: nn.GELU("tanh"), 4),
    (layer("SiLU"), [3, 4], nn.SiLU, 4),
    (layer("Softmax"), [3, 4], lambda: nn.Softmax(1), 4),
    (layer("Softmax", dim=-1), [2, 3, 4], lambda: nn.Softmax(-1), 4),
    (layer("LogSoftmax"), [3, 4], lambda: nn.LogSoftmax(1), 4),
    (layer("Identity"), [3, 4], nn.Identity, 1),
    (layer("Flatten"), [2, 2, 3, 2], nn.Flatten, 1),
    (layer("Dropout", p=0.25), [4, 4], lambda: nn.Dropout(0.25), 1),
    (layer("Dropout", p=0.25, scaling="classic"), [4, 4], lambda: ClassicDropout(0.25), 1),
    (layer("BatchNorm1d"), [5, 3], lambda: nn.BatchNorm1d(3), 4),
    (layer("BatchNorm1d", eps=0.01, momentum=0.3), [2, 3], lambda: nn.BatchNorm1d(3, 0.01, 0.3), 1),
    (layer("BatchNorm1d", affine=False), [4, 2], lambda: nn.BatchNorm1d(2, affine=False), 2),
    (layer("BatchNorm1d"), [3, 2, 4], lambda: nn.BatchNorm1d(2), 2),
]


def fill(module, seed):
    """Parameters and buffers that are not their initial values; variances stay positive."""
    for number, (name, tensor) in enumerate(tensors_of(module).items()):
        values = lcg(seed + 1 + number, list(tensor.shape))
        tensor.data.copy_(values.abs() + 0.5 if name.endswith("running_var") else values)


def tensors_of(module):
    state = module.state_dict(keep_vars=True)
    return {name: tensor for name, tensor in state.items() if tensor.is_floating_point()}


def record_layer(make, shape, scale, mode, seed):
    module = make().train(mode == "training")
    fill(module, seed)
    given = {name: numbers(tensor) for name, tensor in tensors_of(module).items()}
    x = lcg(seed, shape, scale).requires_grad_()
    torch.manual_seed(seed)
    output = module(x)
    cotangent = lcg(seed + 50, list(output.shape))
    (output * cotangent).sum().backward()
    result = {
        "given": given,
        "output": numbers(output),
        "inputGradient": numbers(x.grad),
        "gradients": {name: numbers(p.grad) for name, p in module.named_parameters()},
        "buffers": {name: numbers(b) for name, b in module.named_buffers() if b.is_floating_point()},
    }
    if mode == "training" and "Dropout" in type(module).__name__:
        torch.manual_seed(seed)
        result["noise"] = numbers(module(torch.ones_like(x)))
    return result


def record_layers():
    for number, (spec, shape, make, scale) in enumerate(LAYERS):
        for mode in ("training", "inference"):
            seed = 1000 + 100 * number
            yield {
                "layer": spec,
                "inputShape": shape,
                "mode": mode,
                "seed": seed,
                "scale": scale,
                **both(lambda: record_layer(make, shape, scale, mode, seed)),
            }


# --- losses -------------------------------------------------------------------------------------


def one_hot_mse(output, target, reduction):
    rows = nn.functional.one_hot(target, output.shape[1]).to(output.dtype)
    return mse(output, rows, reduction)


def mse(output, target, reduction):
    target = target.reshape(len(output), -1)
    losses = nn.functional.mse_loss(output, target, reduction=reduction)
    return losses.mean(dim=1) if reduction == "none" else losses


def cross_entropy(output, target, reduction):
    return nn.functional.cross_entropy(output, target, reduction=reduction)


# loss, kind of target, shape of the output, scale of the output, function
LOSSES = [
    (layer("CrossEntropyLoss"), "class", [4, 5], 4, cross_entropy),
    (layer("CrossEntropyLoss"), "class", [3, 3], 256, cross_entropy),
    (layer("MSELoss"), "number", [5, 1], 2, mse),
    (layer("MSELoss"), "class", [4, 3], 2, one_hot_mse),
]


def record_loss(kind, shape, scale, function, seed):
    output = lcg(seed, shape, scale).requires_grad_()
    samples, outputs = shape
    target = lcg_classes(seed + 1, samples, outputs) if kind == "class" else lcg(seed + 1, [samples])
    loss = function(output, target, "mean")
    loss.backward()
    return {
        "loss": numbers(loss),
        "perSample": numbers(function(output, target, "none")),
        "gradient": numbers(output.grad),
    }


def record_losses():
    for number, (spec, kind, shape, scale, function) in enumerate(LOSSES):
        seed = 5000 + 100 * number
        yield {
            "loss": spec,
            "target": kind,
            "outputShape": shape,
            "seed": seed,
            "scale": scale,
            **both(lambda: record_loss(kind, shape, scale, function, seed)),
        }


# --- optimizers ---------------------------------------------------------------------------------


def sgd(**options):
    return layer("SGD", **options), torch.optim.SGD


def adam(**options):
    return layer("Adam", **options), torch.optim.Adam


OPTIMIZERS = [
    sgd(learningRate=0.1),
    sgd(learningRate=0.1, weightDecay=0.05),
    sgd(learningRate=0.1, momentum=0.9),
    sgd(learningRate=0.1, momentum=0.9, dampening=0.3),
    sgd(learningRate=0.05, momentum=0.8, nesterov=True),
    sgd(learningRate=0.05, momentum=0.8, nesterov=True, weightDecay=0.1),
    adam(learningRate=0.01),
    adam(learningRate=0.02, betas=[0.8, 0.99], eps=1e-3),
    adam(learningRate=0.01, weightDecay=0.1),
    adam(learningRate=0.01, betas=[0, 0.9]),
]

OPTIMIZER_STEPS = 10
PARAMETER_SHAPE = [2, 3]
# From the sixth step on: the learning rate is a sequence, schedules change it.
LATER_LEARNING_RATE_FACTOR = 0.5


def in_torch(options):
    names = {"learningRate": "lr", "weightDecay": "weight_decay"}
    return {names.get(name, name): value for name, value in options.items()}


def record_optimizer(spec, optimizer_class, seed):
    parameter = nn.Parameter(lcg(seed, PARAMETER_SHAPE))
    optimizer = optimizer_class([parameter], **in_torch(spec["options"]))
    trajectory = []
    for step in range(1, OPTIMIZER_STEPS + 1):
        if step == 6:
            optimizer.param_groups[0]["lr"] *= LATER_LEARNING_RATE_FACTOR
        # The gradient shrinks, so that the optimizer's memory shows.
        parameter.grad = lcg(seed + step, PARAMETER_SHAPE, 2.0 ** (1 - step))
        optimizer.step()
        trajectory.append(numbers(parameter))
    return trajectory


def record_optimizers():
    for number, (spec, optimizer_class) in enumerate(OPTIMIZERS):
        seed = 9000 + 100 * number
        yield {
            "optimizer": spec,
            "parameterShape": PARAMETER_SHAPE,
            "seed": seed,
            "laterLearningRateFactor": LATER_LEARNING_RATE_FACTOR,
            **both(lambda: record_optimizer(spec, optimizer_class, seed)),
        }


# --- whole training runs ------------------------------------------------------------------------


class GivenNoise(nn.Module):
    """Dropout whose mask of this minibatch is set from outside: `value` for a kept node, else 0."""

    def __init__(self, p):
        super().__init__()
        self.p = p
        self.noise = None

    def forward(self, x):
        return x * self.noise if self.training else x


def mlp():
    layers = [
        layer("Linear", outFeatures=12),
        layer("LeakyReLU"),
        layer("BatchNorm1d"),
        layer("Dropout", p=0.25),
        layer("Linear", outFeatures=8),
        layer("Tanh"),
        layer("BatchNorm1d"),
        layer("Dropout", p=0.5),
        layer("Linear", outFeatures=4),
    ]
    modules = nn.Sequential(
        nn.Linear(10, 12),
        nn.LeakyReLU(),
        nn.BatchNorm1d(12),
        GivenNoise(0.25),
        nn.Linear(12, 8),
        nn.Tanh(),
        nn.BatchNorm1d(8),
        GivenNoise(0.5),
        nn.Linear(8, 4),
    )
    return layers, modules


def lecture_network():
    layers, modules = [], []
    for inputs, outputs in ((300, 200), (200, 100), (100, 50)):
        layers += [layer("Linear", outFeatures=outputs), layer("LeakyReLU"), layer("BatchNorm1d")]
        modules += [nn.Linear(inputs, outputs), nn.LeakyReLU(), nn.BatchNorm1d(outputs)]
    return [*layers, layer("Linear", outFeatures=10)], nn.Sequential(*modules, nn.Linear(50, 10))


# name, network, input features, classes, minibatch size, optimizer
RUNS = [
    (
        "mlp with SGD",
        mlp,
        (10, 4, 16),
        sgd(learningRate=0.05, momentum=0.9, nesterov=True, weightDecay=0.01, weightDecayOn="all"),
    ),
    ("mlp with Adam", mlp, (10, 4, 16), adam(learningRate=0.01)),
    ("lecture network", lecture_network, (300, 10, 32), sgd(learningRate=0.05, momentum=0.9)),
]

RUN_STEPS = 20
# All values of a small tensor, an evenly spread choice of a large one.
MOST_VALUES = 24


def start(modules, seed):
    """Linear layers from the generator, scaled like 1/sqrt(inputs) by a power of two; the rest as PyTorch starts."""
    for number, module in enumerate(modules):
        if isinstance(module, nn.Linear):
            scale = 2.0 ** -round(torch.log2(torch.tensor(float(module.in_features))).item() / 2)
            module.weight.data.copy_(lcg(seed + 2 * number, list(module.weight.shape), scale))
            module.bias.data.copy_(lcg(seed + 2 * number + 1, list(module.bias.shape), scale))


def chosen(tensor):
    flat = tensor.detach().reshape(-1)
    stride = max(1, flat.numel() // MOST_VALUES)
    return numbers(flat[::stride])


def feed_noise(modules, samples, seed):
    width = None
    for number, module in enumerate(modules):
        if isinstance(module, nn.Linear):
            width = module.out_features
        if isinstance(module, GivenNoise):
            drawn = (lcg(seed + number, [samples, width]) + 1) / 2
            module.noise = (drawn < 1 - module.p).to(drawn.dtype) / (1 - module.p)


def record_run(make, sizes, optimizer, seed):
    features, classes, samples = sizes
    _, modules = make()
    start(modules, seed)
    spec, optimizer_class = optimizer
    options = {name: value for name, value in spec["options"].items() if name != "weightDecayOn"}
    stepper = optimizer_class(modules.parameters(), **in_torch(options))
    losses, correct = [], []
    for step in range(1, RUN_STEPS + 1):
        x = lcg(seed + 1000 * step, [samples, features], 2)
        target = lcg_classes(seed + 1000 * step + 1, samples, classes)
        feed_noise(modules, samples, seed + 1000 * step + 100)
        output = modules.train()(x)
        loss = nn.functional.cross_entropy(output, target)
        stepper.zero_grad()
        loss.backward()
        stepper.step()
        losses.append(loss.detach())
        correct.append(int((output.argmax(1) == target).sum()))
    modules.eval()
    x = lcg(seed + 999, [samples, features], 2)
    return {
        "losses": numbers(torch.stack(losses)),
        "correct": correct,
        "state": {name: chosen(tensor) for name, tensor in tensors_of(modules).items()},
        "evaluation": chosen(modules(x)),
    }


def record_runs():
    for number, (name, make, sizes, optimizer) in enumerate(RUNS):
        seed = 100_000 * (number + 1)
        features, classes, samples = sizes
        yield {
            "name": name,
            "layers": make()[0],
            "features": features,
            "classes": classes,
            "batchSize": samples,
            "optimizer": optimizer[0],
            "seed": seed,
            **both(lambda: record_run(make, sizes, optimizer, seed)),
        }


def write(name, cases):
    document = {"torch": torch.__version__, "recordedBy": "scripts/recordPytorch.py"}
    rows = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    head = json.dumps(document)[:-1]
    (GOLDEN / f"{name}.json").write_text(f'{head}, "cases": [\n{rows}\n]}}\n')


if __name__ == "__main__":
    torch.set_num_threads(1)
    write("layers", record_layers())
    write("losses", record_losses())
    write("optimizers", record_optimizers())
    write("trainingRuns", record_runs())
