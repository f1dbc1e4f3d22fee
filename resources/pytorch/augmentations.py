"""Descent's augmentations, in torch alone.

An image is uint8 or float [channels, height, width] in grey levels of 0 to 255. Each step draws, then
applies, so that what was drawn can be given by hand:

    RandomRotation.map(size, degrees=10)         from places in the result to places in the image
    Brightness.change(image, factor=1.2)         other pixels

Consecutive maps are multiplied and the image is resampled once. Random numbers are torch's own.
"""
import math

import torch
from torch.nn import functional as F


def uniform(low, high):
    return low + (high - low) * float(torch.rand(()))


def below(bound):
    return int(torch.randint(bound, ()))


# --- geometry: maps of the plane, x to the right and y down, (0, 0) the first pixel --------------


def about_center(size, xx, xy, yx, yy):
    """The linear map that leaves the centre where it is."""
    height, width = size
    x, y = (width - 1) / 2, (height - 1) / 2
    return [[xx, xy, x - xx * x - xy * y], [yx, yy, y - yx * x - yy * y], [0.0, 0.0, 1.0]]


def translation(right, down):
    return [[1.0, 0.0, -right], [0.0, 1.0, -down], [0.0, 0.0, 1.0]]


def resample(image, matrix, fill):
    """Every pixel between four of the image; outside of it lies the fill value."""
    _, height, width = image.shape
    rows, columns = torch.arange(height).double(), torch.arange(width).double()
    y, x = rows[:, None].expand(height, width), columns[None, :].expand(height, width)
    places = matrix @ torch.stack([x, y, torch.ones_like(x)]).reshape(3, -1)
    size = torch.tensor([[width], [height]])
    grid = ((2 * places[:2] + 1) / size - 1).T.reshape(1, height, width, 2)
    moved = F.grid_sample(image[None] - fill, grid, padding_mode="zeros", align_corners=False)
    return (moved[0] + fill + 0.5).floor().clamp(0, 255)


class Step:
    """`p` is how likely it is applied to a sample."""

    fill = None

    def __init__(self, p=1.0, **options):
        self.p = p
        self.__dict__.update(options)


class RandomRotation(Step):
    """Counter-clockwise where positive."""

    def draw(self, size):
        return {"degrees": uniform(-self.degrees, self.degrees)}

    @staticmethod
    def map(size, degrees):
        sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        if degrees % 90 == 0:
            sin, cos = round(sin), round(cos)
        return about_center(size, cos, -sin, sin, cos)


class RandomShift(Step):
    """By whole pixels."""

    def draw(self, size):
        reach = self.translate[1] * size[0], self.translate[0] * size[1]
        down, right = (math.floor(uniform(-most, most) + 0.5) for most in reach)
        return {"right": right, "down": down}

    @staticmethod
    def map(size, right, down):
        return translation(right, down)


class RandomCrop(Step):
    """Of the image in a margin of `padding` pixels, as large as before."""

    def draw(self, size):
        left, top = (below(2 * self.padding + 1) - self.padding for _ in range(2))
        return {"left": left, "top": top}

    @staticmethod
    def map(size, left, top):
        return translation(-left, -top)


class RandomHorizontalFlip(Step):
    def draw(self, size):
        return {}

    @staticmethod
    def map(size):
        return about_center(size, -1, 0, 0, 1)


class RandomVerticalFlip(Step):
    def draw(self, size):
        return {}

    @staticmethod
    def map(size):
        return about_center(size, 1, 0, 0, -1)


class RandomScale(Step):
    """Above 1 everything becomes larger."""

    def draw(self, size):
        return {"scale": uniform(*self.scale)}

    @staticmethod
    def map(size, scale):
        return about_center(size, 1 / scale, 0, 0, 1 / scale)


class RandomShear(Step):
    """By angles in degrees, sideways and then upwards."""

    def draw(self, size):
        return {"x": uniform(-self.shear[0], self.shear[0]), "y": uniform(-self.shear[1], self.shear[1])}

    @staticmethod
    def map(size, x, y):
        x, y = math.tan(math.radians(x)), math.tan(math.radians(y))
        return about_center(size, 1 + x * y, x, y, 1)


# --- pixels -------------------------------------------------------------------------------------


def grey(image):
    if len(image) != 3:
        return image[:1]
    return (image * torch.tensor([0.299, 0.587, 0.114], dtype=image.dtype)[:, None, None]).sum(0)[None]


def gaussian(sigma, radius):
    kernel = torch.exp(-0.5 * (torch.arange(-radius, radius + 1).double() / sigma) ** 2)
    return kernel / kernel.sum()


def smooth(image, kernel, places):
    """Along both axes; `places` says where the pixels outside of a line are looked up, -1: nowhere."""
    for _ in range(2):
        length = image.shape[-1]
        radius = len(kernel) // 2
        found = places(torch.arange(-radius, length + radius), length)
        padded = image[..., found.clamp(min=0)] * (found >= 0)
        image = (padded.unfold(-1, len(kernel), 1) * kernel).sum(-1).transpose(-1, -2)
    return image


def mirrored(places, length):
    if length == 1:
        return places * 0
    period = 2 * (length - 1)
    places = places % period
    return torch.minimum(places, period - places)


def inside(places, length):
    return places.masked_fill((places < 0) | (places >= length), -1)


class Brightness(Step):
    def draw(self, size):
        return {"factor": uniform(1 - self.brightness, 1 + self.brightness)}

    @staticmethod
    def change(image, factor):
        return image * factor


