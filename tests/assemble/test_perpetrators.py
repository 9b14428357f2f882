"""Perpetrators: whom a report blames, who boasts, who denies."""

import pytest
from tests.assemble.report_reading import events
from tests.find.actor_reading import scanned

from tawthiq.assemble.evidence import Cluster
from tawthiq.assemble.perpetrators import perpetrators_beside, perpetrators_of
from tawthiq.assemble.telling import tellings
from tawthiq.find.attacks import find_attacks
from tawthiq.lang.language import load_language
from tawthiq.lang.scan import Scan


def blamed(text: str, *, lang: str = "ar") -> set[tuple[str, str]]:
    """Give actor and stance of each perpetrator of the one event of a text."""
    scan = scanned(text, lang=lang)
    scan.add(find_attacks(scan, load_language(lang)))
    cluster = Cluster(tellings([scan]))
    return {(p.actor, str(p.stance)) for p in perpetrators_of(cluster)}


def _found(text: str) -> Scan:
    scan = scanned(text, lang="ar")
    scan.add(find_attacks(scan, load_language("ar")))
    return scan


def test_the_target_and_the_speaker_are_not_blamed() -> None:
    assert blamed("قصفت الطائرات الروسية مواقع لداعش") == {("russia", "alleged")}
    assert blamed("قالت وزارة الدفاع الروسية إن انفجارا وقع في وادي الزعرور") == set()


def test_both_sides_of_a_clash() -> None:
    found = blamed("اشتباكات بين قوات النظام السوري وقسد في وادي الزعرور")
    assert found == {("syrian_government", "alleged"), ("sdf", "alleged")}
    apart = "القتال بين قسد من جهة، وقوات النظام السوري من جهة أخرى في القرية"
    assert blamed(apart) == found


def test_the_accused_is_known_however_many_accuse() -> None:
    text = (
        "اتهم كل من الدفاع المدني، ومجلس القرية، ونقابة الأطباء، وأهالي المدينة القديمة، "
        "قوات النظام السوري بقصف سوق وادي الزعرور"
    )
    assert blamed(text) == {("syrian_government", "alleged")}


def test_whose_men_fell_in_a_clash_is_the_other_side() -> None:
    fallen = "مقتل ثلاثة عناصر من قسد خلال اشتباكات مع قوات النظام السوري في القرية"
    assert blamed(fallen) == {("syrian_government", "alleged"), ("sdf", "alleged")}
    struck = "مقتل ثلاثة عناصر من قسد بغارة للجيش التركي على القرية"
    assert blamed(struck) == {("turkey", "alleged")}


def test_forces_that_announce_their_own_strike_claim_it() -> None:
    announced = "أعلن الجيش الإسرائيلي أنه شن غارة على وادي الزعرور"
    assert blamed(announced) == {("israel", "claimed")}
    own = "أعلنت الولايات المتحدة أن غاراتها الجوية على وادي الزعرور قتلت مئة شخص"
    assert blamed(own) == {("united_states", "claimed")}


def test_a_deed_named_right_behind_who_announces_it_is_his() -> None:
    own = "أعلن الجيش الإسرائيلي تنفيذ غارة على وادي الزعرور"
    assert blamed(own) == {("israel", "claimed")}
    assert blamed("أعلن الجيش الإسرائيلي مقتل جندي في غارة على وادي الزعرور") == set()
    assert blamed("أدان الجيش الإسرائيلي التدمير في غارة على وادي الزعرور") == set()


def test_who_denies_a_deed_by_name_is_accused_of_it() -> None:
    text = "نفى الجيش الإسرائيلي استهداف سوق وادي الزعرور بعد غارة قتلت مدنيين"
    assert blamed(text) == {("israel", "denied")}


