#!/usr/bin/env python3
"""Records what other libraries make of images, for the golden tests of core/augmentation/image.

    apt-get install python3-scipy python3-pil python3-torchvision
    /usr/bin/python3 scripts/recordAugmentation.py     writes core/golden/augmentations.json

A case is an image from the generator that core/golden/testing/lcg.ts repeats, the steps with what they
drew, and the grey levels that a library computed: scipy.ndimage for geometry and elastic distortion,
torchvision for what it has on tensors, Pillow for colours, numpy for noise. Where a step draws a seed, the
studio's generator is written here a second time, from its papers.
"""
import json
import math
import pathlib

import numpy as np
import PIL
import scipy
import torch
import torchvision
from PIL import Image, ImageEnhance
from scipy import ndimage
from torchvision.transforms import InterpolationMode
from torchvision.transforms import functional as F

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "core" / "golden"
MASK = 2**32 - 1


def image(seed, shape):
    state, values = seed, []
    for _ in range(math.prod(shape)):
        state = (1664525 * state + 1013904223) % 2**32
        values.append(math.floor(((state >> 16) / 32768) * 128))
    return np.array(values, dtype=float).reshape(shape)


def threefry(key, counter):
    rotations = [13, 15, 26, 6, 17, 29, 16, 24]
    keys = [*key, 0x1BD11BDA ^ key[0] ^ key[1]]
    x0, x1 = (counter[0] + keys[0]) & MASK, (counter[1] + keys[1]) & MASK
    for turn in range(20):
        by = rotations[turn % 8]
        x0 = (x0 + x1) & MASK
        x1 = (((x1 << by) | (x1 >> (32 - by))) & MASK) ^ x0
        if turn % 4 == 3:
            part = (turn + 1) // 4
            x0 = (x0 + keys[part % 3]) & MASK
            x1 = (x1 + keys[(part + 1) % 3] + part) & MASK
    return [x0, x1]


class Generator:
    """xoshiro128** at the address (seed, `augment`)."""

    def __init__(self, seed):
        self.state = threefry([seed, 8], [0, 0]) + threefry([seed, 9], [0, 0])
        self.spare = None

    def word(self):
        rotate = lambda x, by: ((x << by) | (x >> (32 - by))) & MASK
        s0, s1, s2, s3 = self.state
        result = rotate((s1 * 5) & MASK, 7) * 9 & MASK
        s2, s3 = s2 ^ s0, s3 ^ s1
        self.state = [s0 ^ s3, s1 ^ s2, s2 ^ ((s1 << 9) & MASK), rotate(s3, 11)]
        return result

    def uniform(self):
        high = self.word() >> 5
        return (high * 2**26 + (self.word() >> 6)) / 2**53

    def normal(self):
        spare, self.spare = self.spare, None
        if spare is not None:
            return spare
        radius = math.sqrt(-2 * math.log(1 - self.uniform()))
        angle = 2 * math.pi * self.uniform()
        self.spare = radius * math.sin(angle)
        return radius * math.cos(angle)


def scipy_affine(x, matrix, fill, offset=(0, 0)):
    """matrix: rows (y, x), from the result to the image, about the centre."""
    matrix = np.array(matrix, dtype=float)
    center = (np.array(x.shape[1:]) - 1) / 2
    shift = center - matrix @ center - np.array(offset, dtype=float)
    sample = lambda plane: ndimage.affine_transform(
        plane, matrix, shift, order=1, mode="grid-constant", cval=fill
    )
    return np.stack([sample(plane) for plane in x])


def torch_affine(x, fill, translate=(0, 0), scale=1.0, shear=(0.0, 0.0)):
    """Asked where the fill is black alone: any other it blends twice into the rim."""
    if fill != 0:
        return
    made = F.affine(
        torch.tensor(x), 0.0, list(translate), scale, list(shear), interpolation=InterpolationMode.BILINEAR
    )
    yield "torchvision", made.numpy()


def rotation(x, d):
    angle = math.radians(d["degrees"])
    cos, sin = math.cos(angle), math.sin(angle)
    yield "scipy", scipy_affine(x, [[cos, sin], [-sin, cos]], d["fill"])
    if d["fill"] == 0:
        yield "torchvision", F.rotate(torch.tensor(x), d["degrees"], InterpolationMode.BILINEAR).numpy()


