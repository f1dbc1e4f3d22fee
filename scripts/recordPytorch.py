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


def residual(*layers):
    return {**layer("Residual"), "layers": list(layers)}


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


class Residual(nn.Sequential):
    """Adds its input to what its modules make of it."""

    def forward(self, x):
        return x + super().forward(x)


class ScaleOnlyLayerNorm(nn.Module):
    """LayerNorm(bias=False), which PyTorch has since 2.1."""

    def __init__(self, features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(features))

    def forward(self, x):
        return nn.functional.layer_norm(x, self.weight.shape, self.weight)


def tokens(x, embeddings):
    """Token numbers as the studio reads them off floats: towards 0, and inside the table."""
    return x.clamp(0, embeddings - 1).long()


class TokenEmbedding(nn.Embedding):
    def forward(self, x):
        return super().forward(tokens(x, self.num_embeddings))


class TokenBag(nn.EmbeddingBag):
    def forward(self, x):
        return super().forward(tokens(x, self.num_embeddings))


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
    (
        residual(layer("BatchNorm1d"), layer("Linear", outFeatures=4), layer("ReLU")),
        [5, 4],
        lambda: Residual(nn.BatchNorm1d(4), nn.Linear(4, 4), nn.ReLU()),
        1,
    ),
    (
        residual(layer("Conv2d", outChannels=2, kernelSize=3, padding=1), residual(layer("Tanh"))),
        [2, 2, 3, 4],
        lambda: Residual(nn.Conv2d(2, 2, 3, padding=1), Residual(nn.Tanh())),
        1,
    ),
    (layer("Flatten"), [2, 2, 3, 2], nn.Flatten, 1),
    (layer("Dropout", p=0.25), [4, 4], lambda: nn.Dropout(0.25), 1),
    (layer("Dropout", p=0.25, scaling="classic"), [4, 4], lambda: ClassicDropout(0.25), 1),
    (layer("BatchNorm1d"), [5, 3], lambda: nn.BatchNorm1d(3), 4),
    (layer("BatchNorm1d", eps=0.01, momentum=0.3), [2, 3], lambda: nn.BatchNorm1d(3, 0.01, 0.3), 1),
    (layer("BatchNorm1d", affine=False), [4, 2], lambda: nn.BatchNorm1d(2, affine=False), 2),
    (layer("BatchNorm1d"), [3, 2, 4], lambda: nn.BatchNorm1d(2), 2),
    (layer("BatchNorm2d"), [3, 2, 2, 3], lambda: nn.BatchNorm2d(2), 2),
    (layer("BatchNorm2d", affine=False), [1, 3, 2, 2], lambda: nn.BatchNorm2d(3, affine=False), 2),
    (layer("LayerNorm"), [3, 4], lambda: nn.LayerNorm(4), 2),
    (layer("LayerNorm"), [2, 2, 2, 3], lambda: nn.LayerNorm([2, 2, 3]), 2),
    (layer("LayerNorm", normalizedShape=[3], eps=0.01), [2, 2, 3], lambda: nn.LayerNorm(3, 0.01), 2),
    (layer("LayerNorm", bias=False), [3, 4], lambda: ScaleOnlyLayerNorm(4), 2),
    (layer("LayerNorm", elementwiseAffine=False), [3, 4], lambda: nn.LayerNorm(4, elementwise_affine=False), 2),
    (layer("Conv2d", outChannels=3, kernelSize=3), [2, 2, 5, 4], lambda: nn.Conv2d(2, 3, 3), 1),
    (
        layer("Conv2d", outChannels=4, kernelSize=[3, 2], stride=[2, 1], padding=[1, 2], groups=2, bias=False),
        [2, 2, 6, 4],
        lambda: nn.Conv2d(2, 4, (3, 2), (2, 1), (1, 2), groups=2, bias=False),
        1,
    ),
    (
        layer("Conv2d", outChannels=2, kernelSize=3, stride=3, padding=2, dilation=2),
        [2, 1, 7, 6],
        lambda: nn.Conv2d(1, 2, 3, 3, 2, 2),
        1,
    ),
    (layer("Conv2d", outChannels=6, kernelSize=2, groups=3), [2, 3, 3, 3], lambda: nn.Conv2d(3, 6, 2, groups=3), 1),
    (layer("MaxPool2d", kernelSize=2), [2, 2, 5, 4], lambda: nn.MaxPool2d(2), 2),
    (layer("MaxPool2d", kernelSize=3, stride=1, padding=1), [1, 2, 4, 4], lambda: nn.MaxPool2d(3, 1, 1), 2),
    (
        layer("MaxPool2d", kernelSize=[2, 3], stride=2, dilation=[2, 1], padding=[1, 0], ceilMode=True),
        [1, 2, 6, 6],
        lambda: nn.MaxPool2d((2, 3), 2, (1, 0), (2, 1), ceil_mode=True),
        2,
    ),
    (layer("MaxPool2d", kernelSize=2, stride=3, ceilMode=True), [1, 1, 6, 7], lambda: nn.MaxPool2d(2, 3, ceil_mode=True), 2),
    (layer("AvgPool2d", kernelSize=2), [2, 2, 5, 4], lambda: nn.AvgPool2d(2), 2),
    (layer("AvgPool2d", kernelSize=3, stride=2, padding=1), [1, 2, 5, 6], lambda: nn.AvgPool2d(3, 2, 1), 2),
    (
        layer("AvgPool2d", kernelSize=[3, 2], stride=2, padding=[1, 0], ceilMode=True),
        [1, 2, 6, 5],
        lambda: nn.AvgPool2d((3, 2), 2, (1, 0), ceil_mode=True),
        2,
    ),
    (
        layer("AvgPool2d", kernelSize=3, stride=2, padding=1, ceilMode=True, countIncludePad=False),
        [1, 1, 6, 4],
        lambda: nn.AvgPool2d(3, 2, 1, ceil_mode=True, count_include_pad=False),
        2,
    ),
    (layer("AdaptiveAvgPool2d", outputSize=1), [2, 3, 4, 5], lambda: nn.AdaptiveAvgPool2d(1), 2),
    (layer("AdaptiveAvgPool2d", outputSize=[3, 2]), [2, 1, 5, 4], lambda: nn.AdaptiveAvgPool2d((3, 2)), 2),
    (layer("AdaptiveAvgPool2d", outputSize=4), [1, 2, 3, 6], lambda: nn.AdaptiveAvgPool2d(4), 2),
    (layer("Embedding", numEmbeddings=5, embeddingDim=3), [3, 4], lambda: TokenEmbedding(5, 3), 8),
    (
        layer("Embedding", numEmbeddings=5, embeddingDim=2, paddingIdx=4),
        [2, 2, 3],
        lambda: TokenEmbedding(5, 2, padding_idx=4),
        8,
    ),
    (layer("EmbeddingBag", numEmbeddings=6, embeddingDim=3), [3, 5], lambda: TokenBag(6, 3, mode="mean"), 8),
    (layer("EmbeddingBag", numEmbeddings=6, embeddingDim=3, mode="sum"), [3, 5], lambda: TokenBag(6, 3, mode="sum"), 8),
    (
        layer("EmbeddingBag", numEmbeddings=6, embeddingDim=3, paddingIdx=0),
        [4, 3],
        lambda: TokenBag(6, 3, mode="mean", padding_idx=0),
        8,
    ),
    (
        layer("EmbeddingBag", numEmbeddings=6, embeddingDim=3, paddingIdx=5, mode="sum"),
        [4, 3],
        lambda: TokenBag(6, 3, mode="sum", padding_idx=5),
        8,
    ),
    (layer("LogSoftmax", dim=-1), [2, 3, 4], lambda: nn.LogSoftmax(-1), 4),
    (layer("BatchNorm2d", eps=0.01, momentum=0.3), [2, 2, 3, 2], lambda: nn.BatchNorm2d(2, 0.01, 0.3), 2),
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
        "inputGradient": numbers(torch.zeros_like(x) if x.grad is None else x.grad),
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