def test_who_admits_an_attack_claims_it_but_not_who_admits_a_loss() -> None:
    admitted = "اعترف الجيش الإسرائيلي بأن الغارة على السوق قتلت ستة مدنيين"
    assert blamed(admitted) == {("israel", "claimed")}
    (lost,) = events("أقر الجيش الإسرائيلي بمقتل ستة جنود في هجوم على السوق")
    assert lost.perpetrators == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نفت قسد وقوفها وراء الغارة على السوق", {("sdf", "denied")}),
        ("نفت قسد أن تكون طائراتها شنت غارة على السوق", {("sdf", "denied")}),
        ("نفى متحدث باسم قسد مسؤولية قيادته عن الغارة على السوق", {("sdf", "denied")}),
        ("قالت قسد إنها لم تقصف السوق في غارة أمس", set()),
        ("داعش يقف وراء التفجير في السوق", {("isis", "alleged")}),
        ("أشارت أصابع الاتهام إلى داعش في التفجير", {("isis", "alleged")}),
        ("حملت الوزارة قسد المسؤولية عن الغارة على السوق", {("sdf", "alleged")}),
    ],
)
def test_blame_and_denial_in_other_words(
    text: str, found: set[tuple[str, str]]
) -> None:
    assert blamed(text) == found


def test_who_counts_his_own_dead_has_done_nothing() -> None:
    (event,) = events("قالت قسد إن ثلاثة قتلى من عناصرها سقطوا في انفجار لغم في القرية")
    assert event.perpetrators == ()


def test_the_one_doer_of_a_report_did_its_other_events_of_the_kind() -> None:
    told, silent = (
        Cluster(tellings([_found(text)]))
        for text in ("غارة إسرائيلية على وادي الزعرور", "غارة أخرى على تل الندى")
    )
    types = ["air_strike", "air_strike"]
    first, second = perpetrators_beside([told, silent], types)
    assert [p.actor for p in (*first, *second)] == ["israel", "israel"]
    assert second[0].rule == "same_doer"
    assert perpetrators_beside([told, silent], ["air_strike", "shooting"])[1] == ()
    other = Cluster(tellings([_found("غارة روسية على تل النسيم")]))
    assert perpetrators_beside([told, other, silent], [*types, types[0]])[2] == ()


def test_a_deed_that_somebody_took_on_himself_is_claimed() -> None:
    text = "قتل عشرة مدنيين في هجوم تبناه تنظيم داعش في وادي الزعرور"
    assert blamed(text) == {("isis", "claimed")}


def test_taking_responsibility_is_a_claim() -> None:
    found = blamed("أعلن تنظيم الدولة مسؤوليته عن التفجير في وادي الزعرور")
    assert found == {("isis", "claimed")}


def test_a_denial_stands_beside_the_charge() -> None:
    text = "قصفت طائرات التحالف الدولي وادي الزعرور بينما نفى التحالف الدولي ذلك"
    assert blamed(text) == {
        ("us_led_coalition", "alleged"),
        ("us_led_coalition", "denied"),
    }


def test_a_denial_without_a_charge_is_nothing() -> None:
    assert blamed("نفى التحالف الدولي وقوع قصف على وادي الزعرور") == set()


def test_one_band_that_blames_another_claims_nothing() -> None:
    text = "The police blamed the drug mafia for the murder of the mayor"
    assert blamed(text, lang="en") == {("other", "alleged")}


def _blamed_beside(text: str) -> set[str]:
    scan = _found(text)
    cluster = Cluster(tellings([scan]))
    return {p.actor for p in perpetrators_beside([cluster], ["clash"])[0]}


def test_the_parties_of_a_fight_are_its_sides_whatever_verb_names_them() -> None:
    retaken = (
        "قتل ستة من ميليشيا الحوثي في معارك استعادت فيها القوات الشرعية وادي الزعرور"
    )
    assert _blamed_beside(retaken) == {"houthis", "yemeni_government"}
    taken = "سيطرت قوات النظام السوري على القرية بعد معارك عنيفة مع تنظيم داعش"
    assert _blamed_beside(taken) == {"syrian_government", "isis"}


def test_an_office_that_a_party_is_loyal_to_makes_it_no_speaker() -> None:
    loyal = (
        "انتزعت المقاومة الشعبية الموالية للرئيس اليمني آخر حصون المتمردين الحوثيين وقوات "
        "حليفهم الرئيس السابق بعد معارك شرسة في حي الزعرور"
    )
    assert _blamed_beside(loyal) == {"other", "houthis"}


def test_who_alone_fell_in_a_fight_is_not_blamed_for_it() -> None:
    assert _blamed_beside("قتل ستة من ميليشيا الحوثي في معارك وادي الزعرور") == set()


