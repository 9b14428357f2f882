"""Which words of harm govern which counts of one sentence, and which counts are parts.

A word of harm takes the first people counted after it, and those joined to them; a
verb that follows its people («امرأة قتلت») takes them where no word before does.
"""

from collections.abc import Sequence
from itertools import pairwise

from tawthiq.find.casualties.counts import HARM
from tawthiq.find.casualties.doers import names_harmed
from tawthiq.find.casualties.doers_before import does
from tawthiq.find.casualties.harm_pronouns import harms_of_pronoun, is_harm_of
from tawthiq.find.casualties.harm_words import (
    ENDS,
    STATUS,
    Harm,
    harm_of_many,
    is_joined,
    is_of_illness,
    is_parted,
    said_by,
    told_of,
    told_otherwise,
    twin_of,
    without_families,
    words_of_harm,
)
from tawthiq.find.casualties.nouns import PEOPLE, continued
from tawthiq.find.courts import is_pronounced
from tawthiq.find.departures import told_outcomes
from tawthiq.lang.lexicon import Hit
from tawthiq.lang.scan import Scan
from tawthiq.text.tokens import BRACKET, COLON, COMMA

SHEET, OPEN = "casualty", "casualty_open"
_REACH, _AFTER, _CHAIN = 9, 9, 10
_ADJACENT, _NAMED, _ASIDE = 2, 6, 4


