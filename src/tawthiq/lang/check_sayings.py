"""What the check of a pack says, in Arabic and in English, with the remedy."""

from collections.abc import Mapping
from typing import NamedTuple


class Saying(NamedTuple):
    """What is wrong and how to mend it; ``{before}`` is the line of an earlier row."""

    ar: str
    en: str
    remedy_ar: str
    remedy_en: str


def saying(key: str) -> Saying:
    """Give a saying by its key; KeyError where there is none."""
    return _SAYINGS[key]


_SAYINGS: Mapping[str, Saying] = {
    "unknown_sheet": Saying(
        "قائمة لا يعرفها المشروع", "a sheet that nothing reads",
        "احذفها أو عرّفها في packs/sheets.csv", "delete it or name it in packs/sheets.csv",
    ),
    "unknown_code": Saying(
        "رمز ليس في كتاب الرموز", "a code that the codebook does not know",
        "استعمل رمزا من codebook/ أو أضفه هناك", "use a code of codebook/ or add it there",
    ),
    "no_letters": Saying(
        "لا حروف في الكلمة", "the form has no letters",
        "اكتب كلمة أو احذف السطر", "write a word or delete the row",
    ),
    "twice": Saying(
        "مكرر بعد توحيد الإملاء؛ سبق في السطر {before}",
        "stands twice once spelling is folded; first on line {before}",
        "احذف أحد السطرين", "delete one of the two rows",
    ),
    "not_nfc": Saying(
        "حروف مفككة (ليست NFC)", "decomposed letters (not NFC)",
        "أعد كتابة الكلمة", "type the word again",
    ),
    "hidden_mark": Saying(
        "علامة اتجاه مخفية", "a hidden direction mark",
        "أعد كتابة الكلمة دون نسخ", "type the word instead of pasting it",
    ),
    "tatweel": Saying(
        "تطويل في الكلمة", "tatweel in the form",
        "احذف ـ", "delete the ـ",
    ),
    "presentation_form": Saying(
        "حروف عرض قديمة", "presentation forms",
        "أعد كتابة الكلمة بحروف عادية", "type the word in plain letters",
    ),
    "persian": Saying(
        "حرف فارسي يشبه العربي (ک ی)", "a Persian look-alike letter",
        "اكتب ك أو ي", "write ك or ي",
    ),
    "few_yes": Saying(
        "للقاعدة أقل من مثالين yes", "the rule has fewer than two yes examples",
        "أضف مثالا تقرؤه القاعدة", "add an example that the rule reads",
    ),
    "no_no": Saying(
        "ليس للقاعدة مثال مضاد no", "the rule has no counter-example",
        "أضف مثالا تسكت عنده القاعدة", "add an example on which it keeps silent",
    ),
    "says_nothing": Saying(
        "لا شرح للقاعدة بالعربية والإنكليزية", "the rule is not explained in both languages",
        "أضف says_ar و says_en", "add says_ar and says_en",
    ),
    "rule_twice": Saying(
        "اسم القاعدة مكرر؛ سبق في السطر {before}",
        "the rule's name stands twice; first on line {before}",
        "سمّ إحداهما باسم آخر", "give one of them another name",
    ),
    "quoting": Saying(
        "اقتباس أو فراغات على غير العادة", "cells quoted or spaced in an unusual way",
        "احذف الفراغات حول الخلايا، ولا تقتبس إلا ما فيه فاصلة",
        "take away spaces around cells, and quote a cell only where it holds a comma",
    ),
    "wordless": Saying(
        "رمز لا كلمة له في هذه الحزمة", "a code for which this pack has no word",
        "أضف كلمة أو اذكره في no_word_yet.csv", "add a word, or name it in no_word_yet.csv",
    ),
    "has_word": Saying(
        "له كلمة في الحزمة", "it has a word in this pack",
        "احذف السطر", "delete the row",
    ),
    "no_such_word": Saying(
        "القاعدة تطلب رمزا لا كلمة له في قائمته",
        "the rule asks for a code that no word of the sheet has",
        "صحح الرمز أو أضف كلمة", "mend the code, or add a word",
    ),
}  # fmt: skip
