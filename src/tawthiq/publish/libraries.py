"""Libraries that only one format needs: opened when it is asked for, or named."""

from importlib import import_module
from typing import Any

from tawthiq.errors import OptionError


def library(module: str, *, extra: str) -> Any:  # noqa: ANN401 - any module at all
    """Import a library of an extra.

    Raises:
        OptionError: it is not installed; the remedy names the extra.
    """
    try:
        return import_module(module)
    except ImportError:
        raise OptionError(
            ar=f"تلزم لهذه الصيغة المكتبة {module.partition('.')[0]}",
            en=f"this format needs the library {module.partition('.')[0]}",
            where="--format",
            remedy_ar=f"ثبّتها: pip install 'tawthiq[{extra}]'",
            remedy_en=f"install it: pip install 'tawthiq[{extra}]'",
        ) from None