def elementwise(function, **options):
    """Compares number by number; class indices become one-hot rows."""

    def loss(output, target, reduction):
        if not target.is_floating_point():
            target = nn.functional.one_hot(target, output.shape[1]).to(output.dtype)
        losses = function(output, target.reshape(output.shape), reduction=reduction, **options)
        return losses.mean(dim=1) if reduction == "none" else losses

    return loss


def cross_entropy(weight=None, label_smoothing=0.0):
    def loss(output, target, reduction):
        classes = None if weight is None else torch.tensor(weight).to(output.dtype)
        options = {"weight": classes, "label_smoothing": label_smoothing, "reduction": reduction}
        return nn.functional.cross_entropy(output, target, **options)

    return loss


mse = elementwise(nn.functional.mse_loss)
l1 = elementwise(nn.functional.l1_loss)
bce = elementwise(nn.functional.binary_cross_entropy_with_logits)
smooth_l1 = nn.functional.smooth_l1_loss
huber = nn.functional.huber_loss
CLASS_WEIGHTS = [0.5, 1, 2, 4, 0.25]

# loss, kind of target ("binary": the numbers 0 and 1), shape of the output, scale of the output, function
LOSSES = [
    (layer("CrossEntropyLoss"), "class", [4, 5], 4, cross_entropy()),
    (layer("CrossEntropyLoss"), "class", [3, 3], 256, cross_entropy()),
    (layer("MSELoss"), "number", [5, 1], 2, mse),
    (layer("MSELoss"), "class", [4, 3], 2, mse),
    (layer("CrossEntropyLoss", weight=CLASS_WEIGHTS), "class", [6, 5], 4, cross_entropy(CLASS_WEIGHTS)),
    (layer("CrossEntropyLoss", labelSmoothing=0.1), "class", [6, 5], 4, cross_entropy(None, 0.1)),
    (
        layer("CrossEntropyLoss", weight=CLASS_WEIGHTS, labelSmoothing=0.3),
        "class",
        [6, 5],
        4,
        cross_entropy(CLASS_WEIGHTS, 0.3),
    ),
    (layer("CrossEntropyLoss", labelSmoothing=1), "class", [3, 4], 2, cross_entropy(None, 1.0)),
    (layer("BCEWithLogitsLoss"), "binary", [6, 1], 4, bce),
    (layer("BCEWithLogitsLoss"), "binary", [6, 1], 512, bce),
    (layer("BCEWithLogitsLoss"), "binary", [4, 1], 0, bce),
    (layer("BCEWithLogitsLoss"), "class", [5, 2], 4, bce),
    (layer("BCEWithLogitsLoss"), "class", [5, 4], 4, bce),
    (layer("L1Loss"), "number", [5, 1], 2, l1),
    (layer("L1Loss"), "class", [4, 3], 2, l1),
    (layer("SmoothL1Loss"), "number", [8, 1], 4, elementwise(smooth_l1)),
    (layer("SmoothL1Loss", beta=0.25), "class", [4, 3], 2, elementwise(smooth_l1, beta=0.25)),
    (layer("SmoothL1Loss", beta=0), "number", [5, 1], 2, elementwise(smooth_l1, beta=0.0)),
    (layer("HuberLoss"), "number", [8, 1], 4, elementwise(huber)),
    (layer("HuberLoss", delta=0.5), "class", [4, 3], 2, elementwise(huber, delta=0.5)),
]


