"""Copies: a formula is none; a repost is, whatever page it stands on."""

from dataclasses import replace

from tests.link.telling import DAY, Told, reading

from tawthiq.assemble.claims import claims_of
from tawthiq.link.accounts import accounts_of
from tawthiq.link.blocking import keys_of
from tawthiq.link.compare import is_copy
from tawthiq.link.facts import Facts, facts_of
from tawthiq.link.shingles import containment, resemblance, shingles, sketch

WORDS = (
    "قصفت المدفعية صباح اليوم منازل المدنيين في البلدة مما أدى إلى مقتل شخصين من عائلة "
    "واحدة وإصابة آخرين بجروح نقلوا على إثرها إلى المشفى الميداني القريب من المكان"
)


def facts(told: Told, text: str = WORDS, name: str = "أ") -> Facts:
    read = reading(name, told, text=text)
    (account,) = accounts_of(read, claims_of(read))
    return facts_of(account)


def test_other_words_are_no_copy() -> None:
    other = "حلّق الطيران فوق القرية عند الظهر ثم ألقى براميله على أطراف الوادي وغادر"
    assert not is_copy(facts(Told(killed=2)), facts(Told(killed=2), other))


def test_the_same_formula_of_another_village_is_no_copy() -> None:
    assert not is_copy(facts(Told(killed=2)), facts(Told(at="كفر مشمش", killed=2)))


def test_the_same_formula_with_another_toll_is_no_copy() -> None:
    assert not is_copy(facts(Told(killed=2)), facts(Told(killed=5)))


def test_no_words_are_no_copy() -> None:
    bare = facts(Told(killed=2))
    without = replace(bare, shingles=frozenset())
    assert not is_copy(without, without)


def test_a_repost_is_a_copy() -> None:
    assert is_copy(facts(Told(killed=2)), facts(Told(killed=2), WORDS + " منقول"))


def test_a_repost_of_another_year_shares_a_block() -> None:
    first = facts(Told(day=DAY, killed=2))
    later = facts(Told(day=DAY.replace(year=2034), killed=2), name="ب")
    assert keys_of(first) & keys_of(later)


def test_a_formula_of_another_village_and_year_shares_no_block() -> None:
    first = facts(Told(day=DAY, killed=2))
    later = facts(Told(at="كفر مشمش", day=DAY.replace(year=2034), killed=2), name="ب")
    assert keys_of(first).isdisjoint(keys_of(later))


def test_sketches_of_nothing_are_empty() -> None:
    assert sketch(frozenset()) == ()
    assert resemblance(frozenset(), frozenset()) == 0.0
    assert containment(frozenset(), frozenset({1})) == 0.0


def test_a_shorter_telling_may_be_contained_in_a_longer() -> None:
    words = WORDS.split()
    part, whole = shingles(words[:12]), shingles(words)
    assert containment(part, whole) == 1.0
    assert resemblance(part, whole) < 1.0