def shift(x, d):
    moved = [ndimage.shift(p, (d["down"], d["right"]), order=0, mode="constant", cval=d["fill"]) for p in x]
    yield "scipy", np.stack(moved)
    yield from torch_affine(x, d["fill"], translate=(d["right"], d["down"]))


def scale(x, d):
    inverse = 1 / d["scale"]
    yield "scipy", scipy_affine(x, [[inverse, 0], [0, inverse]], d["fill"])
    yield from torch_affine(x, d["fill"], scale=d["scale"])


def shear(x, d):
    tx, ty = (math.tan(math.radians(d[name])) for name in "xy")
    yield "scipy", scipy_affine(x, np.array([[1, 0], [tx, 1]]) @ [[1, ty], [0, 1]], d["fill"])
    yield from torch_affine(x, d["fill"], shear=(d["x"], d["y"]))


def crop(x, d):
    height, width = x.shape[1:]
    border = 8
    padded = F.pad(torch.tensor(x), [border] * 4, fill=d["fill"])
    yield "torchvision", F.crop(padded, d["top"] + border, d["left"] + border, height, width).numpy()


def pillow(enhance):
    def record(x, d):
        picture = Image.fromarray(np.moveaxis(x, 0, 2).astype(np.uint8))
        yield "pillow", np.moveaxis(np.asarray(enhance(picture).enhance(d["factor"])), 2, 0).astype(float)

    return record


def colour(adjust, enhance):
    def record(x, d):
        if len(x) == 3:
            yield from pillow(enhance)(x, d)
        yield "torchvision", adjust(torch.tensor(x / 255), d["factor"]).numpy() * 255

    return record


def blur(x, d):
    size, sigma = d["kernelSize"], d["sigma"]
    yield "torchvision", F.gaussian_blur(torch.tensor(x), [size, size], [sigma, sigma]).numpy()
    at = np.arange(size) - (size - 1) / 2
    kernel = np.exp(-0.5 * (at / sigma) ** 2)
    filtered = x
    for axis in (1, 2):
        filtered = ndimage.correlate1d(filtered, kernel / kernel.sum(), axis, mode="mirror")
    yield "scipy", filtered


def noise(x, d):
    generator = Generator(d["seed"])
    added = np.array([generator.normal() for _ in range(x.size)]).reshape(x.shape)
    yield "numpy", np.clip(x + 255 * d["sigma"] * added, 0, 255)


def erasing(x, d):
    erased = F.erase(torch.tensor(x), d["top"], d["left"], d["height"], d["width"], torch.tensor(float(d["value"])))
    yield "torchvision", erased.numpy()


def elastic(x, d):
    generator = Generator(d["seed"])
    fields = []
    for _ in range(2):
        field = np.array([2 * generator.uniform() - 1 for _ in range(x[0].size)]).reshape(x[0].shape)
        fields.append(ndimage.gaussian_filter(field, d["sigma"], mode="constant", cval=0, truncate=4))
    rows, columns = np.indices(x[0].shape)
    places = [rows + d["alpha"] * fields[1], columns + d["alpha"] * fields[0]]
    planes = [ndimage.map_coordinates(p, places, order=1, mode="grid-constant", cval=d["fill"]) for p in x]
    yield "scipy", np.stack(planes)


def chain(x, d):
    """Rotation, then shift, then horizontal flip, in one resampling."""
    angle = math.radians(d["degrees"])
    cos, sin = math.cos(angle), math.sin(angle)
    height, width = x.shape[1:]
    about = np.array([[1, 0, (height - 1) / 2], [0, 1, (width - 1) / 2], [0, 0, 1]])
    turn = about @ [[cos, sin, 0], [-sin, cos, 0], [0, 0, 1]] @ np.linalg.inv(about)
    move = np.array([[1, 0, -d["down"]], [0, 1, -d["right"]], [0, 0, 1]])
    flip = np.array([[1, 0, 0], [0, -1, width - 1], [0, 0, 1]])
    whole = turn @ move @ flip
    planes = [
        ndimage.affine_transform(p, whole[:2, :2], whole[:2, 2], order=1, mode="grid-constant", cval=d["fill"])
        for p in x
    ]
    yield "scipy", np.stack(planes)


