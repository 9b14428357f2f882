"""Statistics as pictures: bars by month and by actor, and a coarse map."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tawthiq.errors import OptionError
from tawthiq.lang.codebook import load_codebook
from tawthiq.model.statistics import Slice, Statistics

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WORDS = {
    "ar": {
        "months": "الوقائع والقتلى (أقل ما قيل وأكثره) بحسب الشهر",
        "actors": "الوقائع بحسب الجهة المنسوب إليها",
        "map": "أماكن الوقائع، مقربة إلى نحو عشرة كيلومترات",
        "incidents": "وقائع",
        "killed": "قتلى، من أقل ما قيل إلى أكثره",
    },
    "en": {
        "months": "Incidents and killed (least and greatest said) by month",
        "actors": "Incidents by actor alleged",
        "map": "Where incidents were, to some ten kilometres",
        "incidents": "incidents",
        "killed": "killed, from the least said to the greatest",
    },
}
MOST_ACTORS = 12
SIZE = (9.0, 4.5)
INK, RED = "#34556b", "#a3333d"


def draw(
    counted: Statistics, folder: Path, *, form: str, language: str
) -> Iterator[Path]:
    """Draw the pictures; give their files.

    The same numbers give the same bytes: no clock and no chance goes into them.

    Raises:
        OptionError: the library that draws is not here, or the folder cannot be made.
    """
    try:
        import matplotlib as mpl  # noqa: PLC0415 - takes a second to load
    except ImportError as fault:
        raise OptionError(
            ar="الرسوم تحتاج مكتبة matplotlib",
            en="pictures need the library matplotlib",
            where="--plots",
            remedy_ar="pip install 'tawthiq[plots]'",
            remedy_en="pip install 'tawthiq[plots]'",
        ) from fault
    mpl.use("agg")
    mpl.rcParams["svg.hashsalt"] = "tawthiq"
    mpl.rcParams["font.family"] = ["Noto Sans Arabic", "Noto Sans", "DejaVu Sans"]
    folder.mkdir(parents=True, exist_ok=True)
    words = WORDS[language]
    pictures: dict[str, Callable[[Axes], None]] = {
        "months": lambda axes: _months(axes, counted.months, words),
        "actors": lambda axes: _actors(axes, counted.actors, language),
        "map": lambda axes: _map(axes, counted.points),
    }
    for name, fill in pictures.items():
        path = folder / f"{name}.{form}"
        _draw(path, words[name], fill)
        yield path


def _draw(path: Path, title: str, fill: "Callable[[Axes], None]") -> None:
    import matplotlib.pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=SIZE, layout="constrained")
    fill(axes)
    axes.set_title(title)
    axes.spines[["top", "right"]].set_visible(False)
    stamp = {"Date": None} if path.suffix == ".svg" else {"Software": None}
    figure.savefig(path, dpi=120, metadata=stamp)
    plt.close(figure)


def _months(axes: "Axes", months: Sequence[Slice], words: dict[str, str]) -> None:
    names = [one.name for one in months]
    axes.bar(names, [one.incidents for one in months], color=INK, alpha=0.35)
    axes.set_ylabel(words["incidents"])
    beside = axes.twinx()
    low = [one.killed.low for one in months]
    high = [one.killed.high for one in months]
    beside.vlines(names, low, high, color=RED)
    beside.plot(names, high, color=RED, linewidth=1)
    beside.set_ylabel(words["killed"])
    step = max(1, len(names) // 12)
    axes.set_xticks(range(0, len(names), step), names[::step], rotation=45, ha="right")


def _actors(axes: "Axes", actors: Sequence[Slice], language: str) -> None:
    book = load_codebook()
    shown = actors[:MOST_ACTORS][::-1]
    names = [book.word("actors", one.name, language) for one in shown]
    axes.barh(names, [one.incidents for one in shown], color=INK)


def _map(axes: "Axes", points: Sequence[tuple[float, float]]) -> None:
    axes.scatter(
        [lon for _, lon in points],
        [lat for lat, _ in points],
        s=14,
        color=RED,
        alpha=0.35,
        linewidths=0,
    )
    axes.set_aspect("equal", adjustable="datalim")
