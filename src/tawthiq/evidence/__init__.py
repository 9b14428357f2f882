"""Takes bytes as received, keeps them unaltered under their SHA-256, seals the chain."""

from tawthiq.evidence.vault import Vault

__all__ = ["Vault"]
