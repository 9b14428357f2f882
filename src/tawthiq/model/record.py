"""Records of the model as plain JSON values, and back: nothing is lost on the way.

The reading format is what others read; this is what the register keeps, so that it
gives back exactly the records it was given. The types of the fields decide.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Plain = Any
Build = Callable[[Plain], Any]


def to_plain(value: Plain) -> Plain:
    """Give a record, or a tuple of them, as JSON can hold it; fields unset are left out.

    Raises:
        TypeError: a value that no record of the model holds.
    """
    kind = value.__class__
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple:
        return [to_plain(one) for one in value]
    return _teller(kind)(value)


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


@cache
def _teller(kind: type[Any]) -> Build:
    """Work out once how values of a type are told."""
    if is_dataclass(kind):
        return _record_teller(tuple(f.name for f in fields(kind)))
    if issubclass(kind, str):
        return str
    if issubclass(kind, int | float):
        return _as_told
    if issubclass(kind, date):
        return kind.isoformat
    if issubclass(kind, Mapping):
        return lambda told: {str(key): to_plain(one) for key, one in told.items()}
    if issubclass(kind, tuple | list):
        return lambda told: [to_plain(one) for one in told]
    msg = f"{kind.__name__} is no record of the model"
    raise TypeError(msg)


def _record_teller(names: tuple[str, ...]) -> Build:
    def tell(record: object) -> dict[str, Plain]:
        told = ((name, getattr(record, name)) for name in names)
        return {
            name: to_plain(one) for name, one in told if one is not None and one != ()
        }

    return tell


def _as_told(value: Plain) -> Plain:
    return value


def from_plain(kind: type[Record], plain: Plain) -> Record:
    """Make a record of what `to_plain` gave.

    Raises:
        TypeError: a field that must be told is not.
        ValueError: a word that its vocabulary does not hold.
    """
    wanted: Any = kind
    made: Record = _builder(wanted)(plain)
    return made


@cache
def _builder(kind: Any) -> Build:  # noqa: ANN401 - any type that a field may have
    outer = get_origin(kind)
    if outer in (Union, types.UnionType):
        return _optional(kind)
    if outer is tuple:
        return _tuple(get_args(kind))
    if outer is not None and issubclass(outer, Mapping):
        return dict
    return _one(kind) if isinstance(kind, type) else _as_it_is


def _one(kind: type[Any]) -> Build:
    if is_dataclass(kind):
        return _record(kind)
    if issubclass(kind, StrEnum):
        return kind
    return kind.fromisoformat if issubclass(kind, date) else _as_it_is


def _optional(kind: Any) -> Build:  # noqa: ANN401
    """Build ``X | None``; of ``int | float`` the value says by itself which it is."""
    inner = [one for one in get_args(kind) if one is not type(None)]
    build = _builder(inner[0]) if len(inner) == 1 else _as_it_is
    return lambda plain: None if plain is None else build(plain)


def _tuple(parts: tuple[Any, ...]) -> Build:
    if len(parts) == 2 and parts[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        each = _builder(parts[0])
        return lambda plain: tuple(each(one) for one in plain)
    builds = tuple(_builder(part) for part in parts)
    return lambda plain: tuple(
        build(one) for build, one in zip(builds, plain, strict=True)
    )


def _record(kind: type[Any]) -> Build:
    told = get_type_hints(kind)
    builds = {f.name: _builder(told[f.name]) for f in fields(kind)}
    # What `to_plain` left out: nothing told, or none of many.
    unset: dict[str, Plain] = {
        name: () for name in builds if get_origin(told[name]) is tuple
    }
    unset.update(dict.fromkeys(n for n in builds if type(None) in get_args(told[n])))

    def build(plain: Plain) -> Any:  # noqa: ANN401
        known = {name: builds[name](one) for name, one in plain.items()}
        return kind(**{**unset, **known})

    return build


def _as_it_is(plain: Plain) -> Plain:
    return tuple(map(_as_it_is, plain)) if isinstance(plain, list) else plain
