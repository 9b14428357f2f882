"""Reads the name of a place that begins at a word: how far it goes, what it leaves out."""

from collections.abc import Sequence

from tawthiq.find.places import vocabulary as words_of
from tawthiq.find.places.glued_names import glued
from tawthiq.find.places.marked_names import marked_end
from tawthiq.find.places.name_rows import closes_row, first_of_row
from tawthiq.find.places.vocabulary import Cut, Name, Vocabulary
from tawthiq.lang.everyday import is_caseless
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.affixes import ARTICLE
from tawthiq.text.tokens import JOINED, Token

LONGEST, LONGEST_CAPITALS = 4, 6
"""Words that a name in a list of places may have, and one in a row of capitals."""

SHORTEST = 3
"""Letters that a name must have to be believed without a head noun."""

CLOSED = 2
"""Words that stay after an opener («تل» …) when the name is in no list."""
SIDED = "sided"
"""What a head noun allows behind which «الشرقي» is its own and not the name's."""

_TANWIN = "\u064b"
"""The mark of an indefinite accusative: «استهدف صهريجاً», «جنوباً» are no names."""
_DASHES = frozenset("-–—")  # noqa: RUF001


class NameReader:
    """Reads names in one sentence.

    Args:
        scan: the sentence.
        words: the pack's words about places.
    """

    def __init__(self, scan: Scan, words: Vocabulary) -> None:
        self._stems = words.stems
        self._scan = scan
        self._tokens = scan.tokens
        self._words = words
        self._regions = {h.first for h in scan.of("countries")}
        segment = scan.segment
        self.caseless = is_caseless(scan.text[segment.start : segment.end])

    def read(
        self,
        at: int,
        *,
        cut: Cut | None = None,
        headed: str = "",
        gap: int = JOINED,
        row: int = 0,
    ) -> Name | None:
        """Read the name that begins with the word ``at``.

        Args:
            at: the word's place in the sentence.
            cut: the word without clitics, where it has some.
            headed: what the head noun before it allows (``any`` name, one that looks
                ``definite``); empty where no head noun stands, so that the list of
                places must have it.
            gap: the strongest mark that may stand before it.
            row: names from which on capitals that no comma parts are a row of names;
                0 where they are one name.
        """
        if at >= len(self._tokens) or self._tokens[at].gap > gap:
            return None
        token = self._tokens[at]
        if _TANWIN in self._scan.text[token.start : token.end]:
            return None
        head = cut or Cut(self._tokens[at].word, self._tokens[at].start)
        region = self.region(at, head)
        if not self.looks_like_name(at) and region is None:
            return None
        if self.is_capital(at) or (region is None and self.is_capital(at + 1)):
            return self._capitals(at, head, headed, row=row)
        if region is not None:
            return self._made(at, region.last, head, known=True, region=region)
        return None if self._words.ends(head.text) else self._caseless(at, head, headed)

    def _caseless(self, at: int, head: Cut, headed: str) -> Name | None:
        """Read a name in a script without capitals, that is no country or governorate."""
        sided = headed == SIDED
        headed = "any" if sided else headed
        marked = marked_end(self._scan, at)
        if marked and (headed or "#" in self._tokens[at].between):
            return self._made_marked(at, marked, head, headed=headed)
        # «#مجزرة_كذا»: within one hash tag the word before is as good as a head noun.
        tagged = self._tokens[at].between == "_"
        last = self._known_run(at, head, headed=bool(headed) or tagged)
        if last == at + 1 and headed and self._goes_on(at, head.text):
            last += 1
        if last:
            last = self._with_tail(last) if headed and not sided else last
            return self._made(at, last, head, known=True)
        if not headed and not self._founds(at, head):
            return None
        if (name := self._made_glued(at, head)) is not None:
            return name
        last = self._unknown_run(at, head.text, headed or "any", sided=sided)
        return self._made(at, last, head, known=False) if last else None

    def _founds(self, at: int, head: Cut) -> bool:
        """Say whether a word that founds names has its name behind it: «كفر الزيتون».

        As good as a head noun: hardly anything else begins so where a place stands.
        """
        if head.text not in self._words.founder or len(self._run(at)) == 1:
            return False
        after = self._tokens[at + 1].word
        described = after in self._words.adjective or after in self._words.demonym
        return not described and not self._is_other(at + 1, words_of.VERBS)

    def _made_glued(self, at: int, head: Cut) -> Name | None:
        """Make a listed name that a page ran into the verb of its next line."""
        found = glued(self._run(at), head, self._words)
        if found is None:
            return None
        made = self._made(at, at + found.words, head, known=True)
        text = self._scan.text[made.start : found.end]
        return made._replace(end=found.end, text=text, key=self._words.bare(found.key))

    def _capitals(self, at: int, head: Cut, headed: str, *, row: int) -> Name | None:
        """Read capitalised words: all are the name, or none, or the first of a row."""
        last = at + len(self._run(at))
        while last < len(self._tokens) and self._tokens[last].between == "_":
            last += 1
        if last < len(self._tokens) and self._tokens[last].between == "-":
            return None
        region = self.region(at, head)
        if region is not None and (region.last >= last or not self._is_headed(last)):
            return self._made(at, region.last, head, known=True, region=region)
        words = [t.word for t in self._tokens[at:last]]
        if self._words.ends(words[0]) or words[0] in self._words.adjective:
            return None
        known = self._words.knows(" ".join(words))
        if row and not known and closes_row(self._scan, last):
            words = words[: first_of_row(words, self._words, least=row)]
            last, known = at + len(words), self._words.knows(" ".join(words))
        alone = len(words) > 1 or self._may_stand_alone(at, words[0])
        if known and (headed or alone):
            return self._made(at, last, head, known=True)
        hashed = "#" in self._tokens[at].between
        if not headed or hashed or self._refused(at, words[0], headed) or not alone:
            return None
        return self._made(at, last, head, known=False)

    def _is_headed(self, at: int) -> bool:
        """Say whether a head noun stands at the word («… Camp»)."""
        return at < len(self._tokens) and bool(self._scan.at(at, "place_heads"))

    def region(self, at: int, head: Cut) -> Hit | None:
        """Give the country or governorate that begins with the word, as it is cut."""
        if at not in self._regions:
            return None
        for hit in self._scan.at(at, "countries"):
            if hit.start == head.start and not hit.suffix and "the" not in hit.means:
                return hit if self.looks_like_name(hit.last - 1) else None
        return None

    def looks_like_name(self, at: int) -> bool:
        """Say whether the word may be a name by its letters: cased scripts want capitals.

        A small «al» is one where a capital follows: «al-Nakhil».
        """
        if self.caseless:
            return True
        token = self._tokens[at]
        if words_of.mixes_scripts(token.word):
            return False
        letter = self._scan.text[token.start]
        if self._scan.capital(at) or letter.lower() == letter.upper():
            return True
        if token.word not in self._words.opener or at + 1 >= len(self._tokens):
            return False
        after = self._tokens[at + 1]
        return after.gap == JOINED and self._scan.capital(at + 1)

    def is_capital(self, at: int) -> bool:
        """Say whether the word is written with a capital, in a script that has them."""
        if self.caseless or at >= len(self._tokens):
            return False
        return self._scan.capital(at)

    def _made(
        self, at: int, last: int, head: Cut, *, known: bool, region: Hit | None = None
    ) -> Name:
        tokens = self._tokens
        text = self._scan.text
        start = head.start if region is None else min(head.start, region.start)
        parts = [text[start : tokens[at].end]]
        words = [head.text, *(t.word for t in tokens[at + 1 : last])]
        parts += [text[t.start : t.end] for t in tokens[at + 1 : last]]
        return Name(
            first=at,
            last=last,
            start=start,
            end=tokens[last - 1].end,
            text=" ".join(parts),
            key=self._words.bare(" ".join(words)),
            known=known,
            marked=bool(marked_end(self._scan, at)),
            region=region,
        )

    def _made_marked(
        self, at: int, last: int, head: Cut, *, headed: str
    ) -> Name | None:
        """Make a name that marks set apart; without a head noun the list must have it."""
        key = " ".join([head.text, *(t.word for t in self._tokens[at + 1 : last])])
        known = self._words.knows(key)
        tagged = not known and "#" in self._tokens[at].between
        if tagged and (name := self._made_glued(at, head)) is not None:
            return name
        if not known and not headed:
            return None
        if not known and headed and "#" in self._tokens[at].between:
            run = self._known_run(at, head, headed=True)
            if run and run < last and self._is_headed(run):
                return self._made(at, run, head, known=True)
            last = max(last, run)
        if not known and key in self._words.adjective:
            return None
        return self._made(at, last, head, known=known)

    def _run(self, at: int) -> Sequence[Token]:
        """Give the words from ``at`` on that may belong to one name."""
        tokens = self._tokens
        last = at + 1
        cased = self.is_capital(at) or self.is_capital(at + 1)
        while (
            last < len(tokens)
            and last - at < (LONGEST_CAPITALS if cased else LONGEST)
            and tokens[last].gap == JOINED
            and tokens[last].word not in self._words.never
            and "#" not in tokens[last].between
            and self.looks_like_name(last)
            and not self._breaks(last, cased=cased)
        ):
            last += 1
        return tokens[at:last]

    def _breaks(self, at: int, *, cased: bool) -> bool:
        """Say whether a word begins something new: a head noun, a region."""
        if not cased:
            heads = self._scan.at(at, "place_heads")
            return any(h.means - ARTICLE and not h.suffix for h in heads)
        if self._tokens[at].between in _DASHES:
            return self._tokens[at].between != "-"  # a road between two towns
        return any(h.sheet in {"countries", "place_heads"} for h in self._scan.here(at))

    def _known_run(self, at: int, head: Cut, *, headed: bool) -> int:
        """Give where the longest name in the list ends; 0 if there is none."""
        if not self._words.may_begin(head.text):
            return 0
        run = self._run(at)
        for size in range(len(run), 0, -1):
            key = " ".join([head.text, *(t.word for t in run[1:size])])
            if size == 1 and not headed and not self._may_stand_alone(at, head.text):
                return 0
            if size == 1 and headed and self._names_nothing(head.text, run):
                return 0
            if self._words.knows(key):
                return at + size
        return 0

    def _goes_on(self, at: int, word: str) -> bool:
        """Say whether a name goes on with a word that has the article: «ورد الياسمين».

        An adjective of the place agrees with it and is refused by its ending.
        """
        words = self._words
        if words.bare(word) != word or not self._begins_pair(at):
            return False
        after = self._tokens[at + 1].word
        bare = words.bare(after)
        described = {after, bare} & (words.adjective | words.tail | words.demonym)
        if described or words.is_common(after) or after.endswith(words.relative):
            return False
        return not self._is_other(at + 1)

    def _names_nothing(self, word: str, run: Sequence[Token]) -> bool:
        """Say whether a lone word behind a head noun is an adjective or half a name."""
        if word in self._words.adjective:
            return True
        return word in self._words.opener and len(run) > 1

    def _may_stand_alone(self, at: int, word: str) -> bool:
        bare = self._words.bare(word)
        if len(bare) < SHORTEST or bare in self._words.adjective:
            return False
        if word in self._words.adjective or self._words.is_common(word):
            return False
        return not self._is_other(at)

    def is_common(self, at: int) -> bool:
        """Say whether the pack knows the word, as one of everyday or as something else."""
        word = self._tokens[at].word
        return self._words.is_common(word) or self._is_other(at)

    def _is_other(self, at: int, sheets: Sequence[str] = words_of.OTHER_SHEETS) -> bool:
        """Say whether the pack knows the word as something else; no verb has an article."""
        return any(
            hit.sheet in sheets
            and len(hit.suffix) != 1
            and not (hit.sheet == "reporting" and "the" in hit.means)
            for hit in self._scan.here(at)
        )

    def _refused(self, at: int, word: str, headed: str) -> bool:
        """Say whether a word that no list has cannot be a name behind its head noun."""
        words = self._words
        bare = words.bare(word)
        if word in words.adjective or bare in words.adjective or len(bare) <= 1:
            return True
        article = bare != word
        pair = not article and headed in words_of.PAIRED and self._begins_pair(at)
        named = word in words.opener or (article and headed != "any")
        sheets = (
            words_of.VERBS
            if pair
            else words_of.NO_BUILDINGS
            if article
            else words_of.OTHER_SHEETS
        )
        if not named and self._is_other(at, sheets):
            return True
        if article or headed == "any" or word in words.opener or self.is_capital(at):
            return self._has_clitic(at, word)
        if headed == "plain" and not word.endswith(words.feminine or "\0"):
            return self._has_clitic(at, word)
        return not pair or self._has_clitic(at, word)

    def _begins_pair(self, at: int) -> bool:
        """Say whether a word with the article follows: «قوات الطوارئ»."""
        after = at + 1
        if after >= len(self._tokens) or self._tokens[after].gap > JOINED:
            return False
        word = self._tokens[after].word
        return self._words.bare(word) != word and not self._words.ends(word)

    def _has_clitic(self, at: int, word: str) -> bool:
        """Say whether clitics show that the word is no name: «لها»، «بالضفة»."""
        for stem in self._stems(word):
            if not stem.front and len(stem.suffix) > 1:
                if self._words.bare(word) == word:
                    return True
                continue
            if not stem.front or stem.suffix or stem.means <= ARTICLE:
                continue
            if "the" in stem.means or self._words.knows(stem.text):
                return bool(stem.means & {"in", "for"})
            if stem.text in self._words.common and "in" in stem.means:
                return True
            if any("in" in h.means for h in self._scan.at(at, "countries")):
                return True
        return False

    def _with_tail(self, last: int) -> int:
        """Take an adjective of size or side that belongs to the name («الشرقي»)."""
        tokens = self._tokens
        if last < len(tokens) and tokens[last].gap == JOINED:
            return last + (tokens[last].word in self._words.tail)
        return last

    def _unknown_run(self, at: int, word: str, headed: str, *, sided: bool) -> int:
        """Give where a name that no list has ends; 0 if the word looks like none."""
        if self._refused(at, word, headed) or self._breaks(at, cased=False):
            return 0
        words = self._words
        bare = words.bare(word)
        pair = headed in words_of.PAIRED and bare == word and self._begins_pair(at)
        run = self._run(at)
        last = at + 1
        paired = pair or (headed == "any" and self._goes_on(at, word))
        opens = paired or word in words.opener
        while last - at < len(run) and opens and last - at <= CLOSED:
            last += 1
            opens = run[last - 1 - at].word in words.opener
        return last if sided else self._with_tail(last)
