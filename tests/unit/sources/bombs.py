"""Files that mean harm, made from nothing: each with the code that must refuse it."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial

TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/'
    'workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main'
    '+xml"/>{more}</Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"/>{more}</Relationships>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/>'
    "</sheets></workbook>"
)
SHARED = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'sharedStrings" Target="sharedStrings.xml"/>'
)


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


ONE_CELL = sheet('<row r="1"><c r="A1"><v>1</v></c></row>')


def parts(sheet1: str = ONE_CELL, more_types: str = "", **further: str) -> dict[str, str | bytes]:
    """The parts of a small workbook; ``further`` replaces or adds parts, ``__`` stands for ``/``."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES.format(more=more_types),
        "_rels/.rels": RELS.format(kind="officeDocument", target="xl/workbook.xml", more=""),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELS.format(
            kind="worksheet", target="worksheets/sheet1.xml", more=SHARED
        ),
        "xl/worksheets/sheet1.xml": sheet1,
    }
    return made | {part_name(name): text for name, text in further.items()}


def part_name(key: str) -> str:
    """Turn a keyword into a part's name: ``xl__a_xml`` is ``xl/a.xml``."""
    folder, _, file = key.rpartition("__")
    stem, _, ending = file.rpartition("_")
    return f"{folder.replace('__', '/')}/{stem}.{ending}".replace("META_INF", "META-INF")


def zipped(made: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]) -> bytes:
    file = io.BytesIO()
    pairs = made.items() if isinstance(made, Mapping) else made
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(name, content)
    return file.getvalue()


def xlsx(sheet1: str = ONE_CELL, **further: str) -> bytes:
    return zipped(parts(sheet1, **further))


def with_raw_part(name: str, packed: bytes, size: int, crc: int, claim: int | None = None) -> bytes:
    """A small workbook with one more part, given packed; its directory may claim another size."""
    small = zipped(parts())
    end = small.rindex(b"PK\x05\x06")
    count, _, start = struct.unpack_from("<HII", small, end + 10)
    said = size if claim is None else claim
    fields = (20, 0, 8, 0, 33, crc, len(packed), said, len(name), 0)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", *fields) + name.encode() + packed
    central = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, start)
    directory = small[start:end] + central + name.encode()
    tail = struct.pack(
        "<4sHHHHIIH",
        b"PK\x05\x06",
        0,
        0,
        count + 1,
        count + 1,
        len(directory),
        start + len(local),
        0,
    )
    return small[:start] + local + directory + tail


def deflated(pieces: Iterable[bytes]) -> tuple[bytes, int, int]:
    """Pack a stream without holding it; return the packed bytes, the real size and its check."""
    packing = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed, size, crc = bytearray(), 0, 0
    for piece in pieces:
        packed += packing.compress(piece)
        size += len(piece)
        crc = zlib.crc32(piece, crc)
    packed += packing.flush()
    return bytes(packed), size, crc


def zeros() -> bytes:
    return with_raw_part("xl/media/a.bin", *deflated(bytes(2**20) for _ in range(300)))


def many_middling_parts() -> bytes:
    """Parts that each stay below the ratio and together go above the total."""
    chance = random.Random(5)
    content = b"".join(chance.randbytes(60) + bytes(4940) for _ in range(1100))
    return zipped([*parts().items(), *((f"xl/media/{i}.bin", content) for i in range(45))])


def rows_of_nothing() -> bytes:
    head = sheet("").partition("</sheetData>")[0].encode()
    stream = (b"<row/>" * 40_000 for _ in range(900))
    return with_raw_part("xl/worksheets/sheet2.xml", *deflated([head, *stream]))


def huge_shared_text() -> bytes:
    """One text of three MiB that two hundred cells show."""
    chance = random.Random(7)
    text = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=3 * 2**20))
    cells = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>0</v></c></row>' for r in range(1, 201))
    return xlsx(
        sheet(cells), xl__sharedStrings_xml=f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'
    )


def one_text_too_long() -> bytes:
    chance = random.Random(8)
    text = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=5 * 2**20))
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    return xlsx(
        sheet(cells), xl__sharedStrings_xml=f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'
    )


LAUGHS = "<!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"


def laughs_where_pieces_meet() -> bytes:
    pad = " " * (256 * 1024 - len("<sst>") - 4)
    return xlsx(xl__sharedStrings_xml=f"<sst>{pad}<!DOCTYPE a></sst>")