def record_loss(kind, shape, scale, function, seed):
    output = lcg(seed, shape, scale).requires_grad_()
    samples, outputs = shape
    target = lcg_classes(seed + 1, samples, outputs) if kind == "class" else lcg(seed + 1, [samples])
    if kind == "binary":
        target = (target >= 0).to(output.dtype)
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


# The rows of LOSSES that are mixed: unweighted, where PyTorch's mean over samples is plain.
MIXED = [row for row in LOSSES if not row[0]["options"].get("weight")]


def record_mixed(kind, shape, function, scale, seed):
    """lambda criterion(output, target) + (1 - lambda) criterion(output, target2), sample by sample."""
    output = lcg(seed, shape, scale).requires_grad_()
    samples, outputs = shape

    def targets(place):
        if kind == "class":
            return lcg_classes(seed + place, samples, outputs)
        values = lcg(seed + place, [samples])
        return (values >= 0).to(output.dtype) if kind == "binary" else values

    share = (lcg(seed + 3, [samples]) + 1) / 2
    own, other = (function(output, targets(place), "none") for place in (1, 2))
    losses = share * own + (1 - share) * other
    losses.mean().backward()
    return {"loss": numbers(losses.mean()), "perSample": numbers(losses), "gradient": numbers(output.grad)}


