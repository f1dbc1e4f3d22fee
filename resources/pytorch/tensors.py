"""Reads and writes safetensors files with float32 tensors, without any package but torch.

    8 bytes   length of the header, little-endian
    header    JSON: {name: {"dtype": "F32", "shape": [...], "data_offsets": [begin, end]}}
    data      the tensors, one behind the other

Descent takes such a file back:  descent import-model weights.safetensors --like MODEL.json
"""
import ctypes
import json
import struct

import torch


def load_tensors(path):
    with open(path, "rb") as stream:
        (length,) = struct.unpack("<Q", stream.read(8))
        header, data = json.loads(stream.read(length)), bytearray(stream.read())
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        if entry["dtype"] != "F32":
            raise ValueError(f'"{name}" must be of type F32. Received {entry["dtype"]}.')
        values = torch.frombuffer(data[begin:end], dtype=torch.float32)
        tensors[name] = values.reshape(entry["shape"])
    return tensors


def save_tensors(path, tensors):
    """Counters, such as BatchNorm's num_batches_tracked, are no float32 and are left out."""
    floats = {name: tensor for name, tensor in tensors.items() if tensor.is_floating_point()}
    header, parts, end = {}, [], 0
    for name, tensor in floats.items():
        values = tensor.detach().to("cpu", torch.float32).contiguous()
        parts.append(ctypes.string_at(values.data_ptr(), 4 * values.numel()))
        begin, end = end, end + len(parts[-1])
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [begin, end]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as stream:
        stream.write(struct.pack("<Q", len(text)) + text + b"".join(parts))


def load_weights(model, path):
    """Every parameter and buffer from the file; only counters may be missing."""
    result = model.load_state_dict(load_tensors(path), strict=False)
    missing = [name for name in result.missing_keys if not name.endswith("num_batches_tracked")]
    if missing or result.unexpected_keys:
        raise ValueError(f"Missing: {missing}. Unexpected: {result.unexpected_keys}.")