def flip(axis, function):
    def record(x, _drawn):
        yield "numpy", np.flip(x, axis).copy()
        yield "torchvision", function(torch.tensor(x)).numpy()

    return record


GREY, SQUARE, COLOR = (1, 7, 9), (1, 8, 8), (3, 8, 6)
BRIGHTNESS = colour(F.adjust_brightness, ImageEnhance.Brightness)
CONTRAST = colour(F.adjust_contrast, ImageEnhance.Contrast)
SATURATION = colour(F.adjust_saturation, ImageEnhance.Color)

# type, function, shape, what was drawn
CASES = [
    *[("RandomRotation", rotation, shape, {"degrees": degrees, "fill": fill})
      for shape, degrees, fill in [(GREY, 12.3, 0), (SQUARE, -47, 200), (COLOR, 135, 0), (SQUARE, 90, 0)]],
    *[("RandomShift", shift, shape, {"right": right, "down": down, "fill": fill})
      for shape, right, down, fill in [(GREY, 2, -1, 0), (COLOR, -3, 4, 90), (SQUARE, 20, 0, 5)]],
    ("RandomHorizontalFlip", flip(2, F.hflip), COLOR, {}),
    ("RandomVerticalFlip", flip(1, F.vflip), COLOR, {}),
    *[("RandomScale", scale, shape, {"scale": factor, "fill": fill})
      for shape, factor, fill in [(GREY, 1.3, 0), (COLOR, 0.7, 128)]],
    *[("RandomShear", shear, shape, {"x": x, "y": y, "fill": fill})
      for shape, x, y, fill in [(GREY, 15, 0, 0), (SQUARE, -20, 12, 0), (COLOR, 0, 30, 255)]],
    *[("RandomCrop", crop, shape, {"left": left, "top": top, "fill": fill})
      for shape, left, top, fill in [(GREY, -2, 3, 0), (COLOR, 4, -4, 77)]],
    *[("ElasticTransform", elastic, shape, {"alpha": alpha, "sigma": sigma, "fill": fill, "seed": seed})
      for shape, alpha, sigma, fill, seed in [(GREY, 6, 1.5, 0, 17), (COLOR, 20, 4, 99, 2**32 - 1)]],
    *[(name, record, shape, {"factor": factor})
      for name, record in [("Brightness", BRIGHTNESS), ("Contrast", CONTRAST), ("Saturation", SATURATION)]
      for shape in (GREY, COLOR) for factor in (0.55, 1.4) if shape == COLOR or name != "Saturation"],
    *[("GaussianNoise", noise, shape, {"sigma": sigma, "seed": seed})
      for shape, sigma, seed in [(GREY, 0.1, 4), (COLOR, 0.3, 123456789)]],
    *[("GaussianBlur", blur, shape, {"sigma": sigma, "kernelSize": size})
      for shape, sigma, size in [(GREY, 0.8, 5), (COLOR, 2, 9), (SQUARE, 0.1, 3)]],
    ("RandomErasing", erasing, GREY, {"left": 2, "top": 1, "width": 5, "height": 3, "value": 0}),
    ("RandomErasing", erasing, COLOR, {"left": 0, "top": 4, "width": 2, "height": 4, "value": 180}),
    ("rotation, shift, flip", chain, GREY, {"degrees": 20, "right": 2, "down": -1, "fill": 30}),
    ("rotation, shift, flip", chain, COLOR, {"degrees": -70, "right": -1, "down": 2, "fill": 0}),
]


def main():
    cases = []
    for number, (name, record, shape, drawn) in enumerate(CASES):
        pixels = image(number, shape)
        for reference, expected in record(pixels, drawn):
            cases.append({
                "type": name,
                "reference": reference,
                "shape": shape,
                "seed": number,
                "drawn": drawn,
                "expected": [round(float(value), 3) for value in np.ravel(expected)],
            })
    versions = {
        "scipy": scipy.__version__, "numpy": np.__version__, "pillow": PIL.__version__,
        "torchvision": torchvision.__version__,
    }
    lines = ",\n".join(json.dumps(case) for case in cases)
    (GOLDEN / "augmentations.json").write_text(
        f'{{"versions": {json.dumps(versions)}, "cases": [\n{lines}\n]}}\n'
    )
    print(f"{len(cases)} cases")


main()
