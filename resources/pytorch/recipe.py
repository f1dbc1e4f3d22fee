"""How the network is trained: loss, optimizer, schedule, clipping and initialisation."""
import torch
from torch import nn
from torch.nn import functional as F


def rows_of(output, target):
    """The target in the shape of the output: class numbers as one-hot rows, numbers as a column."""
    if target.is_floating_point():
        return target.reshape(output.shape)
    return F.one_hot(target, output.shape[1]).to(output.dtype)


class Loss:
    """The losses of samples, and what each of them counts."""

    def __init__(self, type, options, device):
        self.type, self.options = type, dict(options)
        weight = self.options.pop("weight", None)
        self.weight = torch.tensor(weight, dtype=torch.float32, device=device) if weight else None

    def each(self, output, target):
        if self.type == "CrossEntropyLoss":
            return F.cross_entropy(output, target, self.weight, reduction="none", **self.options)
        function = {
            "BCEWithLogitsLoss": F.binary_cross_entropy_with_logits,
            "MSELoss": F.mse_loss,
            "L1Loss": F.l1_loss,
            "SmoothL1Loss": F.smooth_l1_loss,
            "HuberLoss": F.huber_loss,
        }[self.type]
        rows = rows_of(output, target)
        return function(output, rows, reduction="none", **self.options).mean(1)

    def counts(self, target):
        return torch.ones(len(target)) if self.weight is None else self.weight[target]


def make_optimizer(model, recipe):
    """Weight decay reaches the parameters that the experiment names, and no others."""
    decayed = set(recipe["decayed"])
    groups = [
        {"params": [p for n, p in model.named_parameters() if n in decayed]},
        {"params": [p for n, p in model.named_parameters() if n not in decayed], "weight_decay": 0},
    ]
    groups = [group for group in groups if group["params"]]
    return getattr(torch.optim, recipe["type"])(groups, **recipe["options"])


def initialize(model, recipe):
    """PyTorch's own start, or another one for the weights of Linear and of convolutions."""
    if recipe["type"] == "Default":
        return
    for module in model.modules():
        if isinstance(module, (nn.Linear, nn.Conv2d)):
            getattr(nn.init, recipe["type"])(module.weight, **recipe["options"])


def make_clipping(recipe):
    if recipe is None:
        return lambda parameters: None
    function = getattr(nn.utils, recipe["type"])
    return lambda parameters: function(parameters, **recipe["options"])


class Schedule:
    """Warm-up, then one of torch's schedulers, which counts from the end of the warm-up."""

    def __init__(self, optimizer, recipe, iterations_per_epoch, epochs):
        self.optimizer, self.warmup = optimizer, recipe["warmup"]
        warm = self.warmup["length"] if self.warmup else 0
        self.unit = iterations_per_epoch if self.warmup and self.warmup["unit"] == "epochs" else 1
        self.warm_iterations = warm * self.unit
        self.warm_epochs = -(-self.warm_iterations // iterations_per_epoch)
        self.step_length = iterations_per_epoch if recipe["stepped_by"] == "epoch" else 1
        left = iterations_per_epoch * epochs - self.warm_iterations
        self.scheduler = self.make(recipe, max(1, -(-left // self.step_length)))
        self.is_plateau = recipe["type"] == "ReduceLROnPlateau"
        self.rate, self.steps = optimizer.param_groups[0]["lr"], 0

    def make(self, recipe, steps):
        options = dict(recipe["options"])
        if recipe["type"] == "Constant":
            return None
        if recipe["type"] == "CosineAnnealingLR":
            options.setdefault("T_max", steps)
        if recipe["type"] == "OneCycleLR":
            rate = self.optimizer.param_groups[0]["lr"]
            options.update(max_lr=rate, total_steps=steps, cycle_momentum=False)
        return getattr(torch.optim.lr_scheduler, recipe["type"])(self.optimizer, **options)

    def before(self, done):
        """Sets the learning rate for the iteration behind `done` others."""
        rate = self.rate
        if done < self.warm_iterations:
            start, length = self.warmup["start_factor"], self.warmup["length"]
            rate *= start + (1 - start) * (done // self.unit) / length
        elif self.scheduler and not self.is_plateau:
            while self.steps < (done - self.warm_iterations) // self.step_length:
                self.advance()
                self.steps += 1
            rate = self.rate
        self.set(rate)

    def after_epoch(self, epoch, loss):
        """Epochs count from 0; those of the warm-up do not count."""
        if self.is_plateau and epoch >= self.warm_epochs:
            self.advance(loss)

    def advance(self, *loss):
        self.set(self.rate)
        self.scheduler.step(*loss)
        self.rate = self.optimizer.param_groups[0]["lr"]

    def set(self, rate):
        for group in self.optimizer.param_groups:
            group["lr"] = rate


class EarlyStopping:
    """Ends a training whose validation loss has not improved for `patience` epochs in a row."""

    def __init__(self, recipe):
        self.patience = recipe["patience"] if recipe else None
        self.min_delta = recipe["min_delta"] if recipe else 0.0
        self.best, self.epoch, self.best_epoch = float("inf"), 0, 1

    def ends_after(self, loss):
        self.epoch += 1
        if loss < self.best - self.min_delta:
            self.best, self.best_epoch = loss, self.epoch
        return self.patience is not None and self.epoch - self.best_epoch >= self.patience
