#!/usr/bin/env python3
"""Records what Pillow makes of small images, for the tests of the image readers.

    /usr/bin/python3 scripts/recordPillow.py     writes core/golden/images.json

Pixels come from the generator that core/golden/testing/lcg.ts repeats. Encoded files are kept as base64,
with the pixels that Pillow reads from them as RGBA; resized images as planes of grey.
"""
import base64
import io
import json
import pathlib

from PIL import Image, ImageOps, __version__, features

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "core" / "golden"


def noise(seed, count):
    state, values = seed, []
    for _ in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values.append(state >> 24)
    return bytes(values)


def smooth(mode, size):
    """Few frequencies, so that a lossy file stays near it."""
    width, height = size
    bands = []
    for channel in range(len(mode)):
        bands.append(Image.frombytes("L", size, bytes(
            (x * 9 * (channel + 1) + y * 5 * (3 - channel)) % 256 if channel < 3 else 40 + 6 * (x + y)
            for y in range(height) for x in range(width))))
    return Image.merge(mode, bands) if len(bands) > 1 else bands[0]


def encoded(name, image, form, **options):
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    read = ImageOps.exif_transpose(Image.open(io.BytesIO(buffer.getvalue())))
    if read.mode.startswith("I"):
        read = read.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    rgba = read.convert("RGBA")
    return {
        "name": name,
        "file": base64.b64encode(buffer.getvalue()).decode(),
        "width": rgba.width,
        "height": rgba.height,
        "rgba": base64.b64encode(rgba.tobytes()).decode(),
        "lossy": form in ("JPEG",) or (form == "WEBP" and not options.get("lossless")),
    }


def files():
    size = (7, 5)
    rgb = Image.frombytes("RGB", size, noise(1, 105))
    rgba = Image.frombytes("RGBA", size, noise(2, 140))
    grey = Image.frombytes("L", size, noise(3, 35))
    deep = Image.frombytes("I;16", size, noise(4, 70))
    palette = rgb.quantize(13)
    bits = grey.convert("1")
    yield encoded("rgb.png", rgb, "PNG")
    yield encoded("rgba.png", rgba, "PNG")
    yield encoded("grey.png", grey, "PNG")
    yield encoded("grey-16.png", deep, "PNG")
    yield encoded("palette.png", palette, "PNG")
    yield encoded("bits.png", bits, "PNG")
    yield encoded("rgb.bmp", rgb, "BMP")
    yield encoded("grey.bmp", grey, "BMP")
    yield encoded("palette.bmp", palette, "BMP")
    yield encoded("bits.bmp", bits, "BMP")
    yield encoded("palette.gif", palette, "GIF")
    yield encoded("animated.gif", palette, "GIF", save_all=True, append_images=[palette.rotate(180)])
    yield encoded("smooth.jpg", smooth("RGB", (24, 16)), "JPEG", quality=95, subsampling=0)
    yield encoded("grey.jpg", smooth("L", (24, 16)), "JPEG", quality=95)
    yield encoded("progressive.jpg", smooth("RGB", (24, 16)), "JPEG", quality=95, progressive=True, subsampling=0)
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        yield encoded(f"turned-{orientation}.jpg", smooth("RGB", (24, 16)), "JPEG", quality=95,
                      subsampling=0, exif=exif)
    if features.check("webp"):
        yield encoded("lossless.webp", rgb, "WEBP", lossless=True, exact=True)
        yield encoded("alpha.webp", rgba, "WEBP", lossless=True, exact=True)


def resizes():
    for seed, (source, target) in enumerate([
        ((8, 8), (4, 4)), ((5, 7), (11, 3)), ((3, 3), (10, 10)), ((40, 30), (7, 9)), ((28, 28), (28, 14)),
        ((1, 1), (3, 2)),
    ]):
        image = Image.frombytes("L", source, noise(10 + seed, source[0] * source[1]))
        resized = image.resize(target, Image.BILINEAR)
        yield {"seed": 10 + seed, "from": source, "to": target,
               "pixels": list(resized.getdata())}


def greys():
    image = Image.frombytes("RGB", (16, 16), noise(30, 768))
    return {"seed": 30, "pixels": list(image.convert("L").getdata())}


GOLDEN.joinpath("images.json").write_text(json.dumps({
    "pillow": __version__,
    "files": list(files()),
    "resizes": list(resizes()),
    "grey": greys(),
}) + "\n")
