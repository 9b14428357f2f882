"""Places of a sentence: names with their role and what the sentence says of them.

A name is believed behind a head noun («قرية»), even if no list knows it, and elsewhere
if the list of places has it and it stands where a place may stand. What is said of it
(struck, launched from, somebody's home) is told as ``relation``; which event a place
belongs to is for ``assemble``.
"""

from collections.abc import Callable, Iterator

from tawthiq.find.places.owners import Owner, owners, owns_a_war, role_of_owner
from tawthiq.find.places.phrases import Phrase, PhraseReader
from tawthiq.find.places.relations import MODIFIERS, PlaceWords
from tawthiq.find.places.returns import struck_again
from tawthiq.find.places.roles import SITES, holds, may_be_city, role_of
from tawthiq.find.places.vocabulary import Cut, KnownPlaces, Name, Vocabulary
from tawthiq.lang.language import Language
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA, JOINED

Finder = Callable[[Scan, Language], list[Hit]]

SHEET = "place"
FAMILY = "places"
DATELINE = 3
"""Words at the front of a sentence that may be a dateline."""

HARMS = frozenset({"killed", "injured"})
HARM_WORDS = 3
"""Words that a word of harm may have: "death of"."""

_PLAIN = frozenset({"in", "bare", "for", "speaker", "transfer"})
_DASHES = frozenset("-–—|")  # noqa: RUF001
_ASIDE = frozenset({"held", "from", "origin", "speaker", "residents"})
"""Relations of places that are told by the way."""
_NOBODYS = ("actors", "actor", "outlets", "source_nouns")


def place_finder(known: KnownPlaces) -> Finder:
    """Make the finder of places.

    Args:
        known: the list of places; asked for folded words with one space between.

    Returns:
        A finder whose hits of the sheet ``place`` hold ``name``, ``role`` (``at``,
        ``near``, ``admin``, ``area``), ``head`` (a code of ``place_heads``, or None)
        ``key`` (the name folded, without article) and ``relation``: ``in``, ``struck``, ``near``, ``between``, ``to``, ``from``
        (launched or come from), ``origin`` (somebody's home), ``transfer`` (the wounded
        were brought there), ``speaker`` (where a source sits), ``dateline``, ``for``,
        ``bare``, ``held`` (controlled, taken or fled to).
    """
    vocabularies: dict[str, Vocabulary] = {}

    def find(scan: Scan, language: Language) -> list[Hit]:
        words = vocabularies.get(language.name)
        if words is None:
            words = vocabularies[language.name] = Vocabulary(language, known)
        return struck_again(scan, list(_Reading(scan, language, words).places()))

    return find


