"""Actors: who did it, whom it hit, who speaks; and whom nobody accuses."""

import pytest
from tests.find.actor_reading import actors, scanned

DOERS = {"agent", "clash", "accused", "claimer"}


@pytest.mark.parametrize(
    "text",
    [
        "غارات على مواقع لداعش في بلدة وادي الزعرور",
        "قتل ثلاثة من عناصر قسد في تل الدرّاق",
        "أعلن الجيش الروسي أن الوضع هادئ",
        "سيطرت قوات النظام السوري على القرية",
        "الفصيل مدعوم من روسيا",
        "استهداف سيارة تابعة لقسد",
        "زار وفد من روسيا القرية",
        "عبوة انفجرت في عناصر من هيئة تحرير الشام",
        "استهدفت مسيرة دورية روسية",
        "نفت قسد مسؤوليتها عن القصف",
        "فرضت روسيا رسوما على تركيا",
        "قصف مواقع مرتبطة بإيران",
        "قذائف روسية الصنع سقطت على القرية",
        "أن مسلحا قتل وأصيب آخرون في هجوم على القرية",
        "بيان للمتحدث الرسمي لقوات التحالف الدولي عن القصف",
        "سقطت قذائف ضمن منطقة انتشار القوات الكردية والنظام",
        "غارات على القرى التي تحتلها تركيا",
        "أسقطت الدفاعات الجوية السورية معظم الصواريخ",
        "غارات أدت إلى مقتل مقاتلون موالون لإيران",
        "عقد المجلس اجتماعا بدعم من التحالف الدولي",
        "زار الوفد القرية #الوفد_الروسي #روسيا",
    ],
)
def test_no_actor_is_accused_who_was_hit_speaks_or_merely_holds_ground(
    text: str,
) -> None:
    assert not DOERS & set(actors(text).values())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("شنت طائرات تركية غارات على وادي الزعرور", "turkey"),
        ("غارة إسرائيلية على وادي الزعرور", "israel"),
        ("قصف الطيران الروسي بلدة وادي الزعرور", "russia"),
        ("نفذ مسلحون على صلة بتنظيم داعش عدة هجمات", "isis"),
        ("فرض النظام السوري حصارا على وادي الزعرور", "syrian_government"),
        ("تتعرض القرية لحصار تفرضه هيئة تحرير الشام", "hts"),
        ("ألقت الشرطة الماليزية القبض على عشرة أشخاص", "other"),
        ("قصف مدفعي من قبل قوات الأسد على السوق", "syrian_government"),
        ("قتل شاب برصاص قناص تابع لقسد", "sdf"),
        ("مقتل شاب برصاص مجهولين في وادي الزعرور", "unidentified"),
        ("قذائف أطلقتها ميليشيا الحوثي على الحي", "houthis"),
        ("قصف مصدره مناطق سيطرة قوات النظام السوري", "syrian_government"),
        (
            "طائرة مسيرة يرجح أنها تابعة للتحالف الدولي استهدفت سيارة",
            "us_led_coalition",
        ),
        ("قتل مدني برصاص دورية لميليشيا قسد", "sdf"),
        ("إن القوات التركية قصفت القرية", "turkey"),
        ("مقتل شاب برصاص دورية روسية", "russia"),
        ("عدوان إسرائيلي على وادي الزعرور", "israel"),
        ("قصف لفصائل مسلحة موالية لتركيا على القرية", "syrian_national_army"),
        (
            "إن قوات النظام السوري المتمركزة في مدينة الحافة قصفت بقذائف الهاون القرية",
            "syrian_government",
        ),
        ("قصف مصدره مناطق سيطرة مشتركة لقسد", "sdf"),
        ("سقوط صواريخ من قبل ميلشيات قسد على القرية", "sdf"),
        ("قسد تعتقل ثلاثة مدنيين في القرية", "sdf"),
        (
            "إن قوات النظام السوري المتمركزة في معسكر الحافة قصفت القرية",
            "syrian_government",
        ),
        ("أن قوات قسد والمجموعات التابعة لها قصفت القرية", "sdf"),
        ("أعدم عناصر من قسد ثلاثة مدنيين", "sdf"),
        ("الهجوم جاء غداة قيام الجيش التركي بقصف القرية", "turkey"),
        ("قام عناصر من قسد بقتل عشرة مدنيين", "sdf"),
        ("إن الجيش الإسرائيلي قصف بثمانية صواريخ القرية", "israel"),
    ],
)
def test_the_doer_is_read_from_the_words_beside_the_name(text: str, code: str) -> None:
    assert actors(text)[code] == "agent"


