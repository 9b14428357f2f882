"""A reader of one's own choice: what it must be able to do, and how it is opened.

Two are shipped: ``openai`` (`chat`) and ``tokens`` (`tokens`). Any other is an
entry point of the group ``tawthiq.readers``: a callable that takes `Told` and gives a
`ProposingReader`. Nothing is loaded before somebody asks for it by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol

from tawthiq.errors import OptionError
from tawthiq.model.report import Report

GROUP = "tawthiq.readers"
SHIPPED = {
    "openai": "tawthiq.propose.chat:reader",
    "tokens": "tawthiq.propose.tokens:reader",
}
"""These names are ours: no package that happens to be installed takes their place."""


class ProposingReader(Protocol):
    """Proposes events of a report.

    ``name`` stands as the rule of everything that it proposes, such as
    ``openai:my-model``: it says which model or program it was.
    """

    @property
    def name(self) -> str:
        """Give the name under which its proposals are kept."""

    def propose(self, report: Report) -> object:
        """Propose events: plain values as JSON has them, in the reading format.

        Raises:
            InputError: it cannot read this report.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the user says of a reader: ``NAME=MAIN,key=value,key=value``.

    ``main`` is the address, the folder or what else the reader is about.
    """

    name: str
    main: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    def known(self, *keys: str) -> None:
        """Refuse settings that the reader does not have.

        Raises:
            OptionError: there is another than these.
        """
        unknown = sorted(self.more.keys() - set(keys))
        if unknown:
            raise _wrong(
                self.name,
                ar=f"إعداد مجهول: {'، '.join(unknown)}",
                en=f"unknown setting: {', '.join(unknown)}",
                known=", ".join(keys),
            )

    def number(self, key: str, default: float) -> float:
        """Give a setting that is a number above zero.

        Raises:
            OptionError: it is none.
        """
        try:
            value = float(self.more.get(key, default))
        except ValueError:
            value = 0.0
        if not 0 < value < float("inf"):
            raise _wrong(
                self.name,
                ar=f"«{self.more[key]}» ليس عددا أكبر من صفر",
                en=f"{self.more[key]!r} is no number above zero",
                known=key,
            )
        return value


def _wrong(name: str, *, ar: str, en: str, known: str) -> OptionError:
    return OptionError(
        ar=ar,
        en=en,
        where=f"--reader {name}",
        remedy_ar=f"المعروف: {known}",
        remedy_en=f"known: {known}",
    )


def told_of(word: str) -> Told:
    """Understand ``NAME`` or ``NAME=MAIN,key=value``.

    Raises:
        OptionError: it is neither.
    """
    name, _, rest = word.partition("=")
    main, *parts = rest.split(",")
    pairs = [part.partition("=") for part in parts]
    if not name.strip() or any(not (k.strip() and v.strip()) for k, _, v in pairs):
        raise _wrong(
            word,
            ar="لا يُفهم هذا القارئ",
            en="this reader cannot be understood",
            known="NAME=…,key=value",
        )
    more = {key.strip(): value.strip() for key, _, value in pairs}
    return Told(name=name.strip(), main=main.strip(), more=more)


def open_reader(word: str) -> ProposingReader:
    """Open the reader that a word of the command line names.

    Raises:
        OptionError: there is none of that name, it cannot be loaded, or its settings
            are wrong.
    """
    told = told_of(word)
    make = _maker(told.name)
    try:
        return make(told)
    except OptionError:
        raise
    except Exception as fault:  # a plug-in may fail in any way
        raise _unloadable(told.name, fault) from fault


def _maker(name: str) -> Callable[[Told], ProposingReader]:
    try:
        if name in SHIPPED:
            room, _, function = SHIPPED[name].partition(":")
            made: Callable[[Told], ProposingReader] = getattr(
                import_module(room), function
            )
            return made
        found = tuple(entry_points(group=GROUP, name=name))
        if found:
            loaded: Callable[[Told], ProposingReader] = found[0].load()
            return loaded
    except Exception as fault:
        raise _unloadable(name, fault) from fault
    raise _wrong(
        name,
        ar=f"لا قارئ باسم «{name}»",
        en=f"there is no reader {name!r}",
        known=", ".join(sorted({*SHIPPED, *entry_points(group=GROUP).names})),
    )


def _unloadable(name: str, fault: Exception) -> OptionError:
    return OptionError(
        ar=f"تعذر تحميل القارئ ({type(fault).__name__}: {fault})",
        en=f"the reader cannot be loaded ({type(fault).__name__}: {fault})",
        where=f"--reader {name}",
        remedy_ar="تحقق من تثبيت حزمته وإعداداته",
        remedy_en="see that its package is installed and its settings are right",
    )
