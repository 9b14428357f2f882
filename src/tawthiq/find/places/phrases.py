"""Reads the words around a name: «بالقرب من»، «شمال غرب»، «ريف مدينة», a facility."""

from typing import NamedTuple

from tawthiq.find.places.head_nouns import TOWNS, goes_with, head_nouns
from tawthiq.find.places.name_rows import SURE
from tawthiq.find.places.names import NameReader
from tawthiq.find.places.relations import MODIFIERS, PlaceWords
from tawthiq.find.places.titled_names import titled
from tawthiq.find.places.vocabulary import Cut, Name, Vocabulary
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA, JOINED, STOP

LONGEST_LIST = 14
"""Words of a list of names before the head noun that is all of theirs."""

DEEPEST = 3
"""Head nouns that may follow each other («ريف مدينة …»)."""

_CAPITALS = ("in", "near", "direction", "around", "strikes", "between")
"""Words behind which a capitalised name is a place, though no list has it."""
_BEFORE_UNKNOWN = ("in", "on", "strikes", "near", "around")
_SIDES = ("side", "demonym", "direction")
_NOTHING: frozenset[str] = frozenset()
_IN = frozenset({"in"})


class Phrase(NamedTuple):
    """A place as the words put it: modifiers, head nouns and the name.

    ``opening`` is the word where the phrase begins, ``first`` where its quote does;
    ``other`` is the far end of a road or border that two names give.
    """

    opening: int
    first: int
    start: int
    last: int
    end: int
    means: frozenset[str]
    modifiers: tuple[str, ...]
    heads: tuple[Hit, ...]
    name: Name
    other: str | None = None


