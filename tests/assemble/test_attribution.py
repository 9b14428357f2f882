"""Attribution: which event a source vouches for."""

from tawthiq.assemble.attribution import attributions_of
from tawthiq.assemble.telling import Telling
from tawthiq.find.sources.finder import find_sources
from tawthiq.lang.language import load_language
from tawthiq.lang.scan import Scan
from tawthiq.model.report import Segment


def scans(*sentences: str) -> list[Scan]:
    loaded = load_language("ar")
    text = "\n".join(sentences)
    found = []
    for number, sentence in enumerate(sentences):
        start = text.index(sentence)
        segment = Segment(
            start=start,
            end=start + len(sentence),
            kind="sentence",
            order=number,
            paragraph=number,
        )
        scan = loaded.scan(text, segment)
        scan.add(find_sources(scan, loaded))
        found.append(scan)
    return found


def telling(found: list[Scan], sentence: int) -> Telling:
    scan = found[sentence]
    return Telling(scan, sentence, 0, len(scan.tokens))


def vouching(found: list[Scan], *events: list[Telling]) -> list[list[str]]:
    return [[a.name for a in event] for event in attributions_of(events, found)]


def test_an_event_that_nobody_tells_has_no_attribution() -> None:
    found = scans("قتل مدنيان في قصف على القرية")
    assert vouching(found, [telling(found, 0)]) == [[]]


def test_no_events_no_attributions() -> None:
    found = scans("أفادت مصادر محلية بقصف القرية")
    assert vouching(found) == []


def test_the_source_of_the_sentence_vouches() -> None:
    found = scans("قتل مدنيان في قصف على القرية، بحسب ما أفاد الدفاع المدني")
    assert vouching(found, [telling(found, 0)]) == [["الدفاع المدني"]]


def test_each_event_keeps_its_own_source() -> None:
    found = scans(
        "قتل مدنيان في قصف على القرية، بحسب ما أفاد الدفاع المدني",
        "وقال مصدر أمني إن عبوة انفجرت في المدينة",
    )
    got = vouching(found, [telling(found, 0)], [telling(found, 1)])
    assert got == [["الدفاع المدني"], ["مصدر أمني"]]


def test_a_speaker_named_twice_vouches_once_and_in_full() -> None:
    found = scans(
        "قال مصدر أمني عراقي إن قصفا قتل مدنيين",
        "وأضاف المصدر أن القصف أصاب سوقا",
    )
    assert vouching(found, [telling(found, 0), telling(found, 1)]) == [
        ["مصدر أمني عراقي"]
    ]


def test_a_body_and_its_spokesman_are_one_voice() -> None:
    found = scans(
        "قال الجيش العراقي إن قصفا قتل مدنيين",
        "وقال متحدث باسم الجيش العراقي إن القصف أصاب سوقا",
    )
    assert len(vouching(found, [telling(found, 0), telling(found, 1)])[0]) == 1


def test_a_person_who_speaks_for_a_body_is_a_voice_of_his_own() -> None:
    found = scans(
        "قال الجيش العراقي إن قصفا قتل مدنيين",
        "وقال مدير في الجيش العراقي سامر إن القصف أصاب سوقا",
    )
    assert len(vouching(found, [telling(found, 0), telling(found, 1)])[0]) == 2
