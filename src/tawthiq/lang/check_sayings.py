"""What the check of a pack says, in Arabic and in English, with the remedy."""

from collections.abc import Mapping
from typing import NamedTuple

from tawthiq.lang.faults import Fault

Where = tuple[str, int]
"""A file and a line of it; 0 where the file as a whole is meant."""


class Saying(NamedTuple):
    """What is wrong and how to mend it; ``{before}`` is the line of an earlier row."""

    ar: str
    en: str
    remedy_ar: str
    remedy_en: str


def fault(where: Where, value: str, key: str, *, before: int = 0) -> Fault:
    """Say one thing that is wrong.

    Args:
        where: the file and the line.
        value: the words at fault.
        key: which saying.
        before: the line of an earlier row, where the saying names one.

    Raises:
        KeyError: there is no such saying.
    """
    said = _SAYINGS[key]
    return Fault(
        file=where[0],
        line=where[1],
        value=value,
        ar=said.ar.format(before=before),
        en=said.en.format(before=before),
        remedy_ar=said.remedy_ar,
        remedy_en=said.remedy_en,
    )


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
    "byte_order_mark": Saying(
        "علامة ترتيب البايتات في أول الملف", "a byte order mark at the start of the file",
        "احذفها", "take it away",
    ),
    "line_ends": Saying(
        "نهايات أسطر من نظام آخر", "line ends of another system",
        "اجعل نهاية كل سطر LF", "end each line with LF",
    ),
    "no_last_newline": Saying(
        "السطر الأخير بلا نهاية", "the last line has no end",
        "أضف سطرا جديدا في آخر الملف", "end the file with a new line",
    ),
    "trailing_space": Saying(
        "فراغ في آخر السطر", "space at the end of the line",
        "احذفه", "take it away",
    ),
    "empty_row": Saying(
        "سطر فارغ", "an empty row",
        "احذفه", "delete it",
    ),
    "row_twice": Saying(
        "السطر مكرر كما هو", "the same row stands twice",
        "احذف أحدهما", "delete one of them",
    ),
    "order": Saying(
        "كلمات الرمز الواحد متفرقة؛ أول سطر في غير موضعه",
        "the words of one code stand apart; the first row out of place",
        "ضع كلمات كل رمز معا", "bring the words of each code together",
    ),
    "unreached": Saying(
        "كلمة لا تُقرأ حتى وحدها", "a form that is not read even alone",
        "اكتبها كما تقع في النص دون نقطة أو فاصلة في وسطها، أو احذف السطر",
        "write it as texts do, without a stop or a comma inside, or delete the row",
    ),
    "unmade": Saying(
        "القاعدة تطلب ما لا يجده شيء في أي مثال",
        "the rule asks for what nothing finds in any example",
        "صحح اسم الخانة، أو أضف مثالا تقرؤه القاعدة بها",
        "mend the name of the slot, or add an example that the rule reads with it",
    ),
    "rivals": Saying(
        "قاعدتان تقرآن اللفظ نفسه قراءتين بوزن واحد",
        "two rules read the same words in two ways, with equal weight",
        "ضيّق إحداهما، أو اكتب ambiguous: yes في كلتيهما",
        "narrow one of them, or write ambiguous: yes in both",
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
