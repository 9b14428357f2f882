"""Inputs of every kind, made of invented reports: what tests and the bench read."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "قصف على سوق بلدة وادي الزعرور"
TEXT = (
    "قُتل ثلاثة مدنيين وأصيب خمسة آخرون في قصف مدفعي استهدف سوق بلدة وادي الزعرور"
    " صباح الاثنين، بحسب ما أفاد مركز الدفاع المدني."
)
OTHER = (
    "قُتلت امرأة وأصيب طفلان في غارة جوية على أطراف قرية أم الطيور مساء الثلاثاء،"
    " وفق ما ذكرت شبكة السنبلة."
)
ADDRESS = "https://sunbula.example/2031/03/03/market"
PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8">
<title>{TITLE}</title><meta property="og:site_name" content="شبكة السنبلة">
<meta property="article:published_time" content="2031-03-03T09:00:00+03:00">
</head><body><nav><a href="/">الرئيسية</a></nav><article><h1>{TITLE}</h1>
<p>{TEXT}</p><p>{OTHER}</p></article></body></html>"""


def pdf(*pages: str, encrypted: bool = False, visual: bool = True) -> bytes:
    """Make a PDF, a page for each text, a line for each of its lines.

    ``visual`` writes letters from left to right as a page shows them, which is how
    producers write Arabic; else they stand as they are read.
    """
    letters = sorted(set("".join(pages)) - {"\n"})
    glyphs = {letter: number for number, letter in enumerate(letters, start=3)}
    shown = [_shown(page, glyphs, visual=visual) for page in pages]
    kids = " ".join(f"{8 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        (
            b"<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H"
            b"/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>"
        ),
        (
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/DW 500/FontDescriptor 6 0 R"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        ),
        _stream(_unicode_map(glyphs)),
        (
            b"<</Type/FontDescriptor/FontName/Made/Flags 4/FontBBox[0 0 1000 1000]"
            b"/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"
        ),
        b"<</Filter/Standard/V 1/R 2/P -44/O("
        + b"o" * 32
        + b")/U("
        + b"u" * 32
        + b")>>",
    ]
    for number, content in enumerate(shown):
        page = (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]"
            f"/Resources<</Font<</F 3 0 R>>>>/Contents {9 + 2 * number} 0 R>>"
        )
        objects += [page.encode(), _stream(content)]
    return _file(objects, encrypted=encrypted)


def _shown(page: str, glyphs: Mapping[str, int], *, visual: bool) -> bytes:
    lines = page.split("\n")
    drawn = []
    for number, line in enumerate(lines):
        ordered = line[::-1] if visual else line
        codes = "".join(f"{glyphs[letter]:04x}" for letter in ordered)
        drawn.append(f"BT /F 10 Tf 20 {760 - 14 * number} Td <{codes}> Tj ET")
    return "\n".join(drawn).encode() if page else b"0 0 10 10 re f"


def _unicode_map(glyphs: Mapping[str, int]) -> bytes:
    pairs = [
        f"<{number:04x}> <{letter.encode('utf-16-be').hex()}>"
        for letter, number in glyphs.items()
    ]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    listed = "".join(
        f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n"
        for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Made def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{listed}endcmap end end"
    ).encode()


def _stream(content: bytes) -> bytes:
    head = f"<</Length {len(content)}>>\nstream\n".encode()
    return head + content + b"\nendstream"