def laughs_in_utf16() -> bytes:
    made = parts()
    made["xl/sharedStrings.xml"] = f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<sst/>'.encode(
        "utf-16"
    )
    return zipped(made)


def far_cell() -> bytes:
    return xlsx(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def far_cell_in_entities() -> bytes:
    return xlsx(sheet('<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row>'))


def scattered_cells() -> bytes:
    cells = "".join(f'<row r="{r}"><c r="CV{r}"><v>1</v></c></row>' for r in range(1, 100_000, 50))
    return xlsx(sheet(cells))


def flood_of_formulas() -> bytes:
    rows = "".join(
        f'<row r="{r}">' + "".join(f'<c r="{c}{r}"><f>{r}</f></c>' for c in "ABCDEFGH") + "</row>"
        for r in range(1, 15_000)
    )
    return xlsx(sheet(rows))


def one_formula_everywhere() -> bytes:
    rows = "".join(f'<row r="{r}"><c r="A{r}"/><c r="Z{r}"/></row>' for r in range(1, 20_000))
    return xlsx(
        sheet('<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f></c></row>' + rows)
    )


def merged_without_end() -> bytes:
    areas = "".join(f'<mergeCell ref="A{r}:B{r}"/>' for r in range(1, 110_000))
    return xlsx(ONE_CELL.replace("</worksheet>", f"<mergeCells>{areas}</mergeCells></worksheet>"))


def ods_of_formulas() -> bytes:
    cell = '<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"/>'
    row = f'<table:table-row table:number-rows-repeated="300000">{cell}</table:table-row>'
    return ods(f'<table:table table:name="a">{row}</table:table>')


def nested() -> bytes:
    return xlsx(sheet("<a>" * 30_000 + "</a>" * 30_000))


def overlapping() -> bytes:
    """Two names in the directory for one and the same packed part."""
    small = zipped(parts())
    end = small.rindex(b"PK\x05\x06")
    count, _, start = struct.unpack_from("<HII", small, end + 10)
    last = small.rindex(b"PK\x01\x02", start, end)
    again = bytearray(small[last:end])
    again[46:49] = b"xm/"
    directory = small[start:end] + bytes(again)
    tail = struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, count + 1, count + 1, len(directory), start, 0
    )
    return small[:start] + directory + tail


def endless_directory() -> bytes:
    entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", *(0,) * 16)
    directory = entry * 500_000
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 65535, 65535, len(directory), 4, 0)
    return b"PK\x03\x04" + directory + tail


def encrypted_part() -> bytes:
    made = bytearray(zipped(parts()))
    at = made.index(b"PK\x01\x02")
    made[at + 8] |= 1
    return bytes(made)


def other_local_name() -> bytes:
    made = zipped(parts())
    at = made.index(b"xl/worksheets/sheet1.xml")
    return made[:at] + b"xl/worksheets/sheet9.xml" + made[at + 24 :]


def ods(content: str, **further: str) -> bytes:
    made: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": (
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
            'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
            f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
            "</office:document-content>"
        ),
    }
    return zipped(made | {part_name(name): text for name, text in further.items()})


def repeated_ods() -> bytes:
    number = 'office:value-type="float" office:value="1"'
    cell = f'<table:table-cell table:number-columns-repeated="16384" {number}/>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    return ods(f'<table:table table:name="a">{row}</table:table>')


