"""News as agencies write it: who did it, who denies, who speaks. All is invented."""

import pytest
from tests.assemble.report_reading import events

from tawthiq.model.event import EventReport


def only(*paragraphs: str) -> EventReport:
    (event,) = events(*paragraphs)
    return event


def blamed(text: str) -> list[tuple[str, str]]:
    return [(p.actor, str(p.stance)) for p in only(text).perpetrators]


def counted(text: str) -> list[tuple[str, str, int | None]]:
    return [(str(c.outcome), str(c.group), c.range.low) for c in only(text).casualties]


@pytest.mark.parametrize(
    "text",
    [
        "نفت إسرائيل مسؤوليتها عن الانفجار الذي قتل خمسة مدنيين في بلدة النخيل.",
        "نفت روسيا تورطها في قصف مستشفى النخيل.",
        "قتل عشرة مدنيين بتفجير سيارة في بلدة النخيل. وأكدت قسد أن لا صلة لها بالتفجير.",
        (
            "قتل طفلان بتفجير في بلدة النخيل. وقال المتحدث باسم قسد سامر العلي إن قواته "
            "غير مسؤولة عن التفجير."
        ),
    ],
)
def test_who_denies_a_part_in_it_does_not_deny_the_attack(text: str) -> None:
    event = only(text)
    assert str(event.stance) == "asserted"
    assert [str(a.stance) for a in event.attribution] == ["denies"]


def test_who_denies_the_attack_denies_it() -> None:
    event = only("نفت روسيا قصف مستشفى في بلدة النخيل.")
    assert str(event.stance) == "denied"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("قصفت البحرية الإسرائيلية شاطئ بلدة النخيل وأصيب صيادان.", "israel"),
        ("قتل جندي إسرائيلي طفلا فلسطينيا في بلدة النخيل.", "israel"),
        ("قتل قناص حوثي طفلة في بلدة النخيل.", "houthis"),
        ("رجح مصدر أمني وقوف خلايا داعش وراء اغتيال مختار بلدة النخيل.", "isis"),
        ("توفي معتقل تحت التعذيب في سجون داعش.", "isis"),
    ],
)
def test_who_did_it_is_blamed(text: str, actor: str) -> None:
    assert blamed(text) == [(actor, "alleged")]


@pytest.mark.parametrize(
    "text",
    [
        "قتل جندي إسرائيلي في هجوم على حاجز في بلدة النخيل.",
        "قتل جندي إسرائيلي وأصيب آخر بعملية طعن في بلدة النخيل.",
        "قتل طفلان في قصف على سجن تديره داعش في بلدة النخيل.",
    ],
)
def test_whose_man_fell_and_whose_prison_was_hit_is_not_blamed(text: str) -> None:
    assert blamed(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("قتل قناص حوثي طفلة في بلدة النخيل.", ("killed", "children", 1)),
        ("توفي معتقل تحت التعذيب في سجن النخيل.", ("killed", "people", 1)),
        ("بترت ساق طفل بانفجار لغم في بلدة النخيل.", ("injured", "children", 1)),
    ],
)
def test_whom_it_met_is_counted(text: str, row: tuple[str, str, int]) -> None:
    assert counted(text) == [row]


def test_a_place_of_detention_is_nobody() -> None:
    assert counted("قتل طفلان في قصف استهدف معتقل النخيل.") == [
        ("killed", "children", 2)
    ]


def test_an_age_behind_children_is_no_name() -> None:
    event = only("قتل ستة أطفال تقل أعمارهم عن 12 عاما في غارة على بلدة النخيل.")
    assert event.victims == ()


def test_who_killed_how_many_and_when_is_an_event() -> None:
    _, toll = found = events(
        "وقتلت القوات الإسرائيلية 61 فلسطينيا خلال اشتباكات واحتجاجات الاثنين بسبب نقل "
        "السفارة إلى القدس. ورفع ذلك عدد القتلى إلى أكثر من مئة منذ بدء الاحتجاجات في 30 "
        "كانون الثاني."
    )
    assert [e.casualties[0].range.low for e in found] == [61, 100]
    assert str(toll.kind) == "toll"


def test_a_crash_that_a_nation_s_plane_had_is_no_killing() -> None:
    assert events("تحطمت طائرة تركية خاصة في بلدة النخيل وقتل 11 شخصا.") == ()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "شنت قوات الاحتلال الإسرائيلي حملة اعتقالات في بلدة النخيل طالت 26 مواطنا.",
            ("detained", "civilians", 26),
        ),
        (
            "نفذت قسد حملة اعتقالات في بلدة النخيل شملت أكثر من 20 شابا.",
            ("detained", "men", 20),
        ),
    ],
)
def test_arrests_hold_whom_they_reach(text: str, row: tuple[str, str, int]) -> None:
    assert counted(text) == [row]


