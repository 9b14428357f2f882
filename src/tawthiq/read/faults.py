"""What can be wrong with an input, said in Arabic and English with its remedy."""

from tawthiq.errors import InputError


def missing(where: str) -> InputError:
    """Say that a path leads nowhere."""
    return InputError(
        ar="لا يوجد ملف أو مجلد بهذا الاسم",
        en="there is no such file or folder",
        where=where,
        remedy_ar="تحقق من المسار",
        remedy_en="check the path",
    )


def unreadable(where: str, reason: str) -> InputError:
    """Say that the system refuses to open a file; ``reason`` is its own word."""
    return InputError(
        ar=f"تعذر فتح الملف: {reason}",
        en=f"the file cannot be opened: {reason}",
        where=where,
        remedy_ar="تحقق من صلاحيات القراءة",
        remedy_en="check that you may read it",
    )


def empty(where: str) -> InputError:
    """Say that there is nothing to read."""
    return InputError(
        ar="الملف فارغ",
        en="the file is empty",
        where=where,
        remedy_ar="أعط ملفا فيه نص التقرير",
        remedy_en="give a file that holds the report's text",
    )


def binary(where: str) -> InputError:
    """Say that the bytes are no text."""
    return InputError(
        ar="الملف ليس نصا",
        en="the file is not text",
        where=where,
        remedy_ar="احفظ التقرير نصا أو صفحة HTML",
        remedy_en="save the report as text or as an HTML page",
    )


def broken_utf8(where: str, offset: int) -> InputError:
    """Say that UTF-8 is broken; ``offset`` counts bytes from 0."""
    return InputError(
        ar=f"ترميز UTF-8 مكسور عند البايت {offset}",
        en=f"the UTF-8 is broken at byte {offset}",
        where=where,
        remedy_ar="احفظ الملف من جديد بترميز UTF-8؛ قد يكون نزل ناقصا",
        remedy_en="save the file again as UTF-8; it may have been cut short",
    )


def unknown_encoding(where: str, offset: int) -> InputError:
    """Say that no known encoding fits; ``offset`` is the first byte that is no UTF-8."""
    return InputError(
        ar=f"ترميز الملف غير معروف (البايت {offset} ليس UTF-8)",
        en=f"the encoding is not known (byte {offset} is not UTF-8)",
        where=where,
        remedy_ar="احفظ الملف من جديد بترميز UTF-8",
        remedy_en="save the file again as UTF-8",
    )


def unknown_kind(where: str) -> InputError:
    """Say that a file is of no kind that is read."""
    return InputError(
        ar="نوع الملف غير معروف",
        en="the kind of file is not known",
        where=where,
        remedy_ar="تُقرأ الملفات ‎.txt .html .jsonl .json .csv .xlsx .pdf .warc .wacz .xml",
        remedy_en="files .txt, .html, .jsonl, .json, .csv, .xlsx, .pdf, .warc, .wacz and"
        " feeds (.xml) are read",
    )


def nothing_found(where: str) -> InputError:
    """Say that a page, or a folder, holds nothing that can be read."""
    return InputError(
        ar="لا نص فيه يُقرأ",
        en="no text to read was found in it",
        where=where,
        remedy_ar="انسخ نص التقرير إلى ملف ‎.txt",
        remedy_en="copy the report's text into a .txt file",
    )


def not_json(where: str, reason: str) -> InputError:
    """Say that a line is no JSON object; ``reason`` is the parser's word."""
    return InputError(
        ar=f"السطر ليس كائن JSON: {reason}",
        en=f"the line is not a JSON object: {reason}",
        where=where,
        remedy_ar='اكتب تقريرا واحدا في كل سطر: {"text": "…"}',
        remedy_en='write one report a line: {"text": "…"}',
    )


def no_text(where: str) -> InputError:
    """Say that a line of JSON has no ``text``."""
    return InputError(
        ar="لا نص في السطر: المفتاح text غائب أو فارغ أو ليس نصا",
        en="the line has no text: the key text is absent, empty or not a string",
        where=where,
        remedy_ar="ضع نص التقرير في المفتاح text",
        remedy_en="put the report's text under the key text",
    )


def half_characters(where: str) -> InputError:
    """Say that a text holds halves of characters, which no file can store."""
    return InputError(
        ar="في النص أنصاف محارف لا يمكن حفظها",
        en="the text holds halves of characters that cannot be stored",
        where=where,
        remedy_ar="صحح ما بعد ‎\\ud في السطر",
        remedy_en="correct the escapes that begin with \\ud in the line",
    )


def wrong_value(where: str, key: str) -> InputError:
    """Say that a key of a JSON line holds something else than a string."""
    return InputError(
        ar=f"قيمة المفتاح {key} ليست نصا",
        en=f"the value of the key {key} is not a string",
        where=where,
        remedy_ar="ضع القيمة بين علامتي اقتباس، أو احذف المفتاح",
        remedy_en="put the value between quotation marks, or leave the key out",
    )


def wrong_published(where: str, value: str) -> InputError:
    """Say that a day of publication is no day."""
    return InputError(
        ar=f"تاريخ النشر غير مفهوم: {value}",
        en=f"the day of publication is not a day: {value}",
        where=where,
        remedy_ar="اكتبه هكذا: 2018-11-19",
        remedy_en="write it as 2018-11-19",
    )