def test_two_nationalities_of_one_force_are_two_parties() -> None:
    found = actors("غارات لطائرات الحلف الروسي السوري على القرية")
    assert found == {"russia": "agent", "syrian_government": "agent"}


def test_who_is_blamed_is_accused_and_who_denies_it_denies() -> None:
    assert actors("متهما قسد بقصف القرية") == {"sdf": "accused"}
    assert actors("نفت قسد مسؤوليتها عن القصف") == {"sdf": "denier"}
    denied = "نفى المتحدث باسم التحالف الدولي علاقته بالقصف"
    assert actors(denied) == {"us_led_coalition": "denier"}


def test_a_charge_without_an_accuser_accuses() -> None:
    assert actors("اتهمت قوات النظام السوري بقصف القرية") == {
        "syrian_government": "accused"
    }
    assert actors("كان النظام السوري قد اتهم بشن هجمات") == {
        "syrian_government": "accused"
    }


def test_both_sides_of_a_clash_are_named() -> None:
    found = actors("اشتباكات بين قوات النظام السوري وقسد في وادي الزعرور")
    assert found == {"syrian_government": "clash", "sdf": "clash"}


def test_the_target_of_an_attack_is_no_doer() -> None:
    found = actors("قصفت الطائرات الروسية مواقع لداعش")
    assert found == {"russia": "agent", "isis": "target"}


def test_what_is_not_done_is_no_deed() -> None:
    denied = "أعلن مصدر أن الجيش الروسي لم يشن غارات على القرية"
    assert actors(denied) == {"russia": "negated"}
    assert actors("لم يقصف الجيش الروسي القرية") == {"russia": "negated"}


def test_a_day_and_a_number_between_verb_and_party_are_passed() -> None:
    assert actors("قصفت الأحد قوات النظام السوري القرية") == {
        "syrian_government": "agent"
    }
    assert actors("غارة واحدة للتحالف الدولي على القرية") == {
        "us_led_coalition": "agent"
    }


def test_a_force_whose_verb_counts_victims_killed_them() -> None:
    found = actors("قال المتحدث إن القوات التركية قتلت 23 عنصرا من داعش")
    assert found == {"turkey": "agent", "isis": "victim"}
    assert actors("الجيش التركي: مقتل 23 عنصرا في غارة") == {"turkey": "speaker"}
    lost = actors("قال المتحدث إن مسلحين قتلوا في الغارة")
    assert lost == {"unidentified": None}


def test_a_share_of_what_was_hit_fired_nothing() -> None:
    hit = actors("ضربات صاروخية لعدد من قواعد النظام السوري")
    assert hit == {"syrian_government": "target"}


def test_a_strike_flown_is_of_whom_its_adjective_names() -> None:
    assert actors("شنت الغارة الروسية على القرية") == {"russia": "agent"}


def test_the_forces_are_no_verb_of_throwing() -> None:
    found = actors("اشتباكات بين القوات التركية وحلفائها ووحدات حماية الشعب في القرية")
    assert found == {"turkey": "clash", "sdf": "clash"}


def test_names_beside_a_slash_and_exchanged_fire_are_of_both() -> None:
    slashed = actors('هجوم شنه إرهابيو تنظيم "واي بي جي/ بي كي كي" على القرية')
    assert slashed == {"sdf": "agent", "pkk": "agent"}
    fire = actors("تبادل للقصف بين القوات التركية وقسد")
    assert fire == {"turkey": "clash", "sdf": "clash"}


