"""The guard refuses what means harm, quickly and in words, and lets real workbooks through."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile

import pytest

from evenhand.kernel.errors import DeliveryRefused
from evenhand.sources.guard import LARGEST, guard
from evenhand.sources.guard_findings import KINDS
from evenhand.sources.workbook import read_workbook
from tests.unit.sources.bombs import BOMBS, MAIN, ods, parts, xls, xlsx, zipped

SECONDS = 2.0
"""Of the processor; one on an idle machine, which a machine that runs tests is not."""
MEMORY = 256 * 1024

CHILD = """
import json, re, sys, time
from pathlib import Path
from evenhand.kernel.errors import DeliveryRefused
from evenhand.sources.workbook import read_workbook
said = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    data, name = path.read_bytes(), path.name.partition("@")[2]
    before = time.process_time()
    try:
        read_workbook(data, name)
        code = "read"
    except DeliveryRefused as refused:
        code = refused.findings[0].kind.code
    said[path.name.partition("@")[0]] = [code, time.process_time() - before]
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(json.dumps([said, peak]))
"""


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, list[object]], int]:
    """What became of every bomb in a process of its own, in which seconds, and its peak in KiB."""
    folder = tmp_path_factory.mktemp("bombs")
    for label, (name, _, make) in BOMBS.items():
        (folder / f"{label}@{name}").write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)], capture_output=True, text=True, check=True
    )
    said, peak = json.loads(done.stdout)
    return said, peak


@pytest.mark.parametrize("label", BOMBS)
def test_every_bomb_is_refused_for_its_reason_within_a_second(
    label: str, judged: tuple[dict[str, list[object]], int]
) -> None:
    code, seconds = judged[0][label]
    assert code == BOMBS[label][1]
    assert isinstance(seconds, float)
    assert seconds < SECONDS


def test_all_bombs_together_stay_below_256_mib(
    judged: tuple[dict[str, list[object]], int],
) -> None:
    assert judged[1] < MEMORY


def test_every_reason_of_the_guard_is_tried_by_a_bomb_or_below() -> None:
    tried = {code for _, code, _ in BOMBS.values()} | {"E-FILE-01", "E-FILE-02", "E-FILE-04"}
    assert {kind.code for kind in KINDS} <= tried


def refusal(data: bytes, name: str) -> DeliveryRefused:
    with pytest.raises(DeliveryRefused) as caught:
        guard(data, name)
    assert len(caught.value.findings) == 1
    return caught.value


def test_a_clerk_reads_what_is_wrong_and_what_to_do_in_both_languages() -> None:
    said = refusal(xlsx(xl__vbaProject_bin="x"), "报表.xlsx")
    assert said.said_in("en") == (
        "报表.xlsx: The workbook contains macros, which are programs. "
        "Save it as an .xlsx file without macros, and deliver that."
    )
    assert (
        said.said_in("zh") == "报表.xlsx：工作簿含有宏（程序）。另存为不含宏的 .xlsx 文件，再报送。"
    )


def test_an_empty_file_is_refused() -> None:
    assert "The file is empty: it has no bytes." in refusal(b"", "a.csv").text.en


def test_a_file_above_the_limit_is_refused_before_it_is_looked_at() -> None:
    said = refusal(bytes(LARGEST + 1), "a.csv").text.en
    assert "67,108,865 bytes; at most 67,108,864 are allowed" in said


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (xlsx(), "a.xls", "ends in .xls, but what it holds is .xlsx"),
        (xlsx(), "a.csv", "ends in .csv, but what it holds is .xlsx"),
        (
            ods('<table:table table:name="a"/>'),
            "a.xlsx",
            "ends in .xlsx, but what it holds is .ods",
        ),
        (xls(), "a.xlsx", "ends in .xlsx, but what it holds is .xls"),
        ("企业名称\t代码\n".encode("gb18030"), "a.xls", "ends in .xls, but what it holds is .csv"),
        (b"%PDF-1.7", "a.xlsx", "cannot be read (PDF)"),
        (b"%PDF-1.7", "a.pdf", "cannot be read (.pdf)"),
        (b"a,b\n", "a", "cannot be read (-)"),
        (b"Rar!\x1a", "a.csv", "cannot be read (RAR)"),
        (
            zipped({"word/document.xml": "<a/>", "[Content_Types].xml": "<Types/>"}),
            "a.xlsx",
            "docx",
        ),
        (b"\x00\x01\x02\x03" * 20, "a.xlsx", "is broken or cut off"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    data: bytes, name: str, words: str
) -> None:
    assert words in refusal(data, name).text.en


def test_a_file_name_is_shown_without_folders_and_hidden_characters() -> None:
    said = refusal(b"", "/home/a/../\u202ecod.exe\n.csv")
    assert said.findings[0].place.file == "\ufffdcod.exe\ufffd.csv"


def test_a_large_zip64_workbook_of_another_program_is_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(content.encode() if isinstance(content, str) else content)
    assert guard(file.getvalue(), "a.xlsx") == "xlsx"


def test_a_dimension_that_lies_costs_nothing_and_changes_nothing() -> None:
    lying = xlsx(
        f'<worksheet xmlns="{MAIN}">'
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="2"><c r="C2"><v>7</v></c></row></sheetData>'
        "</worksheet>"
    )
    (sheet,) = read_workbook(lying, "a.xlsx").sheets
    assert (len(sheet.rows), sheet.width, sheet.cell(2, 3)) == (2, 3, 7)
