"""Speakers: who stands behind each reporting cue of a report, back references followed.

«وأضاف» names nobody: the speaker is the one before. «المصدر»، «المالكي» name again
whom the report has introduced in full.
"""

from collections.abc import Sequence
from typing import NamedTuple, cast

from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan

SHORT = 2
"""Words that a name may have to point back at a longer one."""

ARTICLE = 2
"""Letters that an article may add to a word."""

VAGUE = frozenset({"unnamed", "other"})
"""Kinds that say nothing of a speaker, so that an earlier naming decides."""


class Voice(NamedTuple):
    """A reporting cue with its speaker.

    ``hit`` is the source hit in the sentence ``sentence``; ``named`` the hit that names
    the speaker in full and ``named_in`` its sentence, the same where nothing points
    back.
    """

    sentence: int
    scan: Scan
    hit: Hit
    named: Hit
    named_in: Scan

    @property
    def kind(self) -> str:
        """Give the kind of source: that of this cue, or of the full naming."""
        own = str(self.hit.values["kind"] or "other")
        return str(self.named.values["kind"]) if own in VAGUE else own

    @property
    def vouches(self) -> str:
        """Give the stance to the events told: ``asserts``, ``denies`` or ``doubts``."""
        return str(self.hit.values["vouches"])

    @property
    def scope(self) -> tuple[int, int]:
        """Give the offsets of what is said."""
        return cast("tuple[int, int]", self.hit.values["scope"])

    @property
    def cue(self) -> tuple[int, int]:
        """Give the offsets of the verb or particle that brings the speaker."""
        return cast("tuple[int, int]", self.hit.values["cue"])

    @property
    def folded(self) -> str:
        """Give the words of the full name, folded."""
        return " ".join(_words(self.named, self.named_in))


def voices(scans: Sequence[Scan]) -> list[Voice]:
    """Give the cues of a report in order, each with the speaker it stands for.

    A cue that goes on with a speaker before it, where there is none, is left out.
    """
    found: list[Voice] = []
    for number, scan in enumerate(scans):
        for hit in scan.of("source"):
            voice = _voice(scan, hit, found)
            if voice is not None:
                found.append(voice._replace(sentence=number))
    return found


def _voice(scan: Scan, hit: Hit, before: Sequence[Voice]) -> Voice | None:
    if hit.values["same_as"] == "previous":
        last = _before(hit, scan, before)
        return Voice(0, scan, hit, last.named, last.named_in) if last else None
    full = _fuller(hit, scan, before) or _previous(hit, scan, before)
    if full is None:
        return Voice(0, scan, hit, hit, scan)
    return Voice(0, scan, hit, full.named, full.named_in)


def _before(hit: Hit, scan: Scan, before: Sequence[Voice]) -> Voice | None:
    """Give the voice that a verb without a speaker goes on with."""
    for voice in reversed(before):
        if voice.scan is scan and voice.hit.first > hit.first:
            continue
        if voice.hit.rule != "signature":
            return voice
    return None


def _fuller(hit: Hit, scan: Scan, before: Sequence[Voice]) -> Voice | None:
    """Find the earlier naming that a short name points back at."""
    size = hit.last - hit.first
    if size > SHORT:
        return None
    words = _words(hit, scan)
    for voice in reversed(before):
        named = voice.named
        if named.last - named.first <= size:
            continue
        earlier = _words(named, voice.named_in)
        if all(_stands_in(w, earlier) for w in words):
            return voice
    return None


def _previous(hit: Hit, scan: Scan, before: Sequence[Voice]) -> Voice | None:
    """Find whom «البيان» or "the group" means: the last speaker of its kind."""
    if not is_generic(hit, scan):
        return None
    kind = str(hit.values["kind"])
    for voice in reversed(before):
        if voice.scan is scan and _answers(hit, voice):
            return None
        if not is_generic(voice.named, voice.named_in) and (
            kind in VAGUE or voice.kind == kind
        ):
            return voice
    return None


def _answers(hit: Hit, voice: Voice) -> bool:
    """Say whether a denial answers another voice, which so is not the one that denies.

    «اتهمت … الفصيل، وهو ما نفاه التنظيم»: who accuses is no denier.
    """
    return hit.values["stance"] == "denies" and voice.vouches == "asserts"


def is_generic(hit: Hit, scan: Scan) -> bool:
    """Say whether a name is a mere word for a speaker: «المصدر», "the group"."""
    return any(
        h.code == "previous" and h.last == hit.last
        for h in scan.at(hit.first, "source_bounds")
    )


def _words(hit: Hit, scan: Scan) -> list[str]:
    return [t.word for t in scan.tokens[hit.first : hit.last]]


def _stands_in(word: str, words: Sequence[str]) -> bool:
    """Say whether a word is one of ``words``, an article apart."""
    return any(
        (word.endswith(w) or w.endswith(word)) and abs(len(word) - len(w)) <= ARTICLE
        for w in words
        if len(w) > ARTICLE
    )