def _file(objects: Sequence[bytes], *, encrypted: bool) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010} 00000 n \n".encode()
    locked = "/Encrypt 7 0 R/ID[<00><00>]" if encrypted else ""
    out += (
        f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{locked}>>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(out)


def warc(
    *pages: tuple[str, str | bytes],
    packed: bool = True,
    headers: Sequence[tuple[str, str]] = (),
    media_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
) -> bytes:
    """Make a web archive of addresses and what they answered."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, body in pages:
        sent = StatusAndHeaders(
            status, [("Content-Type", media_type), *headers], protocol="HTTP/1.1"
        )
        data = body.encode() if isinstance(body, str) else body
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(data),
            http_headers=sent,
            warc_headers_dict={"WARC-Date": "2031-03-04T10:00:00Z"},
        )
        writer.write_record(record)
        record.raw_stream.close()
    return out.getvalue()


def wacz(archive: bytes, *pages: str) -> bytes:
    """Make a packed web archive that lists pages."""
    listed = [json.dumps({"format": "json-pages-1.0", "id": "pages"})]
    listed += [json.dumps({"url": url, "ts": "2031-03-04T10:00:00Z"}) for url in pages]
    return zipped(
        {
            "datapackage.json": b'{"profile": "data-package", "wacz_version": "1.1.1"}',
            "archive/data.warc.gz": archive,
            "pages/pages.jsonl": "\n".join(listed).encode(),
        }
    )


def zipped(
    members: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Make a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def xlsx(*sheets: Sequence[Sequence[object]]) -> bytes:
    """Make a spreadsheet, a list of rows for each sheet."""
    book = Workbook(write_only=True)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"ورقة {number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MESSAGES: list[object] = [
    {"id": 1, "type": "service", "action": "create_channel", "text": ""},
    {
        "id": 2,
        "type": "message",
        "date": "2031-03-03T01:30:00",
        "date_unixtime": "1930257000",
        "from": "شبكة السنبلة",
        "from_id": "channel77",
        "forwarded_from": "مرصد الوادي",
        "text": [
            "عاجل: ",
            {"type": "bold", "text": TEXT},
            " ",
            {"type": "link", "text": ADDRESS},
        ],
    },
    {
        "id": 3,
        "type": "message",
        "date": "2031-03-03T02:00:00",
        "photo": "p.jpg",
        "text": "",
    },
    {"id": 4, "type": "message", "date": "2031-03-04T20:00:00", "text": OTHER},
]


def telegram(*, account: bool = False, messages: Sequence[object] = MESSAGES) -> bytes:
    """Make an export of Telegram Desktop: a channel, or a whole account."""
    chat = {
        "name": "شبكة السنبلة",
        "type": "public_channel",
        "id": 77,
        "messages": list(messages),
    }
    if not account:
        return json.dumps(chat, ensure_ascii=False, indent=1).encode()
    whole = {"about": "…", "chats": {"about": "…", "list": [chat, {**chat, "id": 78}]}}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def archiver_record(**told: object) -> dict[str, object]:
    """Make a record of the auto-archiver."""
    metadata = {
        "_processed_at": "2031-03-04 10:00:00+00:00",
        "url": "https://x.com/sunbula/status/1",
        "title": TITLE,
        "content": TEXT,
        "timestamp": "2031-03-03 06:00:00+00:00",
    }
    return {"status": "twitter: success", "metadata": {**metadata, **told}, "media": []}


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>شبكة السنبلة</title>
<link>https://sunbula.example/</link><image><title>شعار</title></image>
<item><title>{TITLE}</title><link>{ADDRESS}</link><dc:creator>رامي الحصّاد</dc:creator>
<pubDate>Mon, 03 Mar 2031 01:30:00 +0300</pubDate><description>ملخص</description>
<content:encoded><![CDATA[<p>{TEXT}</p><p>{OTHER}</p>]]></content:encoded></item>
<item><title>{OTHER}</title><guid>https://sunbula.example/2</guid></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>شبكة السنبلة</title>
<entry><title>{TITLE}</title><link rel="alternate" href="{ADDRESS}"/>
<link rel="edit" href="https://sunbula.example/edit"/><id>tag:1</id>
<author><name>رامي الحصّاد</name></author><published>2031-03-03T01:30:00+03:00</published>
<updated>2031-03-05T01:30:00+03:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div></content>
</entry></feed>"""
CSV = f'النص,تاريخ النشر,الرابط,العنوان\n"{TEXT}",2031-03-03,{ADDRESS},{TITLE}\n"{OTHER}",2031-03-04,,\n'


def lines() -> bytes:
    """Make JSON lines."""
    rows = [{"id": "a", "text": TEXT, "published": "2031-03-03"}, {"text": OTHER}]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def each_kind() -> dict[str, bytes]:
    """Give an input of every kind by the name of its file."""
    pages = ((ADDRESS, PAGE), ("https://sunbula.example/frame", "<p>إعلان</p>"))
    rows = [["النص", "تاريخ النشر"], [TEXT, "2031-03-03"], [OTHER, "2031-03-04"]]
    record = archiver_record()
    return {
        "report.txt": f"{TITLE}\n\n{TEXT}\n".encode(),
        "page.html": PAGE.encode(),
        "old.html": PAGE.replace("utf-8", "windows-1256").encode("cp1256", "ignore"),
        "reports.jsonl": lines(),
        "list.json": json.dumps([record, record], ensure_ascii=False).encode(),
        "report.pdf": pdf(TEXT, OTHER),
        "archive.warc": warc(*pages, packed=False),
        "archive.warc.gz": warc(*pages),
        "archive.wacz": wacz(warc(*pages), ADDRESS),
        "table.csv": CSV.encode(),
        "table.xlsx": xlsx(rows),
        "result.json": telegram(),
        "feed.xml": RSS.encode(),
        "feed.atom": ATOM.encode(),
        "packed.jsonl.gz": gzip.compress(lines()),
    }