class _Reading:
    """The reading of one sentence."""

    def __init__(self, scan: Scan, language: Language, words: Vocabulary) -> None:
        self._scan = scan
        self._tokens = scan.tokens
        self._stems = language.affixes.stems
        self._rules = language.family(FAMILY)
        self._vocabulary = words
        self._words = PlaceWords(scan)
        self._phrases = PhraseReader(scan, words, self._words)
        self._heads = self._phrases.heads
        self._names = self._phrases.names
        self._owners = owners(scan, words)

    def places(self) -> Iterator[Hit]:
        """Give the places, left to right, none overlapping another."""
        covered = 0
        before: Hit | None = None
        ruled = {hit.first: hit for hit in self._ruled()}
        for at in sorted({*self._openings(), *ruled}):
            if at < covered:
                continue
            if at in ruled:
                before = ruled[at]
                covered = before.last
                yield before
                continue
            phrase = self._phrases.read(at)
            owner = self._owners.get(at)
            if owner is not None:
                yield from self._owning(owner, phrase)
            if phrase is None:
                continue
            for hit in self._told(phrase, before):
                before = hit
                covered = hit.last
                yield hit

    def _owning(self, owner: Owner, phrase: Phrase | None) -> Iterator[Hit]:
        """Give the place that owns the next: "Syria's Idlib province"."""
        owned = phrase if phrase is not None and phrase.opening == owner.last else None
        if owned is not None and not owned.heads and owned.name.region is None:
            owned = None  # "Syria's Hama said": a name alone may be a person's
        role = role_of_owner(owner, owned)
        if role is None or (owned is None and not owns_a_war(self._scan, owner)):
            return
        relation = self._words.relation(owner.first, frozenset()).relation
        values = {
            "name": self._scan.text[owner.start : owner.end],
            "key": owner.key,
            "role": role,
            "head": None,
            "relation": "in" if relation in {"bare", "name"} else relation,
            "other": None,
            "city": False,
        }
        hit = self._scan.make(
            SHEET, words=(owner.first, owner.last), values=values, rule="place_owner"
        )
        yield hit._replace(start=owner.start, end=owner.end)

    def _ruled(self) -> Iterator[Hit]:
        """Give the places that the rules of the pack tell: borders."""
        if not any(h.code == "border" for h in self._scan.of("place_words")):
            return
        for match in self._rules.matches(self._scan):
            first = self._scan.at(match.first, "place_words")[0]
            relation = self._words.relation(match.first, first.means).relation
            hit = self._scan.make(
                SHEET,
                words=(match.first, match.last),
                values={
                    **match.values(),
                    "relation": relation,
                    "other": None,
                    "city": False,
                },
                rule=match.rule.name,
                like=first,
            )
            name = self._scan.text[hit.start : hit.end]
            yield hit._replace(values={"name": name, **hit.values})

    def _openings(self) -> list[int]:
        """Give the words at which a place may begin."""
        found = self._words.openings() | set(self._heads) | {0}
        found.update(h.first for h in self._scan.of("countries"))
        found.update(self._owners)
        inside = self._vocabulary.inside
        found.update(
            at
            for at, (word, _, _, _, between) in enumerate(self._tokens)
            if inside(word) or (between != " " and "#" in between)
        )
        return sorted(a for a in found if a < len(self._tokens))

    def _told(self, phrase: Phrase, before: Hit | None) -> Iterator[Hit]:
        """Give the place of a phrase and those that are listed after it."""
        relation = self._relation(phrase)
        if relation == "name" or self._is_part_of_name(phrase, relation):
            return
        chained = before is not None and self._chained(before, phrase)
        if chained and before is not None and relation in _PLAIN:
            relation = str(before.values["relation"])
        inside = chained and before is not None and before.values["head"] in SITES
        role = role_of(phrase, chained=chained, site=inside)
        if chained and before is not None and holds(phrase, before):
            role = "admin"
        yield self._hit(phrase, role, relation)
        last = phrase.last
        many = bool(phrase.heads) and phrase.heads[-1].values["count"] == "many"
        many = many or self._phrases.is_listed(phrase.last)
        while (name := self._next_in_list(last, many=many, phrase=phrase)) is not None:
            listed = phrase._replace(
                opening=name.first, first=name.first, start=name.start, last=name.last,
                end=name.end, name=name,
            )  # fmt: skip
            yield self._hit(
                listed, role_of(listed, chained=chained), relation, rule="listed"
            )
            last = name.last

    def _hit(self, phrase: Phrase, role: str, relation: str, *, rule: str = "") -> Hit:
        head = phrase.heads[0].code if phrase.heads else None
        name = phrase.name
        made = "region" if name.region else "known" if name.known else "headed"
        hit = self._scan.make(
            SHEET,
            words=(phrase.first, phrase.last),
            values={
                "name": name.text,
                "key": name.key,
                "role": role,
                "head": head,
                "relation": relation,
                "other": phrase.other,
                "city": may_be_city(phrase),
            },
            rule=f"place_{rule or made}",
        )
        hit = hit._replace(start=phrase.start, end=phrase.end, means=phrase.means)
        region = phrase.name.region
        return (
            _apostrophe_lost(hit)
            if region is not None
            and hit.end == region.end
            and region.values["city"] == "owner"
            else hit
        )

    def _relation(self, phrase: Phrase) -> str:
        fronts = phrase.opening == 0 or self._ends_dateline(phrase)
        if fronts and not phrase.heads and self._is_dateline(phrase):
            return "dateline"
        relation = self._words.relation(phrase.opening, phrase.means).relation
        if relation == "treated":
            hospital = any(h.code == "hospital" for h in phrase.heads)
            relation = "transfer" if hospital else "in"
        if phrase.modifiers and relation in {"bare", "in", "struck", "to", "from"}:
            return "near"
        if (
            relation == "in"
            and self._words.starting(phrase.last, ("that",)) is not None
        ):
            return "speaker"
        return relation

    def _is_dateline(self, phrase: Phrase) -> bool:
        if phrase.last >= len(self._tokens):
            return False
        if phrase.last > DATELINE + phrase.first:
            return False
        ends = {phrase.last} | {  # ``Barda, 3 July 2031 --``
            h.last
            for h in self._scan.of("date")
            if h.first == phrase.last and h.last < len(self._tokens)
        }
        return any(self._tokens[at].gap in {COLON, BRACKET} for at in ends)

    def _ends_dateline(self, phrase: Phrase) -> bool:
        """Say whether a land stands between its town and an outlet: ``Barda, Dawnland (…``."""
        if not 0 < phrase.first < DATELINE or phrase.last >= len(self._tokens):
            return False
        bracket = "(" in self._tokens[phrase.last].between
        return bracket and self._tokens[phrase.first].gap == COMMA

    def _is_part_of_name(self, phrase: Phrase, relation: str) -> bool:
        """Say whether the words belong to the name of a force, an outlet or a source."""
        if self._is_doer(phrase):
            return True
        first = phrase.first if phrase.heads else phrase.name.first
        for hit in self._scan.of(*_NOBODYS):
            if hit.first <= first and hit.last >= phrase.last:
                longer = hit.last - hit.first > phrase.last - first
                if longer or phrase.heads or relation in {"bare", "for"}:
                    return True
        if phrase.heads:
            return False
        name = phrase.name
        if name.region is None and self._is_harmed(phrase):
            return True
        return relation == "bare" and not name.region and not name.marked

    def _is_harmed(self, phrase: Phrase) -> bool:
        """Say whether a name is right behind a word of harm: "killing Layla and …"."""
        return any(
            h.last == phrase.opening and h.code in HARMS and h.values["side"] == "after"
            for at in range(max(0, phrase.opening - HARM_WORDS), phrase.opening)
            for h in self._scan.at(at, "outcomes")
            if "side" in h.values
        )

    def _is_doer(self, phrase: Phrase) -> bool:
        """Say whether a country is who acts: «قصف روسيا», «القوات التابعة لروسيا»."""
        region, at = phrase.name.region, phrase.opening
        if region is None or region.code != "country" or phrase.heads:
            return False
        if not self._scan.at(phrase.name.first, "actors"):
            return False
        if self._words.ending(at, ("belongs",)) is not None:
            return True
        return phrase.first == at and self._words.after_deed(at)

    def _chained(self, before: Hit, phrase: Phrase) -> bool:
        """Say whether a phrase follows another place as what contains it."""
        here = before.last
        if "and" in phrase.means or self._leaves_aside(before, phrase):
            return False
        while here < phrase.opening:
            link = self._words.starting(here, ("in", "belongs", "from"))
            if link is None or "and" in link.means or self._tokens[here].gap > COMMA:
                return False
            here = link.last
        return here == phrase.opening and self._tokens[here].gap <= BRACKET

    def _leaves_aside(self, before: Hit, phrase: Phrase) -> bool:
        """Say whether a comma ends what was said aside: «المدعومة من …، جسر …»."""
        ends = phrase.opening == before.last and bool(phrase.heads)
        comma = ends and self._tokens[phrase.opening].gap == COMMA
        return comma and before.values["relation"] in _ASIDE

    def _next_in_list(self, at: int, *, many: bool, phrase: Phrase) -> Name | None:
        """Read a further name joined by a comma, «و», or a dash where it is known."""
        if at >= len(self._tokens) or self._tokens[at].gap > COLON:
            return None
        if at in self._heads or self._words.starting(at, MODIFIERS):
            return None
        if self._tokens[at].gap > COMMA:
            dash = phrase.opening > 0 and _DASHES & set(self._tokens[at].between)
            return self._names.read(at, gap=COLON) if dash else None
        if (link := self._words.starting(at, ("and",))) is not None:
            return self._names.read(link.last, headed="any" if many else "")
        if many and self._tokens[at].gap == JOINED and self._names.is_capital(at):
            return self._names.read(at, headed="any", row=1)
        return self._joined(at, phrase) or self._after_comma(at, many=many)

    def _joined(self, at: int, phrase: Phrase) -> Name | None:
        """Read a further name behind «و» written with it."""
        token = self._tokens[at]
        own = bool(phrase.heads) and phrase.heads[-1].values["count"] == "many"
        headed = str(phrase.heads[-1].values["names"]) if own else ""
        for stem in self._stems(token.word):
            if stem.suffix or stem.means != frozenset({"and"}):
                continue
            cut = Cut(stem.text, token.start + stem.front)
            name = self._names.read(at, cut=cut, headed=headed, gap=COMMA)
            if name is not None:
                return name
        return None

    def _after_comma(self, at: int, *, many: bool) -> Name | None:
        """Read a further name behind a comma, one that no list has if it is a capital."""
        if self._tokens[at].gap != COMMA:
            return None
        sure = many and self._names.is_capital(at)
        return self._names.read(at, headed="any" if sure else "", gap=COMMA)


def _apostrophe_lost(place: Hit) -> Hit:
    """Give a land without the ending that a page wrote onto it: "Syrias Aleppo"."""
    name, key = str(place.values["name"]), str(place.values["key"])
    values = {**place.values, "name": name[:-1], "key": key[:-1]}
    return place._replace(end=place.end - 1, values=values)
