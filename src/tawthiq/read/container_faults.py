"""What can be wrong with files that hold many reports, or that are no plain text."""

from collections.abc import Sequence

from tawthiq.errors import InputError

NAMES_SHOWN = 12
"""Columns named in a message."""


def too_large(where: str, limit: int) -> InputError:
    """Say that an input has more bytes than are read; ``limit`` counts them."""
    size = _size(limit)
    return InputError(
        ar=f"أكبر مما يُقرأ ({size})",
        en=f"it is larger than what is read ({size})",
        where=where,
        remedy_ar="قسّمه، أو احفظ نص التقرير وحده",
        remedy_en="split it, or save the report's text alone",
    )


def too_long(where: str, limit: int) -> InputError:
    """Say that a text has more code points than are read."""
    return InputError(
        ar=f"النص أطول مما يُقرأ ({limit:,} حرف)",
        en=f"the text is longer than what is read ({limit:,} characters)",
        where=where,
        remedy_ar="قسّمه إلى تقارير",
        remedy_en="split it into reports",
    )


def too_many(where: str, limit: int) -> InputError:
    """Say that an archive holds more files than are opened."""
    return InputError(
        ar=f"في الأرشيف أكثر من {limit:,} ملف",
        en=f"the archive holds more than {limit:,} files",
        where=where,
        remedy_ar="فكّه وأعط المجلد",
        remedy_en="unpack it and give the folder",
    )


def bomb(where: str) -> InputError:
    """Say that an archive unpacks to far more than its size allows."""
    return InputError(
        ar="يتضخم عند فكه فوق المسموح (قد يكون قنبلة ضغط)",
        en="it unpacks to more than is allowed (it may be a bomb)",
        where=where,
        remedy_ar="لا تفتحه إلا إن كنت تعرف مصدره؛ فكّه بنفسك وأعط ما يلزم",
        remedy_en="open it only if you know where it is from; unpack what you need",
    )


def nested(where: str, depth: int) -> InputError:
    """Say that archives lie within archives too deep."""
    return InputError(
        ar=f"أرشيف داخل أرشيف أعمق من {depth}",
        en=f"an archive within archives, deeper than {depth}",
        where=where,
        remedy_ar="فكّ الأرشيف الخارجي وأعط المجلد",
        remedy_en="unpack the outer archive and give the folder",
    )


def damaged(where: str, kind: str, reason: str) -> InputError:
    """Say that a file cannot be opened as what it is; ``reason`` is the library's."""
    told = f": {reason}" if reason else ""
    return InputError(
        ar=f"ملف {kind} تالف أو ناقص{told}",
        en=f"the {kind} is damaged or cut short{told}",
        where=where,
        remedy_ar="نزّله أو صدّره من جديد؛ ما قُرئ منه قبل العطب محفوظ",
        remedy_en="fetch or export it again; what came before the damage was read",
    )


def cut_short(where: str) -> InputError:
    """Say that a record of a web archive lacks its end."""
    return InputError(
        ar="السجل ناقص: انقطع قبل نهايته",
        en="the record is cut short",
        where=where,
        remedy_ar="نزّل الأرشيف من جديد",
        remedy_en="fetch the archive again",
    )


def locked(where: str) -> InputError:
    """Say that a PDF wants a password."""
    return InputError(
        ar="ملف PDF مقفل بكلمة سر",
        en="the PDF is locked with a password",
        where=where,
        remedy_ar="افتحه بكلمة السر واحفظه من دونها",
        remedy_en="open it with its password and save it without",
    )


def needs_ocr(where: str, pages: Sequence[int], total: int) -> InputError:
    """Say that pages are pictures; ``pages`` are their numbers from 1."""
    which = ", ".join(map(str, pages[:NAMES_SHOWN]))
    which += "…" if len(pages) > NAMES_SHOWN else ""
    every = len(pages) == total
    return InputError(
        ar="صفحات PDF صور بلا نص"
        if every
        else f"صفحات من PDF صور بلا نص ({which} من {total})",
        en="the pages of the PDF are pictures without text"
        if every
        else f"pages of the PDF are pictures without text ({which} of {total})",
        where=where,
        remedy_ar="مرّره على برنامج تعرّف ضوئي (tesseract -l ara)، ثم أعط النص",
        remedy_en="run it through OCR (tesseract -l ara) and give the text",
    )


def more_pages(where: str, read: int, total: int) -> InputError:
    """Say that only the first pages of a PDF were read."""
    return InputError(
        ar=f"قُرئت أول {read} صفحة من {total}",
        en=f"only the first {read} of {total} pages were read",
        where=where,
        remedy_ar="قسّم الملف",
        remedy_en="split the file",
    )


