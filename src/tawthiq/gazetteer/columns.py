"""Columns: which column of a table holds what, guessed from its heading or told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

LEVELS = ("area", "community", "subdistrict", "district", "governorate")
"""What may contain a place, nearest first."""
_ADMIN_LEVELS = {1: "governorate", 2: "district", 3: "subdistrict", 4: "community"}
_LANGUAGES = {"ar": "ar", "ara": "ar", "arabic": "ar", "1": "ar", "en": "en", "": "any"}
_LANGUAGES |= {"eng": "en", "english": "en", "name": "any", "any": "any"}

_ADMIN = re.compile(
    r"adm(?:in)?(?P<level>[0-4])(?P<what>name|pcode|code)?(?P<lang>\w*)"
)
_PARENT = re.compile(
    r"(?P<level>area|neighbou?rhood|community|city|subdistrict|district|governorate|"
    r"province)(?:name)?(?P<lang>ar|ara|arabic|en|eng|english|)"
)
_SAME_LEVEL = {"city": "community", "province": "governorate"}
_PLAIN = {
    "name_ar": "namear nameara arabicname arname featurenamear placenamear الاسم اسم",
    "name_en": "nameen nameeng englishname enname featurenameen placenameen asciiname",
    "name_any": "name placename featurename title place location",
    "also": "alternatenames alternatename aliases alias othernames altname also",
    "lat": "lat latitude latbbox laty latitudey centerlat centroidlat y pointy ycoord",
    "lon": "lon lng long longitude lonbbox lonx longitudex centerlon centroidlon x"
    " pointx xcoord",
    "pcode": "pcode admpcode",
    "kind": "kind placetype featuretype type",
    "level": "level adminlevel admlevel",
    "population": "population pop inhabitants",
    "country": "country countrycode iso2 admin0pcode adm0pcode",
}
FIELDS = (
    *_PLAIN,
    *(f"{level}_{language}" for level in LEVELS for language in ("ar", "en", "any")),
)
"""Every field that `--map` can name."""
_GUESSES = {
    alias: name for name, aliases in _PLAIN.items() for alias in aliases.split()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Field to column; ``own_level`` where the heading itself says what rows are.

    ``own_level`` is 1 to 4 for a table of administrative areas or communities (OCHA),
    ``quarter`` is true for a table of the quarters of cities.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    own_level: int | None = None
    quarter: bool = False

    def has(self, name: str) -> bool:
        """Whether some column holds the field."""
        return name in self.fields


def guess_columns(heading: Sequence[str], told: Mapping[str, str]) -> Columns:
    """Guess what each column holds; what the user tells goes before a guess."""
    fields: dict[str, str] = {}
    codes: dict[int, str] = {}
    for column in heading:
        plain = re.sub(r"[\W_]+", "", column.casefold())
        name = _GUESSES.get(plain) or _parent_field(plain)
        if match := _ADMIN.fullmatch(plain):
            name = _admin_field(match) or name
            if match["what"] in {"pcode", "code"}:
                codes.setdefault(int(match["level"]), column)
        if name:
            fields.setdefault(name, column)
    fields.update(told)
    return _with_own_level(fields, codes)


def _parent_field(plain: str) -> str | None:
    match = _PARENT.fullmatch(plain)
    if match is None:
        return None
    level = (
        match["level"].replace("neighborhood", "area").replace("neighbourhood", "area")
    )
    return f"{_SAME_LEVEL.get(level, level)}_{_LANGUAGES[match['lang']]}"


def _admin_field(match: re.Match[str]) -> str | None:
    """Give the field of a column such as ``ADM2_AR`` or ``admin2Name_en``."""
    level = _ADMIN_LEVELS.get(int(match["level"]))
    language = _LANGUAGES.get(match["lang"])
    if level is None or language is None or match["what"] in {"pcode", "code"}:
        return None
    return f"{level}_{language}"


def _with_own_level(fields: dict[str, str], codes: dict[int, str]) -> Columns:
    """Work out what the rows are: areas of a level, communities, or quarters."""
    own = any(f"name_{language}" in fields for language in ("ar", "en", "any"))
    if own:
        inside = any(field.startswith("community_") for field in fields)
        return Columns(fields=fields, quarter=inside and "level" not in fields)
    for level in (4, 3, 2, 1):
        stem = _ADMIN_LEVELS[level]
        mine = [field for field in fields if field.startswith(f"{stem}_")]
        if mine:
            for found in mine:
                fields[f"name_{found.removeprefix(f'{stem}_')}"] = fields.pop(found)
            if level in codes:
                fields.setdefault("pcode", codes[level])
            return Columns(fields=fields, own_level=level)
    return Columns(fields=fields)
