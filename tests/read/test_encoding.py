"""Bytes become their exact text, or a message that says where they are wrong."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import InputError
from tawthiq.read.encoding import decode

TEXT = "قُتل خمسة مدنيين، بينهم طفلتان، في قصف على سوق قرية النخيل.\r\nوأصيب آخرون."


def refused(data: bytes) -> InputError:
    with pytest.raises(InputError) as fault:
        decode(data, "report.txt")
    assert fault.value.where == "report.txt"
    assert fault.value.remedy_ar
    assert fault.value.remedy_en
    return fault.value


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", codecs.BOM_UTF16_LE + b"\n\x00"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert "empty" in refused(data).en


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"PK\x03\x04rest of an office file",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 50,
    ],
)
def test_a_binary_is_refused(data: bytes) -> None:
    assert "not text" in refused(data).en


def test_broken_utf8_names_the_byte() -> None:
    data = TEXT.encode()
    at = len("قُتل خمسة".encode())
    fault = refused(data[:at] + b"\xff" + data[at:])
    assert f"byte {at}" in fault.en
    assert str(at) in fault.ar


def test_utf8_cut_in_the_middle_of_a_letter_is_refused() -> None:
    data = "مدني".encode()[:-1]
    assert "byte 6" in refused(data).en


def test_english_cut_in_the_middle_of_a_dash_is_not_taken_for_western() -> None:
    refused("Three civilians were killed near the well \u2014".encode()[:-1])


def test_utf16_cut_in_the_middle_is_refused() -> None:
    refused(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1])


def test_noise_above_ascii_is_refused() -> None:
    assert "encoding" in refused(bytes(range(0x80, 0x100)) * 3).en


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_with_or_without_its_mark(mark: bytes, name: str) -> None:
    assert decode(mark + TEXT.encode(name), "f") == TEXT


@pytest.mark.parametrize("name", ["cp1256", "iso8859_6"])
def test_arabic_encodings_of_one_byte_are_read(name: str) -> None:
    said = "قتل ثلاثة مدنيين في قصف على القرية مساء الثلاثاء، وأصيب آخرون."
    assert decode(said.encode(name), "f") == said


def test_windows_1252_marks_in_english_are_read() -> None:
    said = "The mayor said \u201cthree were killed\u201d \u2013 two of them children."
    assert decode(said.encode("cp1252"), "f") == said


def test_a_page_is_read_by_the_encoding_it_names() -> None:
    page = '<meta charset="koi8-r"><p>взрыв на рынке</p>'
    assert decode(page.encode("koi8-r"), "f", page=True) == page


def test_a_page_that_names_the_wrong_encoding_is_still_utf8() -> None:
    page = '<meta charset="windows-1256"><p>مدني</p>'
    assert decode(page.encode(), "f", page=True) == page


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1
    )
)
def test_any_utf8_text_comes_back_unaltered(text: str) -> None:
    assert decode(text.encode(), "f") == text.removeprefix("\ufeff")


def test_a_page_that_names_no_known_encoding_is_refused() -> None:
    for name in ("x-none", "shift_jis"):
        page = f'<meta charset="{name}">'.encode() + bytes(range(0x80, 0x100))
        with pytest.raises(InputError):
            decode(page, "f", page=True)