def unknown_coding(where: str, coding: str) -> InputError:
    """Say that a record is packed in a way that is not known."""
    return InputError(
        ar=f"ترميز نقل غير معروف: {coding}",
        en=f"its transfer coding is not known: {coding}",
        where=where,
        remedy_ar="أعد أرشفة الصفحة بترميز gzip أو من دونه",
        remedy_en="archive the page again with gzip or without",
    )


def not_archived(where: str, status: str) -> InputError:
    """Say that an archiver kept no text of an address; ``status`` is its own word."""
    return InputError(
        ar=f"لا نص عند المؤرشِف (الحالة: {status})",
        en=f"the archiver kept no text (status: {status})",
        where=where,
        remedy_ar="أعد أرشفة العنوان، أو احفظ صفحته",
        remedy_en="archive the address again, or save its page",
    )


def no_text_column(where: str, columns: Sequence[str]) -> InputError:
    """Say that no column of a table is known to hold the text."""
    found = _named(columns)
    return InputError(
        ar=f"لا يُعرف عمود النص؛ الأعمدة: {found}",
        en=f"no column is known to hold the text; columns: {found}",
        where=where,
        remedy_ar="سمّه هكذا: ‎--map text=الاسم",
        remedy_en="name it: --map text=NAME",
    )


def two_columns(where: str, field: str, columns: Sequence[str]) -> InputError:
    """Say that several columns may hold one thing."""
    found = _named(columns)
    return InputError(
        ar=f"أكثر من عمود قد يكون {field}: {found}",
        en=f"more than one column may be {field}: {found}",
        where=where,
        remedy_ar=f"اختر واحدا: ‎--map {field}=الاسم",
        remedy_en=f"choose one: --map {field}=NAME",
    )


def lost_column(where: str, name: str, columns: Sequence[str]) -> InputError:
    """Say that a table lacks a column that the user named."""
    found = _named(columns)
    return InputError(
        ar=f"لا عمود باسم «{name}»؛ الأعمدة: {found}",
        en=f"there is no column {name!r}; columns: {found}",
        where=where,
        remedy_ar="اكتب الاسم كما في السطر الأول",
        remedy_en="write the name as in the first line",
    )


def bare_date(where: str, name: str) -> InputError:
    """Say that a column of days may be of publication or of the attack."""
    return InputError(
        ar=f"عمود «{name}»: يوم النشر أم يوم الحادثة؟ لم يُقرأ",
        en=f"column {name!r}: day of publication or of the incident? It was not read",
        where=where,
        remedy_ar=f"إن كان يوم النشر: ‎--map published={name}",
        remedy_en=f"if it is the day of publication: --map published={name}",
    )


def either_order(where: str, value: str) -> InputError:
    """Say that a day may be read in two ways."""
    return InputError(
        ar=f"اليوم والشهر ملتبسان: {value}",
        en=f"day and month can be read both ways: {value}",
        where=where,
        remedy_ar="قل أيهما أول: ‎--map order=day أو ‎--map order=month",
        remedy_en="say which is first: --map order=day or --map order=month",
    )


def extra_cells(where: str) -> InputError:
    """Say that a row has more cells than the header."""
    return InputError(
        ar="في السطر خلايا أكثر من الرأس",
        en="the row has more cells than the header",
        where=where,
        remedy_ar="ضع الخلية التي فيها فاصلة بين علامتي اقتباس",
        remedy_en="put a cell that holds a comma between quotation marks",
    )


def open_quotation(where: str) -> InputError:
    """Say that a quotation mark is never closed."""
    return InputError(
        ar="علامة اقتباس فُتحت ولم تُغلق",
        en="a quotation mark is opened and not closed",
        where=where,
        remedy_ar="أغلقها، أو ضاعفها داخل الخلية",
        remedy_en="close it, or double it inside the cell",
    )


def not_a_message(where: str) -> InputError:
    """Say that a part of an export is no message."""
    return InputError(
        ar="ليس رسالة: لا يُفهم شكله",
        en="it is no message: its form is not understood",
        where=where,
        remedy_ar="صدّر المحادثة من جديد بصيغة JSON",
        remedy_en="export the chat again as JSON",
    )


def no_file(where: str) -> InputError:
    """Say that a path in a folder is a pipe or a device."""
    return InputError(
        ar="ليس ملفا عاديا",
        en="it is no regular file",
        where=where,
        remedy_ar="انسخ محتواه إلى ملف",
        remedy_en="copy what it gives into a file",
    )


def _size(limit: int) -> str:
    return f"{limit / 1_000_000:g} MB"


def _named(columns: Sequence[str]) -> str:
    shown = [name.strip()[:40] or "—" for name in columns[:NAMES_SHOWN]]
    return "، ".join(shown) + ("…" if len(columns) > NAMES_SHOWN else "")