class PhraseReader:
    """Reads phrases in one sentence.

    Args:
        scan: the sentence.
        vocabulary: the pack's words about places.
        words: the hits of the sheet ``place_words``.
    """

    def __init__(self, scan: Scan, vocabulary: Vocabulary, words: PlaceWords) -> None:
        self._tokens = scan.tokens
        self._scan = scan
        self._stems = vocabulary.stems
        self._vocabulary = vocabulary
        self._words = words
        self.names = NameReader(scan, vocabulary)
        self.heads = head_nouns(scan)

    def read(self, at: int) -> Phrase | None:
        """Read modifiers, head nouns and a name that begin at the word ``at``."""
        cut = self.inside(at) or self._region_cut(at)
        if at not in self.heads and self._words.starting(at, MODIFIERS) is None:
            return self._plain(at, cut)
        region = self.names.region(at, cut or self._whole(at))
        if region is not None and region.last > at + 1:
            return self._plain(at, cut)
        modifiers, here = self._modifiers(at)
        heads, after = (
            ([], here) if self._is_long_region(here) else self._head_nouns(here)
        )
        if not heads and not modifiers:
            return self._plain(at, cut)
        name = self._name(after, heads)
        if name is None or not goes_with(heads, name):
            return self._plain(at, cut) if region is not None else None
        phrase = self._with_head(_phrase(at, modifiers, heads=heads, name=name))
        return self._road(self._sided(phrase))

    def inside(self, at: int) -> Cut | None:
        """Give a word without the clitic that means ``in``; None if it has none.

        A word that is a name as it stands is not cut.
        """
        if at >= len(self._tokens):
            return None
        token = self._tokens[at]
        stem = self._vocabulary.inside(token.word)
        return None if stem is None else Cut(stem.text, token.start + stem.front)

    def _region_cut(self, at: int) -> Cut | None:
        """Give a country or governorate without the «و» before it."""
        if at >= len(self._tokens):
            return None
        token = self._tokens[at]
        for hit in self._scan.at(at, "countries"):
            if not hit.suffix and "the" not in hit.means and hit.means:
                for stem in self._stems(token.word):
                    if stem.means == hit.means and not stem.suffix:
                        return Cut(stem.text, hit.start)
        return None

    def _is_long_region(self, at: int) -> bool:
        """Say whether a name of regions begins here whose first word is no head noun."""
        if at >= len(self._tokens):
            return False
        region = self.names.region(at, self._whole(at))
        return region is not None and region.last > at + 1

    def _whole(self, at: int) -> Cut:
        return Cut(self._tokens[at].word, self._tokens[at].start)

    def _cut(self, at: int, meaning: str) -> Cut | None:
        if at >= len(self._tokens):
            return None
        token = self._tokens[at]
        for stem in self._stems(token.word):
            if stem.suffix or meaning not in stem.means or "then" in stem.means:
                continue
            return Cut(stem.text, token.start + stem.front)
        return None

    def _plain(self, at: int, cut: Cut | None) -> Phrase | None:
        """Read a name that stands alone."""
        name = self.names.read(at, cut=cut, gap=STOP) or self._capital(at)
        name = name or self._contained(at)
        if name is None and cut is not None:
            cut = None
            name = self.names.read(at, gap=STOP)
        if name is None:
            return None
        means = _NOTHING
        if cut is not None:
            region = self.names.region(at, cut)
            means = region.means if region is not None else _IN
        return self._with_head(
            Phrase(at, at, name.start, name.last, name.end, means, (), (), name)
        )

    def _capital(self, at: int) -> Name | None:
        """Read a capitalised name that no list has, behind «in» or before a head noun."""
        if self.names.caseless or at >= len(self._tokens):
            return None
        if not self.names.looks_like_name(at):
            return None
        if not (self.names.is_capital(at) or self.names.is_capital(at + 1)):
            return None
        name = self.names.read(at, headed="any")
        if name is not None and self._is_person(name):
            return None
        if name is None or self._words.ending(at, _CAPITALS) is not None:
            return name
        return name if self._head_after(name.last) is not None else None

    def _is_person(self, name: Name) -> bool:
        """Say whether a full name that no list has is a person's: "targeting Sami Velt"."""
        words = range(name.first, min(name.first + 2, name.last))
        given = any(self._scan.at(word, "given_names") for word in words)
        headed = self._head_after(name.last) is not None
        return not name.known and len(words) > 1 and given and not headed

    def _contained(self, at: int) -> Name | None:
        """Read a name that no list has, where what holds the place follows at once."""
        if at >= len(self._tokens) or not self._words.ending(at, _BEFORE_UNKNOWN):
            return None
        if self.names.is_common(at):
            return None
        name = self.names.read(at, headed="any")
        if name is None or name.last >= len(self._tokens):
            return None
        holder = self.heads.get(name.last)
        if holder is None or self._tokens[name.last].gap > JOINED:
            return None
        inside = "in" in holder.means and holder.values["role"] == "admin"
        return name if inside else None

    def _head_after(self, at: int) -> Hit | None:
        """Give the head noun behind a name («Nakhil village»), where the pack has them."""
        head = self.heads.get(at) if self._vocabulary.heads_follow else None
        if head is None or self._tokens[at].gap > JOINED:
            return None
        return head

    def is_listed(self, at: int) -> bool:
        """Say whether a list of names goes on to "… and Sahla villages" from ``at``."""
        if not self._vocabulary.heads_follow:
            return False
        listed = False
        for here in range(at, min(len(self._tokens), at + LONGEST_LIST)):
            head = self.heads.get(here)
            if head is not None:
                return listed and head.values["count"] == "many"
            linked = self._words.starting(here, ("and",)) is not None
            if self._tokens[here].gap > COMMA or not (
                linked or self.names.is_capital(here)
            ):
                return False
            listed = listed or linked
        return False

    def _with_head(self, phrase: Phrase) -> Phrase:
        """Take the head noun that follows the name."""
        other = self._far_end(phrase.last)
        head = self._head_after(other.last if other else phrase.last)
        if head is None or not goes_with([head], phrase.name):
            return phrase
        if other is not None and head.code != "road":
            return phrase
        end = self._tokens[head.last - 1].end
        heads, far = (head, *phrase.heads), other.text if other else None
        return phrase._replace(last=head.last, end=end, heads=heads, other=far)

    def _far_end(self, at: int) -> Name | None:
        """Read the second town of a road before its head noun: «Barda–Nakhil road»."""  # noqa: RUF002
        if at >= len(self._tokens) or not self._vocabulary.heads_follow:
            return None
        dashed = set("-–—/") & set(self._tokens[at].between)  # noqa: RUF001
        return self.names.read(at, headed="any", gap=COLON) if dashed else None

    def _name(self, after: int, heads: list[Hit]) -> Name | None:
        """Read the name behind modifiers and head nouns."""
        if not heads:
            short = after and len(self._tokens[after - 1].word) == 1
            name = self.names.read(after, gap=STOP if short else JOINED)
            return name or self._capital(after)
        head = heads[-1]
        if "the" in head.means:
            return self._behind_article(after, head)
        if (name := self._of_person(after)) is not None:
            return name
        if self._is_parted(after, head):
            return None
        parted = JOINED if self._vocabulary.heads_follow else BRACKET
        allows, many = str(head.values["names"]), head.values["count"] == "many"
        headed, gap = "" if allows == "known" else allows, COLON if many else parted
        return self.names.read(after, headed=headed, gap=gap, row=SURE if many else 0)

    def _is_parted(self, after: int, head: Hit) -> bool:
        """Say whether a comma parts a head noun from what follows: «محلية، فإن …»."""
        one = head.values["count"] != "many" and after == head.last
        return one and after < len(self._tokens) and self._tokens[after].gap == COMMA

    def _of_person(self, at: int) -> Name | None:
        """Read the person after whom a building is named: «سعد بن مالك»."""
        tokens = self._tokens
        last = at + 3
        if last > len(tokens) or tokens[at + 1].word not in self._vocabulary.patronymic:
            return None
        if any(token.gap > JOINED for token in tokens[at:last]):
            return None
        start, end = tokens[at].start, tokens[last - 1].end
        return Name(
            first=at,
            last=last,
            start=start,
            end=end,
            text=self._scan.text[start:end],
            key=" ".join(token.word for token in tokens[at:last]),
            known=False,
            marked=False,
            region=None,
        )

    def _behind_article(self, after: int, head: Hit) -> Name | None:
        """Read «العاصمة دمشق»، «الريف الشرقي لحمص»، «المشفى الوطني»."""
        if head.code == "capital":
            name = self.names.read(after, headed="any")
            return name if name is not None and name.known else None
        if after == head.last and head.values["names"] in {"definite", "plain"}:
            return titled(head, self._scan, self._vocabulary)
        cut = self._cut(after, "for")
        return self.names.read(after, cut=cut) if cut is not None else None

    def _modifiers(self, at: int) -> tuple[list[Hit], int]:
        """Read «قرب»، «شمال غرب»، «أطراف» with the «من» that may follow."""
        found: list[Hit] = []
        here = at
        while (hit := self._words.starting(here, MODIFIERS)) is not None:
            if (here > at and self._tokens[here].gap > JOINED) or self._describes(hit):
                break
            if (
                hit.end - hit.start == 1
                and self._scan.text[hit.start - 1 : hit.start] == "."
            ):
                break  # "the U.N. Mission" lies in no north
            after = hit.last
            link = self._words.starting(after, ("from",))
            if "the" in hit.means and link is None:
                break
            if link is not None and (hit.code == "direction" or "the" in hit.means):
                after = link.last
            found.append(hit)
            here = after
        return found, self._past_sides(here)

    def _describes(self, hit: Hit) -> bool:
        """Say whether a side only describes a head noun: "the southern town of …"."""
        own = self.heads.get(hit.first)
        if own is not None and own.last > hit.last:
            return True  # "eastern countryside" is one
        head = self.heads.get(self._past_sides(hit.last))
        return (
            self._vocabulary.heads_follow
            and head is not None
            and head.code in TOWNS
            and self._words.starting(hit.first, ("side",)) is not None
        )

    def _past_sides(self, at: int) -> int:
        """Pass adjectives before a head noun: "near the northern Syrian town of …"."""
        here = at
        while (side := self._words.starting(here, _SIDES)) is not None:
            here = side.last
        return here if here > at and here in self.heads else at

    def _head_nouns(self, at: int) -> tuple[list[Hit], int]:
        """Read head nouns in a row, adjectives of side and nation between them."""
        found: list[Hit] = []
        here = at
        while len(found) < DEEPEST and (hit := self.heads.get(here)) is not None:
            if found and not self._continues(found[-1], hit):
                break
            found.append(hit)
            here = hit.last
            link = self._words.starting(here, ("belongs",))
            if link is not None and self._vocabulary.heads_follow:
                here = link.last
            if "the" in hit.means:
                while (side := self._words.starting(here, _SIDES)) is not None:
                    here = side.last
        return found, here

    def _continues(self, before: Hit, hit: Hit) -> bool:
        """Say whether a head noun can follow another: «ريف مدينة»، «المدخل … لمدينة»."""
        if self._tokens[hit.first].gap > JOINED:
            return False
        if before.code in TOWNS and hit.values["names"] == "known":
            return False  # «بلدة وادي كذا»: the valley is in the town's name
        if hit.code == "capital":
            return hit.means == {"the"}
        if "the" in before.means:
            return hit.means == {"for"}
        return not hit.means

    def _sided(self, phrase: Phrase) -> Phrase:
        """Let a countryside take the side that follows («ريف حلب الشمالي الغربي»)."""
        if not phrase.heads or phrase.heads[0].code != "countryside":
            return phrase
        last = phrase.last
        side = self._words.starting(last, _SIDES)
        if side is None or "the" not in side.means or self._tokens[last].gap > JOINED:
            return phrase
        final = self._tokens[side.last - 1].word
        if self._vocabulary.bare(final) != final:
            last = side.last - 1
        return phrase._replace(last=last + 1, end=self._tokens[last].end)

    def _road(self, phrase: Phrase) -> Phrase:
        """Let a road go on to its second name («طريق كذا - كذا»)."""
        last = phrase.last
        if (
            not phrase.heads
            or phrase.heads[0].code != "road"
            or last >= len(self._tokens)
        ):
            return phrase
        between = self._tokens[last].between
        if self._tokens[last].gap > COLON or not set("-–—/") & set(between):  # noqa: RUF001
            return phrase
        name = self.names.read(last, headed="any", gap=COLON)
        if name is None:
            return phrase
        return phrase._replace(last=name.last, end=name.end, other=name.text)


def _phrase(at: int, modifiers: list[Hit], *, heads: list[Hit], name: Name) -> Phrase:
    opening = next((m for m in modifiers if m.code != "near"), None)
    first = opening or (heads[0] if heads else None)
    outer = modifiers[0] if modifiers else first
    return Phrase(
        opening=at,
        first=first.first if first else name.first,
        start=first.start if first else name.start,
        last=name.last,
        end=name.end,
        means=outer.means if outer else _NOTHING,
        modifiers=tuple(m.code for m in modifiers),
        heads=tuple(heads),
        name=name,
    )