def test_a_strike_that_reaches_a_house_holds_nobody() -> None:
    assert counted("طالت الغارات منازل بلدة النخيل وقتلت عشرة مدنيين.") == [
        ("killed", "civilians", 10)
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("قتل أربعة جنود في هجوم نسبته السلطات إلى داعش في بلدة النخيل.", ["isis"]),
        ("وعزت المصادر التفجير في بلدة النخيل إلى خلايا داعش.", ["isis"]),
        (
            "قصفت مقاتلات سورية وروسية بلدة النخيل.",
            ["syrian_government", "russia"],
        ),
        ("قتل طفلان في شمال سورية بقصف على بلدة النخيل.", []),
        ("نسبت قناة تصريحات إلى قسد بعد غارة على بلدة النخيل قتلت طفلين.", []),
    ],
)
def test_to_whom_an_attack_is_laid(text: str, actors: list[str]) -> None:
    assert [actor for actor, _ in blamed(text)] == actors


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "قتلت والدته وشقيقه بينما نجا والده بقصف على بلدة النخيل.",
            [("killed", "women", 1), ("killed", "men", 1)],
        ),
        (
            "أعلنت الشرطة أن عشرة أشخاص جرى نقلهم إلى المستشفى جراء إطلاق نار في النخيل.",
            [("injured", "people", 10)],
        ),
        (
            "صدم رجل بسيارته ثلاثة جنود فأصابهم بجروح في بلدة النخيل.",
            [("injured", "combatants", 3)],
        ),
        ("تفجير مسجد في بلدة النخيل عملية استشهادية.", []),
        (
            "أدى هجوم للمستوطنين على بلدة النخيل إلى استشهاد رضيع وإحراق ثلاثة من عائلته.",
            [("killed", "children", 1)],
        ),
    ],
)
def test_who_is_harmed_and_who_is_not(
    text: str, rows: list[tuple[str, str, int | None]]
) -> None:
    assert counted(text) == rows


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("قصفت الدبابات بلدة النخيل وقتلت طفلين.", ["tank_shell"]),
        ("دمرت الطائرات دبابتين وقتلت خمسة مسلحين في بلدة النخيل.", ["aircraft"]),
        (
            "قتل طفلان بالقصف على بلدة النخيل مع تقدم قوات الجيش مدعومة بالدبابات.",
            [],
        ),
    ],
)
def test_tanks_that_fired_nothing(text: str, weapons: list[str]) -> None:
    assert [w.code for w in only(text).weapons] == weapons


def test_protesters_shot_dead_are_an_event_however_peaceful_the_protest() -> None:
    event = only(
        "فرقت قوات الأمن السودانية متظاهرين في بلدة النخيل بالرصاص الحي ما أدى إلى مقتل "
        "متظاهرين اثنين."
    )
    assert (event.type, [p.actor for p in event.perpetrators]) == ("shooting", ["saf"])


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت سيارة مفخخة قرب حاجز للجيش التركي في بلدة النخيل وقتل مدنيان.",
        "انفجرت عبوة ناسفة بالقرب من نقطة عسكرية لقسد في بلدة النخيل وقتل مدنيان.",
    ],
)
def test_whose_post_it_was_near_did_nothing_by_that(text: str) -> None:
    assert blamed(text) == []


def test_who_murders_a_judge_is_not_murdered() -> None:
    assert counted("اغتال مسلحان يستقلان دراجة نارية القاضي سالم الحسن في النخيل.") == [
        ("killed", "men", 1)
    ]


def test_who_demands_a_ransom_is_not_abducted() -> None:
    assert counted("اختطف مسلحون طبيبا في بلدة النخيل وطالبوا بفدية.") == [
        ("abducted", "medics", 1)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "تنظيم داعش يتبنى هجوما استهدف حافلة في بلدة النخيل وقتل خمسة.",
        "وكان تنظيم داعش قد تبنى هجوما استهدف حافلة في بلدة النخيل.",
    ],
)
def test_who_stands_before_a_claim_claims_it(text: str) -> None:
    assert blamed(text) == [("isis", "claimed")]


def test_who_adopts_a_decision_claims_no_attack() -> None:
    assert blamed("قسد تتبنى قرارا بفتح المعبر بعد هجوم في النخيل قتل ثلاثة.") == []


def test_an_attack_claimed_before_is_recalled_and_blames_for_no_other() -> None:
    news, before = events(
        "قتل ثلاثة مدنيين بانفجار عبوة في بلدة النخيل أمس.",
        "وكان تنظيم داعش قد تبنى، الأحد الماضي، تفجير سيارة مفخخة في بلدة الزيتون أوقع "
        "خمسة قتلى.",
    )
    assert (str(news.kind), news.perpetrators) == ("incident", ())
    assert str(before.kind) == "background"
    assert [p.actor for p in before.perpetrators] == ["isis"]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        (
            "قصفت زوارق حربية روسية مراكب الصيادين قبالة بلدة النخيل.",
            ["مراكب الصيادين"],
        ),
        ("قصفت فرقاطة روسية معسكرا في بلدة النخيل.", ["معسكرا"]),
        ("قصفت بوارج روسية بلدة النخيل.", []),
    ],
)
def test_warships_that_shell_are_not_struck(text: str, struck: list[str]) -> None:
    event = only(text)
    assert event.type == "naval_bombardment"
    assert {p.actor for p in event.perpetrators} <= {"russia"}
    assert [s.span.quote for s in event.struck] == struck


def test_boats_of_war_from_the_air_are_struck() -> None:
    event = only("قصفت الطائرات الروسية زوارق حربية قرب ميناء النخيل.")
    assert [s.span.quote for s in event.struck] == ["زوارق حربية"]


@pytest.mark.parametrize(
    ("party", "actor"),
    [
        ("حركة تحرير السودان", "other"),
        ("كتيبة ثوار طرابلس", "gna"),
        ("كتيبة طارق بن زياد", "lna"),
        ("الحشد العشائري", "pmf"),
        ("النخبة الحضرمية", "southern_forces"),
        ("أنصار بيت المقدس", "isis"),
    ],
)
def test_armed_groups_of_other_lands_are_known(party: str, actor: str) -> None:
    event = only(f"قتل مدنيان برصاص {party} في قرية النخيل.")
    assert [p.actor for p in event.perpetrators] == [actor]


def test_a_warship_that_others_target_did_nothing() -> None:
    event = only("ميليشيات الحوثي استهدفت بارجة روسية قرب بلدة النخيل.")
    assert [p.actor for p in event.perpetrators] == ["houthis"]
    assert [s.code for s in event.struck] == ["ship"]