def compound(streams: dict[str, bytes], loop: bool = False) -> bytes:
    """A compound file with these streams, each of at least 4,096 bytes."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, content in streams.items():
        padded = content.ljust(4096, b"\x00")
        first, needed = len(sectors), -(-len(padded) // 512)
        sectors += [padded[i * 512 : i * 512 + 512].ljust(512, b"\x00") for i in range(needed)]
        table += [*range(first + 1, first + needed), first if loop else 0xFFFFFFFE]
        entries.append(_entry(name, 2, first, len(padded)))
    raw = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\x00")
    directory = len(sectors)
    for i in range(len(raw) // 512):
        sectors.append(raw[i * 512 : i * 512 + 512])
        table.append(directory + i + 1 if i + 1 < len(raw) // 512 else 0xFFFFFFFE)
    table.append(0xFFFFFFFD)
    fat = struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table)))
    head = struct.pack(
        "<8s16x5H6xIIII4xIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 62, 3, 0xFFFE, 9, 6,
        0, 1, directory, 0, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
    )  # fmt: skip
    head = head[:56] + struct.pack("<I", 4096) + head[60:]
    places = struct.pack("<109I", len(sectors), *[0xFFFFFFFF] * 108)
    return (head + places).ljust(512, b"\x00") + b"".join(sectors) + fat


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    free = 0xFFFFFFFF
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        text,
        len(text) + 2,
        kind,
        1,
        free,
        free,
        free,
        b"",
        0,
        0,
        0,
        start,
        size,
    )


def records(*given: tuple[int, bytes]) -> bytes:
    """The first records of an xls: a beginning, what is given, an end."""
    said = ((0x0809, b"\x00\x06\x05\x00" + bytes(12)), *given, (0x000A, b""))
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in said)


def xls(*given: tuple[int, bytes], **further: bytes) -> bytes:
    return compound({"Workbook": records(*given)} | further)


def slipping(name: str) -> bytes:
    return zipped(parts() | {name: "x"})


def circle() -> bytes:
    """A stream that says to be long and whose last sector leads to its first."""
    made = compound({"Workbook": bytes(4096)}, loop=True)
    at = made.index("Workbook".encode("utf-16-le")) + 120
    return made[:at] + struct.pack("<Q", 2**20) + made[at + 8 :]


MANY: dict[str, str | bytes] = {f"xl/media/{i}.png": b"x" for i in range(200)}
SLIPS = ("../../etc/cron.d/a", "/etc/passwd", "c:/a.xml", "xl\\..\\..\\a.xml", "xl/\x01.xml")

BOMBS: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "300 MiB of zeros": ("a.xlsx", "E-FILE-07", zeros),
    "45 middling parts": ("a.xlsx", "E-FILE-07", many_middling_parts),
    "36 million empty rows": ("a.xlsx", "E-FILE-07", rows_of_nothing),
    "claims fewer bytes": (
        "a.xlsx",
        "E-FILE-07",
        lambda: with_raw_part("xl/a.bin", *deflated(bytes(2**20) for _ in range(99)), 10),
    ),
    "a long text in 200 cells": ("a.xlsx", "E-FILE-23", huge_shared_text),
    "one text of 5 MiB": ("a.xlsx", "E-FILE-20", one_text_too_long),
    "billion laughs": (
        "a.xlsx",
        "E-FILE-13",
        lambda: xlsx(xl__sharedStrings_xml=f"{LAUGHS}<sst>&b;</sst>"),
    ),
    "billion laughs where pieces meet": ("a.xlsx", "E-FILE-13", laughs_where_pieces_meet),
    "billion laughs in UTF-16": ("a.xlsx", "E-FILE-14", laughs_in_utf16),
    "external entity": (
        "a.xlsx",
        "E-FILE-13",
        lambda: xlsx('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + ONE_CELL),
    ),
    "entity in a picture's name": (
        "a.xlsx",
        "E-FILE-13",
        lambda: xlsx(xl__media__a_png="<!DOCTYPE a><svg/>"),
    ),
    "far cell": ("a.xlsx", "E-SHEET-01", far_cell),
    "far cell in entities": ("a.xlsx", "E-SHEET-01", far_cell_in_entities),
    "scattered cells": ("a.xlsx", "E-SHEET-01", scattered_cells),
    "a hundred thousand formulas": ("a.xlsx", "E-SHEET-03", flood_of_formulas),
    "one formula everywhere": ("a.xlsx", "E-SHEET-03", one_formula_everywhere),
    "merged without end": ("a.xlsx", "E-SHEET-03", merged_without_end),
    "ods of formulas": ("a.ods", "E-SHEET-03", ods_of_formulas),
    "nested elements": ("a.xlsx", "E-FILE-16", nested),
    "macros": ("a.xlsx", "E-FILE-09", lambda: xlsx(xl__vbaProject_bin="x")),
    "macros under another name": (
        "a.xlsx",
        "E-FILE-09",
        lambda: xlsx(
            more_types='<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        ),
    ),
    "macro sheet": ("a.xlsx", "E-FILE-09", lambda: xlsx(xl__macrosheets__sheet1_xml="<a/>")),
    "link to another workbook": (
        "a.xlsx",
        "E-FILE-10",
        lambda: xlsx(xl__externalLinks__externalLink1_xml="<externalLink/>"),
    ),
    "link to a program": ("a.xlsx", "E-FILE-10", lambda: xlsx(xl__a_xml="<x><ddeLink/></x>")),
    "link to a database": (
        "a.xlsx",
        "E-FILE-10",
        lambda: xlsx(xl__connections_xml="<connections/>"),
    ),
    "ActiveX": ("a.xlsx", "E-FILE-11", lambda: xlsx(xl__activeX__activeX1_xml="<a/>")),
    "embedded file": ("a.xlsx", "E-FILE-11", lambda: xlsx(xl__embeddings__oleObject1_bin="x")),
    "zip with a password": ("a.xlsx", "E-FILE-12", encrypted_part),
    "workbook with a password": (
        "a.xlsx",
        "E-FILE-12",
        lambda: compound({"EncryptionInfo": b"", "EncryptedPackage": b""}),
    ),
    **{
        f"zip slip {index}": ("a.xlsx", "E-FILE-08", partial(slipping, slip))
        for index, slip in enumerate(SLIPS, start=1)
    },
    "two parts of one name": (
        "a.xlsx",
        "E-FILE-08",
        lambda: zipped(parts() | {"XL/worksheets/sheet1.XML": ONE_CELL}),
    ),
    "overlapping parts": ("a.xlsx", "E-FILE-05", overlapping),
    "another name inside": ("a.xlsx", "E-FILE-05", other_local_name),
    "205 parts": ("a.xlsx", "E-FILE-06", lambda: zipped(parts() | MANY)),
    "endless directory": ("a.xlsx", "E-FILE-06", endless_directory),
    "cut off": ("a.xlsx", "E-FILE-05", lambda: xlsx()[:-200]),
    "something behind the end": ("a.xlsx", "E-FILE-05", lambda: xlsx() + b"PK\x05\x06" + bytes(18)),
    "something before the beginning": (
        "a.xlsx",
        "E-FILE-05",
        lambda: b"PK\x03\x04" + bytes(60) + xlsx(),
    ),
    "a flipped bit": (
        "a.xlsx",
        "E-FILE-05",
        lambda: (d := xlsx())[:90] + bytes([d[90] ^ 1]) + d[91:],
    ),
    "web page as xls": (
        "a.xls",
        "E-FILE-15",
        lambda: b"<html><table><tr><td>1</td></tr></table></html>",
    ),
    "web archive as xls": ("a.xls", "E-FILE-15", lambda: b"MIME-Version: 1.0\r\n\r\n<html>"),
    "xml of 2003 as xls": (
        "a.xls",
        "E-FILE-15",
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com"/>',
    ),
    "web page in UTF-16 as xls": ("a.xls", "E-FILE-15", lambda: "<html>".encode("utf-16")),
    "xls with a password": ("a.xls", "E-FILE-12", lambda: xls((0x2F, bytes(6)))),
    "xls with macros": ("a.xls", "E-FILE-09", lambda: xls(_VBA_PROJECT_CUR=b"")),
    "xls with a macro sheet": (
        "a.xls",
        "E-FILE-09",
        lambda: xls((0x85, bytes(5) + b"\x01\x00\x01a")),
    ),
    "xls linked to another": (
        "a.xls",
        "E-FILE-10",
        lambda: xls((0x1AE, b"\x01\x00\x05\x00\x00a.xls")),
    ),
    "xls with a file inside": ("a.xls", "E-FILE-11", lambda: xls(MBD0001=b"")),
    "xls that runs in a circle": (
        "a.xls",
        "E-FILE-05",
        circle,
    ),
    "xls cut off": ("a.xls", "E-FILE-05", lambda: xls()[:700]),
    "Word as xls": ("a.xls", "E-FILE-03", lambda: compound({"WordDocument": b""})),
    "ods of 17 milliard cells": ("a.ods", "E-SHEET-01", repeated_ods),
    "ods with a password": (
        "a.ods",
        "E-FILE-12",
        lambda: ods("", META_INF__manifest_xml="<m:manifest><m:encryption-data/></m:manifest>"),
    ),
    "ods with macros": ("a.ods", "E-FILE-09", lambda: ods("", Basic__Standard__a_xml="<a/>")),
    "ods with an object": (
        "a.ods",
        "E-FILE-11",
        lambda: zipped([("Object 1/content.xml", "<a/>")]),
    ),
    "ods linked to a program": ("a.ods", "E-FILE-10", lambda: ods("<table:dde-links/>")),
    "NUL bytes in csv": ("a.csv", "E-FILE-17", lambda: b"a,b\n1,\x002\n"),
}
"""Name to (file name, code, how it is made)."""
