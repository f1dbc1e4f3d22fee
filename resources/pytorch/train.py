"""Trains the network as Descent does, on one device or on many.

    python train.py                                  one process, a GPU where there is one
    torchrun --nproc_per_node 4 train.py             four processes of this machine
    torchrun --nnodes 2 --node_rank 0 --master_addr HOST --nproc_per_node 4 train.py

The minibatch of the settings is divided among the processes, so the steps are those of one process;
only BatchNorm on CPUs takes its statistics from each process's share. The order of samples and the
first weights come from torch's generator: the run is like Descent's, not bit for bit the same.
"""
import argparse
import contextlib
import json
import os
import pathlib

import torch
from torch import distributed

from augment import augment, mix
from data import Data
from model import build_model
from recipe import EarlyStopping, Loss, Schedule, initialize, make_clipping, make_optimizer
from tensors import load_weights, save_tensors

HERE = pathlib.Path(__file__).resolve().parent


def parse_arguments():
    parser = argparse.ArgumentParser(description="Trains the network.")
    parser.add_argument("--epochs", type=int, help="instead of the experiment's")
    parser.add_argument("--weights", help="start from this safetensors file")
    parser.add_argument("--output", default="trained.safetensors", help="the best weights")
    parser.add_argument("--test", action="store_true", help="open the sealed test split at the end")
    return parser.parse_args()


class Workers:
    """The processes that torchrun started, or this one alone."""

    def __init__(self):
        self.count = int(os.environ.get("WORLD_SIZE", "1"))
        self.rank = int(os.environ.get("RANK", "0"))
        has_gpu = torch.cuda.is_available()
        place = int(os.environ.get("LOCAL_RANK", "0"))
        self.device = torch.device("cuda", place) if has_gpu else torch.device("cpu")
        if self.count > 1:
            distributed.init_process_group("nccl" if has_gpu else "gloo")

    def wrap(self, model):
        if self.count == 1:
            return model
        on_gpu = self.device.type == "cuda"
        if on_gpu:
            model = torch.nn.SyncBatchNorm.convert_sync_batchnorm(model)
        return torch.nn.parallel.DistributedDataParallel(
            model, device_ids=[self.device.index] if on_gpu else None
        )

    def agree(self, value):
        """The first process's number, for all."""
        if self.count == 1:
            return value
        tensor = torch.tensor([value], dtype=torch.float64, device=self.device)
        distributed.broadcast(tensor, 0)
        return tensor.item()

    def total(self, value):
        if self.count == 1:
            return value
        tensor = torch.tensor([value], dtype=torch.float64, device=self.device)
        distributed.all_reduce(tensor)
        return tensor.item()

    def say(self, text):
        if self.rank == 0:
            print(text, flush=True)


def in_words(name, measured):
    value, accuracy = measured
    return f"{name} {value:.4f}" + ("" if accuracy is None else f" ({100 * accuracy:.1f} %)")


class Trainer:
    def __init__(self, settings, epochs, weights, workers):
        self.settings, self.epochs, self.workers = settings, epochs, workers
        torch.manual_seed(settings["seed"])
        self.data = Data(settings["data"])
        self.model = build_model()
        initialize(self.model, settings["initialization"])
        if weights:
            load_weights(self.model, weights)
        self.model.to(workers.device)
        self.network = workers.wrap(self.model)
        self.loss = Loss(**settings["loss"], device=workers.device)
        self.optimizer = make_optimizer(self.model, settings["optimizer"])
        self.clip = make_clipping(settings["clipping"])
        count, size = len(self.data.splits["train"]), settings["batch_size"]
        self.iterations = count // size if settings["drop_last"] else -(-count // size)
        self.schedule = Schedule(self.optimizer, settings["schedule"], self.iterations, epochs)
        # Dropout must not draw the same zeros in every process.
        torch.manual_seed(settings["seed"] + workers.rank)

    def train_epoch(self, epoch):
        """The mean loss over the minibatches. Every process takes its share of each."""
        self.network.train()
        size = self.settings["batch_size"]
        batches = self.data.order(self.settings["seed"], epoch).split(size)[: self.iterations]
        total, count = 0.0, 0.0
        for index, rows in enumerate(batches):
            self.schedule.before(epoch * self.iterations + index)
            summed, whole = self.step(rows)
            total, count = total + self.workers.total(summed), count + whole
        return total / count

    def step(self, rows):
        """The summed loss of this process's share, and what the whole minibatch counts."""
        rank, processes, device = self.workers.rank, self.workers.count, self.workers.device
        features, targets = self.data.batch(rows[rank::processes], device, augment)
        partners, share = None, 1.0
        if mix is not None:
            features, partners, share = mix(features)
        self.optimizer.zero_grad()
        output = self.network(features)
        losses, counts = self.loss.each(output, targets), self.loss.counts(targets)
        if partners is not None:
            other = targets[partners]
            losses = share * losses + (1 - share) * self.loss.each(output, other)
            counts = share * counts.to(device) + (1 - share) * self.loss.counts(other).to(device)
        summed, whole = losses.sum(), self.workers.total(float(counts.sum()))
        # The processes' gradients are averaged: each brings its part of the mean times their number.
        (summed * (processes / whole)).backward()
        self.clip(self.model.parameters())
        self.optimizer.step()
        return float(summed.detach()), whole

    @torch.no_grad()
    def evaluate(self, split):
        """Mean loss, and the share of right answers for classes."""
        self.model.eval()
        rows = torch.tensor(self.data.splits[split])
        total, count, right = 0.0, 0.0, 0
        for batch in rows.split(1024):
            features, targets = self.data.batch(batch, self.workers.device)
            output = self.model(features)
            total += float(self.loss.each(output, targets).sum())
            count += float(self.loss.counts(targets).sum())
            if self.data.is_class:
                right += int((output.argmax(1) == targets).sum())
        return total / count, right / len(rows) if self.data.is_class else None

    def run(self, output):
        """Keeps the weights of the lowest validation loss."""
        best = float("inf")
        stopping = EarlyStopping(self.settings["early_stopping"])
        for epoch in range(self.epochs):
            train_loss = self.train_epoch(epoch)
            measured = self.evaluate("validation")
            validation = self.workers.agree(measured[0])
            self.schedule.after_epoch(epoch, validation)
            if self.workers.rank == 0 and (epoch == 0 or validation < best):
                best = validation
                save_tensors(output, self.model.state_dict())
            text = f"train {train_loss:.4f}   {in_words('validation', measured)}"
            self.workers.say(f"epoch {epoch + 1}/{self.epochs}   {text}")
            if stopping.ends_after(validation):
                self.workers.say("Stopped early: the validation loss no longer improves.")
                break
        self.workers.say(f"The weights of the lowest validation loss: {output}")


def main():
    arguments = parse_arguments()
    settings = json.loads((HERE / "settings.json").read_text())
    workers = Workers()
    if workers.count > 1 and settings["batch_size"] < 2 * workers.count:
        raise SystemExit(f"A minibatch of {settings['batch_size']} is too small to be divided.")
    epochs = arguments.epochs or settings["epochs"]
    trainer = Trainer(settings, epochs, arguments.weights, workers)
    trainer.run(arguments.output)
    if arguments.test and workers.rank == 0:
        load_weights(trainer.model, arguments.output)
        workers.say(in_words("test", trainer.evaluate("test")))


if __name__ == "__main__":
    try:
        main()
    finally:
        with contextlib.suppress(Exception):
            distributed.destroy_process_group()
