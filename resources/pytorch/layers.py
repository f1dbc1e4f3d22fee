"""Layers of Descent that PyTorch has not, or has otherwise. Names of weights are PyTorch's."""
import torch
from torch import nn


class Dropout(nn.Module):
    """With scaling="classic" kept values stay as they are, and inference multiplies by 1 - p."""

    def __init__(self, p=0.5, scaling="inverted"):
        super().__init__()
        self.p, self.is_classic = p, scaling == "classic"

    def forward(self, x):
        if not self.is_classic:
            return nn.functional.dropout(x, self.p, self.training)
        if not self.training:
            return x * (1 - self.p)
        return x * (torch.rand_like(x) >= self.p)

    def extra_repr(self):
        return f"p={self.p}, scaling={'classic' if self.is_classic else 'inverted'}"


class LayerNorm(nn.LayerNorm):
    """With bias=False, which PyTorch has from 2.1 on."""

    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True, bias=True):
        super().__init__(normalized_shape, eps, elementwise_affine)
        if not bias:
            self.register_parameter("bias", None)

    def extra_repr(self):
        return f"{self.normalized_shape}, eps={self.eps}, bias={self.bias is not None}"


def tokens(x, count):
    """Numbers as rows of a table: fractions are dropped, those outside take the nearest row."""
    return x.clamp(0, count - 1).long()


class Embedding(nn.Embedding):
    def forward(self, x):
        return super().forward(tokens(x, self.num_embeddings))


class EmbeddingBag(nn.EmbeddingBag):
    def forward(self, x):
        return super().forward(tokens(x, self.num_embeddings))


class Residual(nn.Sequential):
    """Adds its input to what its own layers make of it."""

    def forward(self, x):
        return x + super().forward(x)