def test_who_acts_in_cooperation_with_another_acts_too() -> None:
    found = actors("التحالف الدولي بالتعاون مع قسد يداهم القرية")
    assert found == {"us_led_coalition": "agent", "sdf": "agent"}


def test_who_supports_a_raid_has_a_part_in_it() -> None:
    found = actors("نفذت قسد، بدعم من قوات التحالف الدولي، عملية دهم في القرية")
    assert found == {"sdf": "agent", "us_led_coalition": "agent"}


def test_a_tag_of_an_attack_accuses_whose_it_was() -> None:
    found = actors("إصابة طفل بغارة على القرية #القرية #العدوان_الروسي")
    assert found == {"russia": "agent"}


def test_who_drives_or_holds_what_was_struck_did_not_strike_it() -> None:
    struck = "A drone struck a car driven by a rebel in a town held by the SDF"
    assert not DOERS & set(actors(struck, lang="en").values())


def test_whose_forces_strike_beside_another_strikes_too() -> None:
    found = actors("قصفت طائرات النظام السوري والقوات التابعة لروسيا القرية")
    assert found == {"syrian_government": "agent", "russia": "agent"}


def test_forces_named_alone_behind_a_party_join_nobody_to_it() -> None:
    found = actors("قصفت طائرات النظام السوري مواقع القوات التابعة لتركيا")
    assert found.get("turkey") != "agent"


def test_joined_names_stand_in_one_place() -> None:
    found = actors("قصفت طائرات النظام السوري وروسيا القرية")
    assert found == {"syrian_government": "agent", "russia": "agent"}


def test_who_takes_responsibility_claims() -> None:
    assert actors("أعلن تنظيم الدولة مسؤوليته عن التفجير") == {"isis": "claimer"}
    assert actors("تبنى تنظيم داعش الهجوم") == {"isis": "claimer"}


def test_an_ambiguous_name_follows_the_report() -> None:
    yemen = "قصف التحالف منزلا في صنعاء، وقال الحوثيون إن التحالف استهدف مدرسة"
    assert actors(yemen)["saudi_led_coalition"] == "agent"
    syria = "قصف التحالف منزلا في ريف حلب شمال سوريا"
    assert actors(syria)["us_led_coalition"] == "agent"


def test_an_ambiguous_name_is_left_where_the_report_does_not_tell() -> None:
    assert actors("قصف التحالف منزلا في وادي الزعرور") == {}


def test_a_nationality_alone_is_no_actor() -> None:
    assert actors("قتل سائق تركي في حادث سير") == {}


def test_the_hit_quotes_the_text() -> None:
    text = "وشنت طائرات روسية غارة"
    hit = scanned(text).of("actor")[0]
    assert text[hit.start : hit.end] == "طائرات روسية"


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("Russian warplanes bombed the town", "russia", "agent"),
        (
            "shells fired by the Syrian regime hit a market",
            "syrian_government",
            "agent",
        ),
        ("warplanes believed to be Russian bombed the town", "russia", "agent"),
        ("an attack claimed by the Islamic State group", "isis", "claimer"),
        ("air strikes on ISIS positions", "isis", "target"),
        ("The rebels have claimed credit for the blast", "other", "claimer"),
        ("ISIS claimed responsibility for the attack", "isis", "claimer"),
        ("The rebels denied responsibility for the blast", "other", "denier"),
        ("The rebels are being held responsible", "other", "agent"),
        ("They attributed the murder to the rebels", "other", "agent"),
        ("The mayor was killed by motorcycle-riding rebels", "other", "agent"),
        ("The ISIS men, who came down by night, shelled the town", "isis", "agent"),
        ("Four ISIS fighters were buried", "isis", "victim"),
        ("ISIS members murdered the mayor of Barda", "isis", "agent"),
        ("The mayor was killed by men in uniform", "unidentified", "agent"),
    ],
)
def test_english_positions(text: str, code: str, position: str) -> None:
    assert actors(text, lang="en")[code] == position


