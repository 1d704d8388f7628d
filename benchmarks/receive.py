"""Receiving a worksheet beside reading its cells with calamine alone.

A sheet of penalties of 10,000 rows and 12 columns is guarded, read with its addresses, brought to
one form and scanned for prohibited contents. Prints medians of several runs in seconds of the
processor, their ratio to the bare reading, which depends on the machine far less than seconds do,
and the most memory of a process of its own. ``python -m benchmarks.receive 200000`` takes another
number of rows.
"""

from __future__ import annotations

import io
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import python_calamine
import xlsxwriter

from evenhand.kernel.codes import uscc_check_character
from evenhand.kernel.findings import Kind, Place, found
from evenhand.records import normalise
from evenhand.records.amounts import read_amount
from evenhand.records.days import read_day
from evenhand.records.fines import fines_in_text
from evenhand.records.prohibited import suspect
from evenhand.records.value_findings import NOT_AN_AMOUNT
from evenhand.sources.guard import guard
from evenhand.sources.marked_copy import marked_copy
from evenhand.sources.sheet import Workbook
from evenhand.sources.workbook import read_workbook

ROWS = 10_000
RUNS = 5
NAME = "2026-03.xlsx"
HEADS = (
    "行政相对人名称", "统一社会信用代码", "行政处罚决定文书号", "违法行为类型", "违法事实", "处罚依据",
    "处罚类别", "处罚内容", "罚款金额（元）", "处罚决定日期", "处罚机关", "备注",
)  # fmt: skip


def row(number: int) -> tuple[str | int, ...]:
    """A made-up penalty."""
    body = f"91000000{number:09d}"
    fine = 1000 + number % 50 * 1000
    return (
        f"临禾市第{number}食品贸易有限公司",
        body + uscc_check_character(body),
        f"临市监处罚〔2026〕{number}号",
        "未按规定建立进货查验记录制度",
        f"当事人于2026年{number % 12 + 1}月在经营场所销售未标明生产日期的食品，货值金额{fine // 10}元。",
        "《中华人民共和国食品安全法》第一百二十六条第一款",
        "罚款",
        f"责令改正；罚款人民币{fine}元整。",
        fine,
        f"2026年{number % 12 + 1}月{number % 28 + 1}日",
        "临禾市市场监督管理局",
        "",
    )


def worksheet(rows: int) -> bytes:
    """The delivered file."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    page = book.add_worksheet("食品安全")
    page.write_row(0, 0, HEADS)
    for number in range(1, rows + 1):
        page.write_row(number, 0, row(number))
    book.close()
    return file.getvalue()


def normalised(workbook: Workbook) -> int:
    """Bring every cell of the sheet to its form; return how many findings that makes."""
    findings = 0
    for cells in workbook.sheets[0].rows[1:]:
        name, code, number, *words, amount, day, _, _ = (cell or "" for cell in cells)
        for cleaned in (
            normalise.name(str(name)),
            normalise.uscc(str(code)),
            normalise.code(str(number)),
            *(normalise.text(str(word)) for word in words),
        ):
            findings += len(cleaned.notes)
        findings += sum(len(suspect(str(text))) for text in (name, number, *words))
        findings += isinstance(read_day(day, (), workbook.date1904), Kind)
        findings += isinstance(read_amount(amount, "yuan"), Kind)
        findings += isinstance(fines_in_text(str(words[-1])), Kind)
    return findings


def bare(data: bytes) -> None:
    """Read the cells alone, as the library gives them."""
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        book.get_sheet_by_index(0).to_python()


def timed(name: str, work: Callable[[], object], plain: float | None = None) -> float:
    """Print the median time of several runs, and its ratio to the bare reading."""
    taken = []
    for _ in range(RUNS):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    median = statistics.median(taken)
    ratio = f"{median / plain:8.1f} ×" if plain else ""
    print(f"{name:<44}{median:9.3f} s{ratio}")
    return median


def most_memory() -> int:
    """The most memory that this process has had, in MiB; Linux counts it from its start."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    most = re.search(r"VmHWM:\s+(\d+)", status)
    return int(most[1]) // 1024 if most else 0


def receive_once(path: Path) -> None:
    """Receive one file and print the most memory that it took."""
    workbook = read_workbook(path.read_bytes(), NAME)
    read = most_memory()
    normalised(workbook)
    print(read, most_memory())


def main(rows: int = ROWS) -> None:
    """Measure and print."""
    data = worksheet(rows)
    print(f"{rows:,} rows of {len(HEADS)} columns, {len(data) / 1e6:.1f} MB")
    plain = timed("calamine alone", lambda: bare(data))
    timed("guard", lambda: guard(data, NAME), plain)
    timed("guard and read", lambda: read_workbook(data, NAME), plain)
    workbook = read_workbook(data, NAME)
    timed("normalise and scan", lambda: normalised(workbook), plain)
    sheet = workbook.sheets[0].name
    findings = [
        found(NOT_AN_AMOUNT, Place(NAME, sheet, number, 9), read="x")
        for number in range(2, rows, max(rows // 200, 1))
    ]
    timed(
        "marked copy with 200 findings", lambda: marked_copy(data, workbook, findings, "zh"), plain
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        path.write_bytes(data)
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.receive", "--once", str(path)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    read, all_of_it = done.stdout.split()
    print(f"{'most memory, read':<44}{read:>9} MiB")
    print(f"{'most memory, read and normalised':<44}{all_of_it:>9} MiB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        receive_once(Path(sys.argv[2]))
    else:
        main(*(int(argument) for argument in sys.argv[1:2]))
