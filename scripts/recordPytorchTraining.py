#!/usr/bin/env python3
"""Records what PyTorch computes around the optimizer, for the golden tests of core: clipping, schedules.

    /usr/bin/python3 scripts/recordPytorchTraining.py     writes core/golden/{clippings,schedules}.json
"""
import warnings

import torch
from recordPytorch import both, layer, lcg, numbers, write
from torch import nn
from torch.optim import lr_scheduler as schedulers

# --- gradient clipping --------------------------------------------------------------------------

CLIPPINGS = [
    (layer("ClipGradNorm"), lambda p: nn.utils.clip_grad_norm_(p, 1.0)),
    (layer("ClipGradNorm", maxNorm=0.25), lambda p: nn.utils.clip_grad_norm_(p, 0.25)),
    (layer("ClipGradNorm", maxNorm=100), lambda p: nn.utils.clip_grad_norm_(p, 100.0)),
    (layer("ClipGradValue", clipValue=0.5), lambda p: nn.utils.clip_grad_value_(p, 0.5)),
    (layer("ClipGradValue", clipValue=8), lambda p: nn.utils.clip_grad_value_(p, 8.0)),
]
GRADIENT_SHAPES = [[3, 4], [4], [2, 3]]


def record_clipping(clip, seed):
    parameters = [nn.Parameter(torch.zeros(shape)) for shape in GRADIENT_SHAPES]
    for number, parameter in enumerate(parameters):
        parameter.grad = lcg(seed + number, GRADIENT_SHAPES[number], 2)
    clip(parameters)
    return [numbers(parameter.grad) for parameter in parameters]


def record_clippings():
    for number, (spec, clip) in enumerate(CLIPPINGS):
        seed = 20_000 + 100 * number
        yield {
            "clipping": spec,
            "gradientShapes": GRADIENT_SHAPES,
            "seed": seed,
            "scale": 2,
            **both(lambda: record_clipping(clip, seed)),
        }


# --- schedules ----------------------------------------------------------------------------------

STEPS = 50
LEARNING_RATE = 0.05


def step_lr(step, gamma=0.1):
    return layer("StepLR", stepSize=step, gamma=gamma), lambda o: schedulers.StepLR(o, step, gamma)


def multi_step(milestones, gamma=0.1):
    spec = layer("MultiStepLR", milestones=milestones, gamma=gamma)
    return spec, lambda o: schedulers.MultiStepLR(o, milestones, gamma)


def exponential(gamma):
    return layer("ExponentialLR", gamma=gamma), lambda o: schedulers.ExponentialLR(o, gamma)


def cosine(period, eta_min=0.0):
    spec = layer("CosineAnnealingLR", tMax=period, etaMin=eta_min)
    return spec, lambda o: schedulers.CosineAnnealingLR(o, period, eta_min)


def one_cycle(**options):
    names = {
        "pctStart": "pct_start",
        "annealStrategy": "anneal_strategy",
        "divFactor": "div_factor",
        "finalDivFactor": "final_div_factor",
        "threePhase": "three_phase",
    }
    in_torch = {names[name]: value for name, value in options.items()}

    def make(optimizer):
        return schedulers.OneCycleLR(
            optimizer, LEARNING_RATE, total_steps=STEPS, cycle_momentum=False, **in_torch
        )

    return layer("OneCycleLR", **options), make


def plateau(**options):
    names = {"thresholdMode": "threshold_mode", "minLearningRate": "min_lr"}
    in_torch = {names.get(name, name): value for name, value in options.items()}
    spec = layer("ReduceLROnPlateau", **options)
    return spec, lambda o: schedulers.ReduceLROnPlateau(o, **in_torch)


def warm_up(start, steps, unit="epochs"):
    spec = layer("LinearLR", startFactor=start, length=steps, unit=unit)
    return spec, lambda o: schedulers.LinearLR(o, start, 1.0, steps)


# schedule, warm-up before it or None
SCHEDULES = [
    ((layer("Constant"), lambda o: schedulers.LambdaLR(o, lambda _: 1.0)), None),
    (step_lr(7), None),
    (step_lr(1, 0.9), None),
    (multi_step([10, 20, 40], 0.5), None),
    (multi_step([1, 2]), None),
    (exponential(0.93), None),
    (exponential(1.0), None),
    (cosine(50), None),
    (cosine(20, 0.001), None),
    (one_cycle(), None),
    (one_cycle(pctStart=0.5, annealStrategy="linear", divFactor=10, finalDivFactor=100), None),
    (one_cycle(pctStart=0.2, threePhase=True), None),
    (one_cycle(pctStart=0.0), None),
    (one_cycle(pctStart=1.0), None),
    (plateau(), None),
    (plateau(factor=0.5, patience=2), None),
    (plateau(factor=0.3, patience=1, cooldown=3, minLearningRate=0.004), None),
    (plateau(patience=0, threshold=0.02, thresholdMode="abs", factor=0.9), None),
    (plateau(patience=0, factor=0.1, eps=1e-4), None),
    ((layer("Constant"), lambda o: schedulers.LambdaLR(o, lambda _: 1.0)), warm_up(0.1, 8)),
    (step_lr(7), warm_up(0.25, 5)),
    (multi_step([10, 20], 0.5), warm_up(0.5, 1)),
    (exponential(0.93), warm_up(0.01, 10)),
    (cosine(40), warm_up(0.1, 10)),
    # Each step is an iteration.
    ((layer("Constant"), lambda o: schedulers.LambdaLR(o, lambda _: 1.0)), warm_up(0.2, 12, "iterations")),
]


def validation_losses(seed):
    """Falls, with noise, and stops falling: a plateau finds something to do."""
    noise = lcg(seed, [STEPS], 0.125).double()
    return [max(0.5, 2 - 0.1 * epoch) + noise[epoch].item() for epoch in range(STEPS)]


def record_schedule(schedule, warm, seed):
    torch.set_default_dtype(torch.float64)
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=LEARNING_RATE)
    scheduler = schedule(optimizer)
    if warm:
        spec, make = warm
        # Each on an optimizer of its own: constructors change the learning rate that they find.
        optimizer.param_groups[0]["lr"] = LEARNING_RATE
        parts = [make(optimizer), scheduler]
        optimizer.param_groups[0]["lr"] = LEARNING_RATE
        scheduler = schedulers.SequentialLR(optimizer, parts, [spec["options"]["length"]])
    losses = validation_losses(seed)
    values = []
    for step in range(STEPS):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step < STEPS - 1:
            watches = isinstance(scheduler, schedulers.ReduceLROnPlateau)
            scheduler.step(losses[step]) if watches else scheduler.step()
    return values


def record_schedules():
    for number, ((spec, make), warm) in enumerate(SCHEDULES):
        seed = 30_000 + 100 * number
        case = {"schedule": spec, "learningRate": LEARNING_RATE}
        if warm:
            case["warmup"] = warm[0]
        if spec["type"] == "ReduceLROnPlateau":
            case["validationLosses"] = validation_losses(seed)
        yield {**case, "values": record_schedule(make, warm, seed)}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    write("clippings", record_clippings())
    write("schedules", record_schedules())