class Contrast(Step):
    def draw(self, size):
        return {"factor": uniform(1 - self.contrast, 1 + self.contrast)}

    @staticmethod
    def change(image, factor):
        mean = grey(image).mean()
        return mean + factor * (image - mean)


class Saturation(Step):
    """Of images in colour."""

    def draw(self, size):
        return {"factor": uniform(1 - self.saturation, 1 + self.saturation)}

    @staticmethod
    def change(image, factor):
        return grey(image) + factor * (image - grey(image)) if len(image) == 3 else image


class GaussianNoise(Step):
    def draw(self, size):
        return {"sigma": self.sigma}

    @staticmethod
    def change(image, sigma):
        return image + 255 * sigma * torch.randn_like(image)


class GaussianBlur(Step):
    def draw(self, size):
        return {"sigma": uniform(*self.sigma), "kernel_size": self.kernel_size}

    @staticmethod
    def change(image, sigma, kernel_size):
        return smooth(image, gaussian(sigma, kernel_size // 2), mirrored)


class RandomErasing(Step):
    def draw(self, size):
        height, width = size
        for _ in range(10):
            area = uniform(*self.scale) * height * width
            aspect = math.exp(uniform(math.log(self.ratio[0]), math.log(self.ratio[1])))
            tall, wide = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
            if 0 < tall < height and 0 < wide < width:
                top, left = below(height - tall + 1), below(width - wide + 1)
                box = {"left": left, "top": top, "width": wide, "height": tall}
                return {**box, "value": self.value}
        return None

    @staticmethod
    def change(image, left, top, width, height, value):
        image = image.clone()
        image[:, top : top + height, left : left + width] = value
        return image


class ElasticTransform(Step):
    """Pulls every pixel a little elsewhere, neighbours alike."""

    def draw(self, size):
        field = 2 * torch.rand(2, *size).double() - 1
        return {"field": field, "alpha": self.alpha, "sigma": self.sigma, "fill": self.fill}

    @staticmethod
    def change(image, field, alpha, sigma, fill):
        _, height, width = image.shape
        moved = alpha * smooth(field, gaussian(sigma, int(4 * sigma + 0.5)), inside)
        x = torch.arange(width)[None, :] + moved[0]
        y = torch.arange(height)[:, None] + moved[1]
        grid = torch.stack([(2 * x + 1) / width - 1, (2 * y + 1) / height - 1], -1)[None]
        found = F.grid_sample(image[None] - fill, grid, padding_mode="zeros", align_corners=False)
        return found[0] + fill


class Augment:
    """The steps one after the other, on one training image."""

    def __init__(self, *steps):
        self.steps = steps

    def __call__(self, image):
        drawn = [step.draw(image.shape[1:]) if uniform(0, 1) < step.p else None for step in self.steps]
        return self.apply(image, drawn)

    def apply(self, image, drawn):
        """One entry of `drawn` a step; None leaves it out."""
        image, matrix, fill = image.double(), None, None
        for step, values in zip(self.steps, drawn):
            if values is None:
                continue
            is_map = hasattr(step, "map")
            is_other = None not in (fill, step.fill) and fill != step.fill
            if matrix is not None and (not is_map or is_other):
                image, matrix, fill = resample(image, matrix, fill or 0), None, None
            if not is_map:
                image = step.change(image, **values).clamp(0, 255)
                continue
            following = torch.tensor(step.map(image.shape[1:], **values), dtype=torch.float64)
            matrix = following if matrix is None else matrix @ following
            fill = step.fill if fill is None else fill
        if matrix is not None:
            image = resample(image, matrix, fill or 0)
        return (image + 0.5).floor().clamp(0, 255).to(torch.uint8)


# --- minibatches --------------------------------------------------------------------------------


def beta(alpha):
    return float(torch.distributions.Beta(float(alpha), float(alpha)).sample())


class MixUp(Step):
    def mix(self, sample, partner):
        share = beta(self.alpha)
        return share * sample + (1 - share) * partner, share


class CutMix(Step):
    """A box of the partner; a sample keeps the share of its area."""

    def mix(self, sample, partner):
        _, height, width = sample.shape
        half = math.sqrt(1 - beta(self.alpha)) / 2
        x, y, reach_x, reach_y = below(width), below(height), int(half * width), int(half * height)
        rows = slice(max(0, y - reach_y), min(height, y + reach_y))
        columns = slice(max(0, x - reach_x), min(width, x + reach_x))
        sample = sample.clone()
        sample[:, rows, columns] = partner[:, rows, columns]
        area = (rows.stop - rows.start) * (columns.stop - columns.start)
        return sample, 1 - area / (height * width)


class Mix:
    """Each sample of a minibatch with another one, by the first step that is on for it."""

    def __init__(self, *steps):
        self.steps = steps

    def __call__(self, inputs):
        """The mixed inputs, the place of each sample's partner, and the share of its own target."""
        count = len(inputs)
        partners, shares, mixed = torch.arange(count), torch.ones(count), inputs.clone()
        for row in range(count if count > 1 else 0):
            step = next((one for one in self.steps if uniform(0, 1) < one.p), None)
            if step is None:
                continue
            partner = (row + 1 + below(count - 1)) % count
            mixed[row], shares[row] = step.mix(inputs[row], inputs[partner])
            partners[row] = partner
        return mixed, partners.to(inputs.device), shares.to(inputs.device)