def record_mixed_losses():
    for number, (spec, kind, shape, scale, function) in enumerate(MIXED):
        seed = 7000 + 100 * number
        yield {
            "loss": spec,
            "target": kind,
            "outputShape": shape,
            "seed": seed,
            "scale": scale,
            **both(lambda: record_mixed(kind, shape, function, scale, seed)),
        }


# --- optimizers ---------------------------------------------------------------------------------


def sgd(**options):
    return layer("SGD", **options), torch.optim.SGD


def adam(**options):
    return layer("Adam", **options), torch.optim.Adam


def by_name(name, **options):
    return layer(name, **options), getattr(torch.optim, name)


class NAdam(torch.optim.Optimizer):
    """NAdam as PyTorch 2 computes it. 1.13 multiplies the product of the coming iteration by mu twice."""

    def __init__(self, parameters, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3):
        options = dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay)
        super().__init__(parameters, options)

    @torch.no_grad()
    def step(self):
        (group,) = self.param_groups
        (p,) = group["params"]
        beta1, beta2 = group["betas"]
        state = self.state[p]
        if not state:
            state.update(t=0, product=1.0, m=torch.zeros_like(p), v=torch.zeros_like(p))
        t = state["t"] = state["t"] + 1
        mu, mu_next = (beta1 * (1 - 0.5 * 0.96 ** (n * group["momentum_decay"])) for n in (t, t + 1))
        state["product"] *= mu
        g = p.grad + group["weight_decay"] * p
        state["m"] = beta1 * state["m"] + (1 - beta1) * g
        state["v"] = beta2 * state["v"] + (1 - beta2) * g * g
        ahead = (1 - mu) / (1 - state["product"]) * g
        ahead += mu_next / (1 - state["product"] * mu_next) * state["m"]
        p -= group["lr"] * ahead / ((state["v"] / (1 - beta2**t)).sqrt() + group["eps"])


def nadam(**options):
    return layer("NAdam", **options), NAdam


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
    adam(learningRate=0.02, betas=[0.8, 0.9], amsgrad=True),
    adam(learningRate=0.02, amsgrad=True, weightDecay=0.1),
    by_name("AdamW", learningRate=0.01),
    by_name("AdamW", learningRate=0.1, weightDecay=0.2),
    by_name("AdamW", learningRate=0.05, betas=[0.5, 0.9], eps=1e-4, amsgrad=True, weightDecay=0),
    nadam(),
    nadam(learningRate=0.02, betas=[0.8, 0.99], eps=1e-4, weightDecay=0.1),
    nadam(learningRate=0.01, momentumDecay=0),
    nadam(learningRate=0.01, momentumDecay=2),
    by_name("Adamax"),
    by_name("Adamax", learningRate=0.05, betas=[0.7, 0.9], eps=1e-3, weightDecay=0.1),
    by_name("RMSprop"),
    by_name("RMSprop", learningRate=0.02, alpha=0.9, eps=1e-4, weightDecay=0.1),
    by_name("RMSprop", learningRate=0.01, momentum=0.9),
    by_name("RMSprop", learningRate=0.01, alpha=0.9, centered=True),
    by_name("RMSprop", learningRate=0.01, alpha=0.8, momentum=0.5, centered=True, weightDecay=0.1),
    by_name("Adagrad"),
    by_name("Adagrad", learningRate=0.1, learningRateDecay=0.2, weightDecay=0.1),
    by_name("Adagrad", learningRate=0.1, initialAccumulatorValue=0.5, eps=1e-3),
    by_name("Adadelta"),
    by_name("Adadelta", learningRate=0.5, rho=0.6, eps=1e-3, weightDecay=0.1),
]

OPTIMIZER_STEPS = 10
PARAMETER_SHAPE = [2, 3]
# From the sixth step on: the learning rate is a sequence, schedules change it.
LATER_LEARNING_RATE_FACTOR = 0.5


def in_torch(options):
    names = {
        "learningRate": "lr",
        "weightDecay": "weight_decay",
        "learningRateDecay": "lr_decay",
        "initialAccumulatorValue": "initial_accumulator_value",
        "momentumDecay": "momentum_decay",
    }
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