@pytest.mark.parametrize(
    "text",
    [
        "None of the rebels have claimed responsibility for the blast",
        "The rebels claimed that the town was quiet",
        "The rebels an alliance of farmers and clerks from far away shelled nobody",
        "They drove from the market to the rebels",
    ],
)
def test_english_names_that_nothing_accuses(text: str) -> None:
    assert not DOERS & set(actors(text, lang="en").values())


def test_a_bracket_that_repeats_a_name_is_no_second_party() -> None:
    text = "The Shining Path (ELN) murdered the mayor"
    found = scanned(text, lang="en").of("actor")
    assert [h.values["position"] for h in found] == ["agent", None]


def test_of_overlapping_names_the_longer_stands() -> None:
    text = "Members of the Army of National Liberation murdered the mayor"
    (hit,) = scanned(text, lang="en").of("actor")
    assert text[hit.start : hit.end] == "Army of National Liberation"


def test_is_the_verb_is_no_armed_group() -> None:
    assert actors("The market is one of four that were shelled", lang="en") == {}


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("حملت السلطات تنظيم داعش المسؤولية عن الهجوم", "accused"),
        ("أعلن تنظيم داعش المسؤولية عن الهجوم", "claimer"),
        ("نفى تنظيم داعش المسؤولية عن الهجوم", "denier"),
    ],
)
def test_responsibility_is_laid_on_others_or_taken(text: str, position: str) -> None:
    assert actors(text) == {"isis": position}


def test_who_is_charged_with_being_behind_a_deed_is_accused() -> None:
    found = actors("اتهم مصدر تنظيم داعش بالوقوف وراء اغتيال مختار القرية")
    assert found == {"isis": "accused"}


def test_who_stands_before_a_colon_speaks() -> None:
    assert actors("قسد: قصف بمسيرة تركية على قرية وادي الزعرور") == {
        "sdf": "speaker",
        "turkey": "agent",
    }


def test_whom_the_dead_were_loyal_to_did_not_raid() -> None:
    raided = "قتل مقاتلون موالون لإيران جراء ضربات إسرائيلية استهدفت المطار"
    assert actors(raided) == {"iran": "victim", "israel": "agent"}
    among = "قتل سبعة بينهم جنود ومقاتلون موالون لإيران جراء ضربات إسرائيلية استهدفت"
    assert actors(f"{among} المطار") == {"iran": None, "israel": "agent"}


def test_a_side_behind_a_comma_is_a_side_all_the_same() -> None:
    fight = "القتال بين القوات التركية من جانب، وقسد من جانب آخر"
    assert actors(fight) == {"turkey": "clash", "sdf": "clash"}


def test_an_ally_named_by_his_nation_acts_and_suffers_with_him() -> None:
    both = "يستمر قصف قوات النظام السوري وحليفه الروسي على القرية"
    assert actors(both) == {"syrian_government": "agent", "russia": "agent"}
    fell = "قتل ثلاثة من قوات النظام السوري وحليفه الإيراني بقصف إسرائيلي"
    assert actors(fell) == {
        "syrian_government": "victim",
        "iran": "victim",
        "israel": "agent",
    }


def test_a_country_behind_a_name_is_a_party_of_its_own() -> None:
    charged = actors("اتهمت قسد تركيا بقصف بلدة وادي الزعرور")
    assert charged == {"sdf": "speaker", "turkey": "accused"}
    charged = actors("اتهم الحوثيون السعودية بقصف بلدة وادي الزعرور")
    assert charged.get("houthis") != "accused"
    assert actors("قصفت قوات النظام السوري بلدة وادي الزعرور") == {
        "syrian_government": "agent"
    }


def test_who_trade_charges_are_blamed_by_each_other() -> None:
    both = actors("تبادل الحوثيون وقسد الاتهامات بقصف بلدة وادي الزعرور")
    assert both == {"houthis": "accused", "sdf": "accused"}
    fought = actors("تبادل الحوثيون وقسد القصف في وادي الزعرور")
    assert "accused" not in fought.values()