class Sentence:
    """The words of harm of one sentence and the counts they govern."""

    def __init__(self, scan: Scan, counts: Sequence[Hit]) -> None:
        self.scan, self.counts = scan, without_families(counts)
        hits = [h for h in told_outcomes(scan) if not is_pronounced(scan, h)]
        words = scan.of("count_words")
        self.life = [h.first for h in hits if h.code == "life"]
        self.harms = words_of_harm(hits)
        self.owned = harms_of_pronoun(scan)
        self.parts = [h for h in words if h.code in {"part", "one_them"}]
        self.both = [h for h in words if h.code == "both"]
        self.links = {h.last for h in words if h.code in {"plus", "and"}}
        whose = [h for h in words if h.code == "det"]
        self.links |= {h.last for h in whose if h.first in self.links}
        self.used: set[int] = set()
        self.doers: set[int] = set()
        self.met: list[Harm | None] = [None] * len(self.counts)
        self.groups: list[str] = [PEOPLE] * len(self.counts)
        self.lacking: set[int] = set()
        self.last: int | None = None
        self.whole: int | None = None
        self.opened: tuple[Hit, Hit] | None = None

    def casualties(self) -> list[Hit]:
        """Give the casualties from left to right."""
        opened: list[Hit] = []
        for index, count in enumerate(self.counts):
            self.groups[index] = self._group(index, count)
            harm = self._harm(index, count)
            if harm is None:
                opened.extend(self._open(index, count))
                continue
            self.met[index] = harm
            if harm.rule == "harm_after":
                self._spread_back(index, harm)
            self.last = index
            if harm.part_of is None:
                self.whole = index
        self._group_ahead()
        rows = [
            self._row(index, harm, outcome)
            for index, harm in enumerate(self.met)
            if harm is not None
            for outcome in harm.outcomes
        ]
        return rows + opened

    # -- whom a count counts ---------------------------------------------------

    def _group(self, index: int, count: Hit) -> str:
        group = count.values["_group"]
        if isinstance(group, str):
            return PEOPLE if group == "families" else group
        if self.last is None:
            self.lacking.add(index)
            return PEOPLE
        harm, before = self.met[self.last], self.last
        if harm is not None and harm.part_of is not None and self.whole is not None:
            before = self.whole
        if count.values["_other"] and len(self._chain_groups(before)) > 1:
            return PEOPLE
        return continued(count.values, self.groups[before], self.counts[before])

    def _chain_groups(self, index: int) -> set[str]:
        """Give the groups that are joined to each other up to a count."""
        groups = {self.groups[index]}
        while index > 0:
            harm = self.met[index]
            if harm is None or harm.rule != "joined":
                break
            index -= 1
            groups.add(self.groups[index])
        return groups

    def _group_ahead(self) -> None:
        """Read «قتل 13 وأصيب 85 من الميليشيا»: the group named once, at the end."""
        for index, (here, after) in enumerate(pairwise(self.counts)):
            harm = self.met[index + 1]
            bare = here.values["_form"] == "bare" and not here.values["_of_them"]
            near = after.first - here.last <= _ADJACENT + 1
            whole = harm is not None and harm.part_of is None
            if bare and near and whole and isinstance(after.values["_group"], str):
                self.groups[index] = self.groups[index + 1]

    # -- what they met ---------------------------------------------------------

    def _harm(self, index: int, count: Hit) -> Harm | None:
        if "for" in count.means and not self._harm_near(count):
            return None
        if is_of_illness(self.scan, count) or self._freed(count):
            return None
        after = self.counts[index + 1] if index + 1 < len(self.counts) else None
        if does(self.scan, count, after, harms=self.harms):
            self.doers.add(index)
            return None
        harm = (
            self._part(index, count)
            or self._said(count)
            or self._verb(index, count)
            or self._joined(count)
        )
        # «القتيل وأحد الجرحى»: one of the wounded already told of, no further one.
        told = count.values["outcome"] if count.values["_form"] == "one_of" else None
        return harm if harm is None or harm.outcomes != (told,) else None

    def _said(self, count: Hit) -> Harm | None:
        """Give what the counted noun says itself, or «بين قتيل وجريح» behind it."""
        near = range(count.last, count.last + _ADJACENT + 1)
        own, twin = told_of(self.scan, count), count.values["_twin"]
        if own == "casualty" or any(b.first in near for b in self.both):
            return Harm(("killed", "injured"), "killed_or_injured")
        if own in STATUS and self._hurt(count):
            return None
        opens = self.last is None and self._marked(0, count) is not None
        part = count.values["_form"] == "one_of" or opens
        if isinstance(own, str) and not part:
            return Harm((own, str(twin)) if twin else (own,), "said_by_noun")
        return None

    def _hurt(self, count: Hit) -> bool:
        """Tell whether a word of harm governs the displaced, the held: «مقتل نازحين»."""
        index = self.counts.index(count)
        before, after = self._before(index, count), self._after(index, count)
        found = [before[0]] if before is not None else [after] if after else []
        return any(h.code in HARM for h in found)

    def _freed(self, count: Hit) -> bool:
        near = range(count.first - _ADJACENT, count.first + 1)
        before = [h for h in self.harms if h.last in near]
        return bool(before) and before[-1].code == "freed"  # not «تحرير الشام وإصابة 3»

    def _harm_near(self, count: Hit) -> bool:
        """Tell whether harm stands at a count: «لطفلة قتلت», not «أب لطفلين قتل»."""
        one = count.values["_form"] == "single"
        return any(
            count.first == h.last or (one and count.last == h.first) for h in self.harms
        )

    def _verb(self, index: int, count: Hit) -> Harm | None:
        before = self._before(index, count)
        after = self._after(index, count)
        if before is not None and (after is None or before[1] <= _ADJACENT):
            return self._governed(before[0])
        if after is not None:
            twin = twin_of(self.scan, after, harms=self.harms, counts=self.counts)
            self.used |= {after.first, *(h.first for h in twin)}
            both = self._outcome(after), *(h.code for h in twin)
            return Harm(both, "harm_after")
        if before is not None:
            return self._governed(before[0])
        return self._referred(index, count)

    def _referred(self, index: int, count: Hit) -> Harm | None:
        """Give the harm that a pronoun tells of: «شاب … ما أدى إلى مقتله»."""
        low, sex = count.values["low"], str(count.values["_sex"])
        ceiling = self._next_whole(index)
        near = (h for h in self.owned if count.last <= h.first < ceiling)
        told = next((h for h in near if is_harm_of(h, low=low, sex=sex)), None)
        return Harm((told.code,), "harm_of_pronoun") if told is not None else None

    def _governed(self, harm: Hit) -> Harm:
        """Give the outcome of a word of harm, and of one joined to it."""
        outcomes = [self._outcome(harm)]
        for other in self.harms:
            free = other.code in HARM and other.first not in self.used
            if free and is_joined(harm, other, links=self.links):
                outcomes.insert(0, self._outcome(other))
        return Harm(tuple(dict.fromkeys(outcomes)), "harm_before")

    def _outcome(self, harm: Hit) -> str:
        if harm.code == "missing":
            near = range(harm.last, harm.last + _AFTER)
            if any(at in near for at in self.life):
                return "killed"
        return harm.code

    def _before(self, index: int, count: Hit) -> tuple[Hit, int] | None:
        """Give the word of harm before a count that is still free to govern it."""
        whole = index - 1 if index - 1 not in self.doers else index - 2
        floor = self.counts[whole].last if whole >= 0 else 0
        for harm in reversed(self.harms):
            if harm.last > count.first or harm.values["side"] == "before":
                continue
            if harm.first < floor:
                return None
            distance = count.first - harm.last
            if distance > _REACH or is_parted(self.scan, harm.last, count.first):
                return None
            if harm.first in self.used or harm.code in ENDS:
                return None
            if count.values["_form"] == "single" and self._outcome(harm) == "missing":
                return None
            purpose = "for" in harm.means and harm.code in {"detained", "abducted"}
            return None if purpose else (harm, distance)
        return None

    def _after(self, index: int, count: Hit) -> Hit | None:
        """Give the verb of harm after a count that is its subject."""
        ceiling = self._next_whole(index)
        for harm in self.harms:
            if harm.first < count.last or harm.values["side"] == "after":
                continue
            near = harm.first - count.last <= _AFTER and harm.first < ceiling
            near = near and not is_parted(self.scan, count.last, harm.first)
            if not near or "and" in harm.means or harm.code in ENDS:
                return None
            lost = harm.code == "missing" and harm.values["side"] == "both"
            if self._acts(index, harm) or (lost and self._outcome(harm) == "missing"):
                return None
            return harm
        return None

    def _acts(self, index: int, harm: Hit) -> bool:
        """Tell whether the verb tells what the count did: «3 مسلحين قتلوا 5 مدنيين»."""
        after = self.counts[index + 1] if index + 1 < len(self.counts) else None
        if names_harmed(self.scan, self.counts[index], harm):
            return True
        if after is None or harm.values["side"] != "both" or "and" in after.means:
            return False
        own = any(h.first == after.last and "and" not in h.means for h in self.harms)
        return after.first == harm.last and not own

    def _next_whole(self, index: int) -> int:
        """Give the first word of the next count that is no part of this one."""
        part = False
        for before, count in pairwise(self.counts[index:]):
            part = part and self._linked(before, count)
            part = part or bool(self._marked(before.last, count))
            if count.values["_form"] != "most" and not part:
                return count.first
        return len(self.scan.tokens)

    # -- parts and joined counts -----------------------------------------------

    def _part(self, index: int, count: Hit) -> Harm | None:
        """Tell whether a count is a part of people told of before."""
        if self.last is None or self.whole is None:
            return None
        last, whole = self.counts[self.last], self.counts[self.whole]
        harm, of = self.met[self.last], self.met[self.whole]
        if harm is None or of is None or self._harmed_between(last, count):
            return None
        outcomes = of.outcomes[:1] if count.values["_form"] == "single" else of.outcomes
        them = count.values["_of_them"] or count.values["_form"] == "most"
        joined = "and" in count.means and told_otherwise(count, of)
        named = None if joined else said_by(self._marked(last.last, count))
        if them or named is not None:
            return Harm(named or outcomes, "part", whole)
        after = self._after(index, count)
        beside = after is not None and after.first - count.last <= 1
        own = beside or told_otherwise(count, of)
        if not own and harm.part_of is not None and self._linked(last, count):
            return Harm(outcomes, "part", harm.part_of)
        spelled = self.last == self.whole and self._spelled_out(whole, count)
        if not own and spelled:
            return Harm(of.outcomes, "part_in_apposition", whole)
        return None

    def _marked(self, floor: int, count: Hit) -> Hit | None:
        near = range(count.first - 3, count.first + 1)
        return next(
            (h for h in self.parts if h.first >= floor and h.last in near), None
        )

    def _open(self, index: int, count: Hit) -> list[Hit]:
        """Give a part whose whole must stand in a sentence before, or one joined to it."""
        marked = self._marked(0, count)
        of_them = count.values["_form"] == "most" or count.values["_of_them"]
        if self.last is not None:
            return []
        if marked is not None or of_them:
            named = str(marked.values.get("side") or "") if marked is not None else ""
            many = harm_of_many(self.scan, marked.first) if marked is not None else ""
            hit = self._row(index, Harm((named,), "part"), many or named)
            hit = hit if many else hit._replace(sheet=OPEN)
        elif self.opened is not None and self._linked(self.opened[0], count):
            before = self.opened[1]
            hit = self._row(index, Harm((before.code,), "part"), before.code)
            hit = hit._replace(sheet=before.sheet)
        else:
            return []
        self.opened = count, hit
        return [hit]

    def _harmed_between(self, last: Hit, count: Hit) -> bool:
        return any(
            h.first >= last.last and h.last <= count.first and h.code in HARM
            for h in self.harms
            if h.first not in self.used
        )

    def _spelled_out(self, whole: Hit, count: Hit) -> bool:
        """Tell whether «6 مدنيين، 4 أطفال وامرأتان» spells the first count out."""
        total, part = whole.values["low"], count.values["low"]
        if not isinstance(total, int) or not isinstance(part, int):
            return False
        gap = self.scan.tokens[count.first].gap
        return (
            count.first - whole.last <= (_ASIDE if gap == BRACKET else 0)
            and COMMA <= gap <= COLON
            and part < total + (gap == BRACKET)
            and "and" not in count.means
            and whole.values["_group"] != count.values["_group"]
        )

    def _joined(self, count: Hit) -> Harm | None:
        """Give the harm of the count before, if «و» joins this one to it."""
        harm = self.met[self.last] if self.last is not None else None
        if self.last is None or harm is None:
            return None
        if not self._linked(self.counts[self.last], count):
            return None
        return Harm(harm.outcomes, "joined", harm.part_of)

    def _linked(self, last: Hit, count: Hit) -> bool:
        listed = count.first == last.last and self.scan.tokens[count.first].gap == COMMA
        if not (listed or "and" in count.means or count.first in self.links):
            return False
        return count.first - last.last <= _CHAIN and self._clear(last, count)

    def _clear(self, last: Hit, count: Hit) -> bool:
        if self._harmed_between(last, count):
            return False
        tokens = self.scan.tokens[last.last + 1 : count.first + 1]
        return all(t.gap <= BRACKET for t in tokens)

    def _spread_back(self, index: int, harm: Harm) -> None:
        """Let «امرأة وزوجها وطفلهما قتلوا» tell of all three."""
        for at in range(index, 0, -1):
            before, here = self.counts[at - 1], self.counts[at]
            free = self.met[at - 1] is None and self._linked(before, here)
            reach = _NAMED if "the" in before.means else _ADJACENT
            if not free or here.first - before.last > reach:
                return
            self.met[at - 1] = harm

    def _row(self, index: int, harm: Harm, outcome: str) -> Hit:
        count = self.counts[index]
        family = count.values["_group"] == "families"
        vague = len(harm.outcomes) > 1 or family
        waits = index in self.lacking and (
            count.values["_other"] or count.values["_of_them"]
        )
        values = {
            "outcome": outcome,
            "group": self.groups[index],
            "low": None if vague else count.values["low"],
            "high": None if vague else count.values["high"],
            "wording": "vague" if vague else count.values["wording"],
            "part_of": harm.part_of.start if harm.part_of is not None else None,
            "_other": count.values["_other"],
            "_of_them": count.values["_of_them"],
            "_lacks": "group" if waits else "",
        }
        return count._replace(sheet=SHEET, code=outcome, values=values, rule=harm.rule)