def test_a_ministry_tells_what_its_own_forces_did() -> None:
    fell = "أعلنت وزارة الدفاع الروسية مقتل ثلاثة جنود في هجوم على وادي الزعرور"
    assert events(fell)[0].perpetrators == ()
    unnamed = "أفادت مصادر عسكرية يمنية بمقتل سبعة متمردين قرب قرية الزعرور"
    assert events(unnamed)[0].perpetrators == ()
    own = "قالت وزارة الدفاع الأمريكية إن غارة جوية أمريكية على قرية الزعرور قتلت قائدا"
    assert [(p.actor, p.stance) for p in events(own)[0].perpetrators] == [
        ("united_states", "claimed")
    ]
    foes = "قالت مصادر أمنية مصرية إن 12 إرهابيا قتلوا خلال مواجهات في قرية الزعرور"
    assert [(p.actor, p.stance) for p in events(foes)[0].perpetrators] == [
        ("egypt", "claimed")
    ]


def test_no_attack_on_a_party_is_lent_to_it() -> None:
    text = (
        "قتلت القوات الإسرائيلية ثلاثة متظاهرين بإطلاق النار قرب قرية الزعرور.\n"
        "وقتل رجل في إطلاق نار ضد القوات الإسرائيلية في بلدة النبعة."
    )
    found = events(text)
    assert [p.actor for p in found[0].perpetrators] == ["israel"]
    assert found[1].perpetrators == ()


def test_who_tells_of_its_own_dead_claims_nothing() -> None:
    told = "تقول إسرائيل إن أحد جنودها قتل في هجوم قرب قرية الزعرور"
    assert events(told)[0].perpetrators == ()


def test_who_is_counted_harmed_did_not_do_it() -> None:
    (one,) = events("أصيب مستوطن بجروح في عملية طعن في بلدة النخيل.")
    assert not one.perpetrators
    (one,) = events("أصيبت امرأة بنيران مستوطنين في بلدة النخيل.")
    assert [p.actor for p in one.perpetrators] == ["israel"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "قتل القيادي الحوثي سالم العمري في مواجهات مع الجيش اليمني في قرية النخيل.",
            {"houthis", "yemeni_government"},
        ),
        (
            "قال القيادي الحوثي سالم العمري إن جنديا قتل في مواجهات مع الجيش اليمني.",
            {"yemeni_government"},
        ),
    ],
)
def test_whose_man_fell_in_a_fight_is_its_other_side(
    text: str, actors: set[str]
) -> None:
    (event,) = events(text)
    assert {p.actor for p in event.perpetrators} == actors


def test_who_keeps_attacking_the_region_did_not_do_what_another_did() -> None:
    raid = "قتل مدني بغارة جوية للطيران الروسي على قرية تل القنفذ."
    goes_on = "ويستمر قصف قوات النظام السوري على قرى المنطقة."
    (event, *_) = events(raid, goes_on)
    assert [p.actor for p in event.perpetrators] == ["russia"]


def test_who_keeps_attacking_is_blamed_where_nobody_else_is() -> None:
    shelled = "قتل مدني بقصف على قرية تل القنفذ."
    goes_on = "وتتعرض القرية لقصف مستمر من قبل قوات النظام السوري."
    (event, *_) = events(shelled, goes_on)
    assert [p.actor for p in event.perpetrators] == ["syrian_government"]


def test_the_sides_of_a_fight_meanwhile_did_not_shell() -> None:
    shelled = (
        "قتل خمسة مدنيين بقصف مدفعي تركي على قرية تل القنفذ، تزامن مع قصف متبادل بين "
        "قسد من جهة والقوات التركية من جهة أخرى في محيط القرية."
    )
    (event, *_) = events(shelled)
    assert (event.type, [p.actor for p in event.perpetrators]) == (
        "shelling",
        ["turkey"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "أعلن حزب الله قصف موقع عسكري في وادي الزعرور بالصواريخ",
        "أعلن حزب الله استهداف تجمع للجنود في وادي الزعرور بقذائف المدفعية",
    ],
)
def test_a_shelling_that_fighters_announce_is_theirs(text: str) -> None:
    assert blamed(text) == {("hezbollah", "claimed")}


def test_what_an_army_announces_of_its_foes_is_not_its_own() -> None:
    text = "أعلنت قسد استهداف تركيا قرية وادي الزعرور بالمدفعية"
    assert blamed(text) == {("turkey", "alleged")}
