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


def to_plain(value: object) -> Plain:
    """Give a record, or a tuple of them, as JSON can hold it; fields unset are left out.

    Raises:
        TypeError: a value that no record of the model holds.
    """
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): to_plain(one) for key, one in value.items()}
        case tuple() | list():
            return [to_plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            told = ((f.name, getattr(value, f.name)) for f in fields(value))
            return {name: to_plain(one) for name, one in told if one not in (None, ())}
        case _:
            msg = f"{type(value).__name__} is no record of the model"
            raise TypeError(msg)


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
    none = {f.name for f in fields(kind) if type(None) in get_args(told[f.name])}

    def build(plain: Plain) -> Any:  # noqa: ANN401
        known = {name: builds[name](one) for name, one in plain.items()}
        for name in none - known.keys():
            known[name] = None
        for name in builds.keys() - known.keys():
            if get_origin(told[name]) is tuple:
                known[name] = ()
        return kind(**known)

    return build


def _as_it_is(plain: Plain) -> Plain:
    return tuple(map(_as_it_is, plain)) if isinstance(plain, list) else plain