def cnn():
    """BatchNorm stands in front of ReLU: a shift that the next layer takes off again has a gradient of mere noise."""
    layers = [
        layer("Conv2d", outChannels=4, kernelSize=3, padding=1, bias=False),
        layer("BatchNorm2d"),
        layer("ReLU"),
        layer("MaxPool2d", kernelSize=2),
        layer("Conv2d", outChannels=6, kernelSize=3, stride=2),
        layer("GELU"),
        layer("AdaptiveAvgPool2d", outputSize=[2, 1]),
        layer("Flatten"),
        layer("Linear", outFeatures=3),
    ]
    modules = nn.Sequential(
        nn.Conv2d(2, 4, 3, padding=1, bias=False),
        nn.BatchNorm2d(4),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(4, 6, 3, stride=2),
        nn.GELU(),
        nn.AdaptiveAvgPool2d((2, 1)),
        nn.Flatten(),
        nn.Linear(12, 3),
    )
    return layers, modules


def text():
    bag = {"numEmbeddings": 48, "embeddingDim": 8, "paddingIdx": 0}
    layers = [layer("EmbeddingBag", **bag), layer("Linear", outFeatures=6), layer("SiLU"), layer("Linear", outFeatures=3)]
    modules = nn.Sequential(
        TokenBag(48, 8, mode="mean", padding_idx=0), nn.Linear(8, 6), nn.SiLU(), nn.Linear(6, 3)
    )
    return layers, modules


# name, network, (shape of a sample, classes, minibatch size, scale of the input), optimizer
RUNS = [
    (
        "mlp with SGD",
        mlp,
        ([10], 4, 16, 2),
        sgd(learningRate=0.05, momentum=0.9, nesterov=True, weightDecay=0.01, weightDecayOn="all"),
    ),
    ("mlp with Adam", mlp, ([10], 4, 16, 2), adam(learningRate=0.01)),
    ("lecture network", lecture_network, ([300], 10, 32, 2), sgd(learningRate=0.05, momentum=0.9)),
    ("cnn", cnn, ([2, 11, 10], 3, 8, 2), sgd(learningRate=0.05, momentum=0.9)),
    # Half the tokens are negative, hence padding.
    ("text with Adam", text, ([12], 3, 8, 64), adam(learningRate=0.01)),
]

RUN_STEPS = 20
# All values of a small tensor, an evenly spread choice of a large one.
MOST_VALUES = 24


def start(modules, seed):
    """What multiplies from the generator, scaled like 1/sqrt(inputs) by a power of two; the rest as PyTorch starts."""
    for number, module in enumerate(modules):
        if isinstance(module, nn.EmbeddingBag):
            module.weight.data.copy_(lcg(seed + 2 * number, list(module.weight.shape)))
        if isinstance(module, (nn.Linear, nn.Conv2d)):
            inputs = torch.tensor(float(module.weight[0].numel()))
            scale = 2.0 ** -round(torch.log2(inputs).item() / 2)
            module.weight.data.copy_(lcg(seed + 2 * number, list(module.weight.shape), scale))
            if module.bias is not None:
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
    shape, classes, samples, scale = sizes
    _, modules = make()
    start(modules, seed)
    spec, optimizer_class = optimizer
    options = {name: value for name, value in spec["options"].items() if name != "weightDecayOn"}
    stepper = optimizer_class(modules.parameters(), **in_torch(options))
    losses, correct = [], []
    for step in range(1, RUN_STEPS + 1):
        x = lcg(seed + 1000 * step, [samples, *shape], scale)
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
    x = lcg(seed + 999, [samples, *shape], scale)
    return {
        "losses": numbers(torch.stack(losses)),
        "correct": correct,
        "state": {name: chosen(tensor) for name, tensor in tensors_of(modules).items()},
        "evaluation": chosen(modules(x)),
    }


def record_runs():
    for number, (name, make, sizes, optimizer) in enumerate(RUNS):
        seed = 100_000 * (number + 1)
        shape, classes, samples, scale = sizes
        yield {
            "name": name,
            "layers": make()[0],
            "sampleShape": shape,
            "inputScale": scale,
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
    write("mixedLosses", record_mixed_losses())
    write("optimizers", record_optimizers())
    write("trainingRuns", record_runs())
