"""Words of options that several commands take, read in one way."""

from collections.abc import Iterable

from tawthiq.errors import OptionError


def mapping(told: Iterable[str], example: str = "date=DATE") -> dict[str, str]:
    """Read ``field=column`` words.

    Raises:
        OptionError: a word has no ``=`` between two names.
    """
    columns: dict[str, str] = {}
    for word in told:
        field, _, column = word.partition("=")
        if not field.strip() or not column.strip():
            raise OptionError(
                ar=f"لا يُفهم {word!r}",
                en=f"{word!r} cannot be understood",
                where="--map",
                remedy_ar=f"اكتب مثلاً: --map {example}",
                remedy_en=f"write for example: --map {example}",
            )
        columns[field.strip()] = column.strip()
    return columns


def language_of(asked: str, default: str) -> str:
    """Give the language of the labels that a command prints.

    Raises:
        OptionError: there is no such language.
    """
    if asked not in {"", "ar", "en"}:
        raise OptionError(
            ar=f"لا توجد لغة عرض باسم «{asked}»",
            en=f"there is no display language {asked!r}",
            where="--ui",
            remedy_ar="اكتب ar أو en",
            remedy_en="write ar or en",
        )
    return asked or default
