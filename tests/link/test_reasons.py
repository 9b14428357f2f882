"""Every part of a link's score can be said in both languages."""

from tests.link.telling import DAY, Told, reading

from tawthiq.lang.conventions import convention
from tawthiq.link.reasons import reasons_of
from tawthiq.model.link import Judgement, Link
from tawthiq.weigh.linear import load_model
from tawthiq.workflow.linking import accounts, link_block


def test_a_link_without_parts_has_no_reasons() -> None:
    link = Link(
        left="a", right="b", judgement=Judgement.POSITIVE, score=0, parts=(), by="سلوى"
    )
    assert reasons_of(link) == ()


def test_each_weight_has_its_words() -> None:
    said = {
        row["feature"]: (row["ar"], row["en"]) for row in convention("link_reasons")
    }
    for model in ("link", "heard", "trace"):
        assert set(load_model(model).weights) <= set(said)
    assert all(ar and en for ar, en in said.values())


def test_the_strongest_part_comes_first() -> None:
    told = [reading(name, Told(day=DAY, killed=2)) for name in "أب"]
    (link,) = link_block(accounts(told)).links
    values = [abs(value) for _, value in reasons_of(link)]
    assert values == sorted(values, reverse=True)
    assert any("اليوم نفسه" in reason.ar for reason, _ in reasons_of(link))
