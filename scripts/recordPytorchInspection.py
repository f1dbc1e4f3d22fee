#!/usr/bin/env python3
"""Records what PyTorch computes inside a small network, for the golden tests of layer statistics.

    /usr/bin/python3 scripts/recordPytorchInspection.py     writes core/golden/layerStatistics.json

The network, its weights and its samples are those of core/training/testing/inspectedNetwork.ts.
"""
import warnings

import torch
from recordPytorch import Residual, both, lcg, lcg_classes, write
from torch import nn

SEED = 70_000
# The training split in the order of its first epoch; the test asserts it.
ORDER = [15, 2, 10, 0, 16, 8, 5, 4, 17, 6, 13, 7, 1, 19, 9, 12]
BATCH = 8
LEARNING_RATE, MOMENTUM, WEIGHT_DECAY, MAX_NORM = 0.125, 0.9, 0.01, 0.25


def network():
    model = nn.Sequential(
        nn.Linear(5, 6),
        nn.ReLU(),
        Residual(nn.Linear(6, 6), nn.Tanh()),
        nn.Sigmoid(),
        nn.Linear(6, 3),
    )
    with torch.no_grad():
        for index, (name, parameter) in enumerate(model.named_parameters()):
            parameter.copy_(lcg(SEED + 10 + index, parameter.shape, 2))
            if name == "0.bias":
                parameter[:2] = -16
    return model


def samples(indices):
    features = lcg(SEED, [20, 5], 2)[indices]
    return features, lcg_classes(SEED + 1, 20, 3)[indices]


def norm(*tensors):
    return torch.sqrt(sum((tensor.double() ** 2).sum() for tensor in tensors)).item()


def backward(model, indices):
    features, targets = samples(indices)
    loss = nn.functional.cross_entropy(model(features), targets)
    model.zero_grad()
    loss.backward()
    return loss.item(), {name: p.grad.clone() for name, p in model.named_parameters()}


def watch(model):
    """Outputs by the module's name; their gradients are kept."""
    outputs = {}

    def hook(name):
        def keep(_module, _inputs, output):
            output.retain_grad()
            outputs[name] = output

        return keep

    for name, module in model.named_modules():
        if name:
            module.register_forward_hook(hook(name))
    return outputs


def activation(module, output):
    values = output.detach().double()
    counts = torch.histc(values, 32, values.min(), values.max())
    result = {
        "mean": values.mean().item(),
        "standardDeviation": values.std(unbiased=False).item(),
        "minimum": values.min().item(),
        "maximum": values.max().item(),
        "zeros": (values == 0).double().mean().item(),
        "counts": [int(count) for count in counts],
        "gradientNorm": norm(output.grad),
    }
    if isinstance(module, nn.ReLU):
        result["dead"] = int((values <= 0).all(dim=0).sum())
    if isinstance(module, nn.Sigmoid):
        result["saturated"] = (values * (1 - values) < 0.1 / 4).double().mean().item()
    if isinstance(module, nn.Tanh):
        result["saturated"] = (1 - values**2 < 0.1).double().mean().item()
    return result


def noise(model):
    """McCandlish et al. 2018, appendix A: from minibatches of B samples and from all of them."""
    batches = [ORDER[start : start + BATCH] for start in range(0, len(ORDER), BATCH)]
    small = sum(norm(*backward(model, one)[1].values()) ** 2 for one in batches) / len(batches)
    large = norm(*backward(model, ORDER)[1].values()) ** 2
    b, n = BATCH, len(ORDER)
    squared = (n * large - b * small) / (n - b)
    variance = (small - large) / (1 / b - 1 / n)
    return {"squaredGradient": squared, "variance": variance}


def update(model):
    weights = [p for name, p in model.named_parameters() if name.endswith("weight")]
    biases = [p for name, p in model.named_parameters() if name.endswith("bias")]
    groups = [{"params": weights, "weight_decay": WEIGHT_DECAY}, {"params": biases}]
    optimizer = torch.optim.SGD(groups, lr=LEARNING_RATE, momentum=MOMENTUM)
    for index, parameter in enumerate(model.parameters()):
        buffer = lcg(SEED + 50 + index, parameter.shape, 0.125)
        optimizer.state[parameter]["momentum_buffer"] = buffer
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    nn.utils.clip_grad_norm_(model.parameters(), MAX_NORM)
    optimizer.step()
    return before, {name: norm(p.detach() - before[name]) for name, p in model.named_parameters()}


def record():
    model = network()
    noisy = noise(model)
    outputs = watch(model)
    loss, gradients = backward(model, ORDER[:BATCH])
    modules = dict(model.named_modules())
    layers = {name: activation(modules[name], output) for name, output in outputs.items()}
    weights = [p.double() for name, p in model.named_parameters() if name.endswith("weight")]
    penalty = WEIGHT_DECAY / 2 * sum((w**2).sum() for w in weights).item()
    before, updates = update(model)
    return {
        "loss": loss,
        "gradientNorm": norm(*gradients.values()),
        "layers": layers,
        "parameters": {
            name: {
                "norm": norm(before[name]),
                "gradientNorm": norm(gradient),
                "updateNorm": updates[name],
                "updateRatio": updates[name] / norm(before[name]),
            }
            for name, gradient in gradients.items()
        },
        "gradientNoise": noisy,
        "penalty": penalty,
    }


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    write("layerStatistics", [{"order": ORDER, **both(record)}])
