"""The whole command ``evenhand receive`` on 10,000 rows, beside reading the same cells alone.

Founds a register of study, writes a workbook in the layout of the Shandong worksheet, and receives it
in a process of its own: guard, reading, admission, sealing, segment, receipt, ledger. Once more as CSV,
and with a workbook in which every twentieth row has a mistake, and a marked-up copy is written. Prints the
median seconds and the most memory of three runs, microseconds for each row, and the ratio to reading
the cells with calamine.
``python -m benchmarks.intake 200000 1`` takes another number of rows, and of runs.
"""

from __future__ import annotations

import csv
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import python_calamine
import xlsxwriter

from evenhand.kernel.codes import uscc_check_character

ROWS = 10_000
RUNS = 3
MISTAKES = 20
HEADS = (
    "企业名称",
    "统一社会信用代码",
    "处罚公布时间",
    "存在问题",
    "处理情况",
    "罚款",
    "信息来源",
    "标题",
)


def workbook(rows: int, mistakes: int = 0) -> bytes:
    """A worksheet of penalties: every row differs, every code passes its check.

    Args:
        rows: How many.
        mistakes: Each row whose number this divides has a day that there is not, or no credit code; 0: none.
    """
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": True})
    sheet = book.add_worksheet("企业名单")
    for number, row in enumerate((HEADS, *made_up(rows, mistakes))):
        sheet.write_row(number, 0, row)
    book.close()
    return made.getvalue()


def plain(rows: int) -> bytes:
    """The same rows without a mistake, as CSV."""
    made = io.StringIO()
    csv.writer(made).writerows((HEADS, *made_up(rows)))
    return made.getvalue().encode()


def made_up(rows: int, mistakes: int = 0) -> Iterator[tuple[str, ...]]:
    """So many made-up penalties."""
    for number in range(1, rows + 1):
        first = f"91000000{number:09}"
        code = first + uscc_check_character(first)
        fine = 1000 * (1 + number % 90)
        day = f"2018-{1 + number % 12:02}-{1 + number % 28:02}"
        if mistakes and number % mistakes == 0:
            code, day = (code, "2018-02-30") if number // mistakes % 2 else (f"{first}?", day)
        yield (
            f"临禾第{number}建材有限公司", code, day, "未批先建", f"罚款人民币{fine}元",
            str(fine), "临禾市人民政府", f"临环罚字〔2018〕{number}号",
        )  # fmt: skip


def received(folder: Path, file: Path, *more: str | Path) -> tuple[float, float]:
    """Receive the file into a new register; seconds and MiB of the most memory of the process."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        register = Path(place) / "register"
        evenhand = [sys.executable, "-m", "evenhand.cli"]
        subprocess.run(
            [*evenhand, "init", "--register", register, "--example", "shandong-penalties"],
            check=True,
            capture_output=True,
        )
        asked = ("receive", "shandong-environment-penalties", file, "--register", register, *more)
        started = time.perf_counter()
        with subprocess.Popen(
            [*evenhand, *asked], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            _, ended, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(ended)
        seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"evenhand receive ended with {process.returncode}")
    return seconds, used.ru_maxrss / 1024


def read_alone(data: bytes) -> float:
    """Read every cell with calamine; seconds."""
    started = time.perf_counter()
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return time.perf_counter() - started


def main(rows: int = ROWS, runs: int = RUNS) -> None:
    """Measure and print."""
    clean, faulty = workbook(rows), workbook(rows, MISTAKES)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = {
            "workbook": clean,
            "CSV": plain(rows),
            f"workbook, every {MISTAKES}th row wrong, copy": faulty,
        }
        taken: dict[str, list[tuple[float, float]]] = {}
        for name, data in files.items():
            file = folder / f"{len(taken)}.{'csv' if name == 'CSV' else 'xlsx'}"
            file.write_bytes(data)
            more = ("--copy", folder / "copy.xlsx") if data is faulty else ()
            taken[name] = [received(folder, file, *more) for _ in range(runs)]
    alone = statistics.median(read_alone(clean) for _ in range(runs))
    print(f"{rows:,} rows, {len(clean):,} bytes, median of {runs} runs")
    print(f"{'reading alone':<40}{alone:7.2f} s")
    for name, of in taken.items():
        seconds, memory = statistics.median(one for one, _ in of), max(most for _, most in of)
        each = f"{seconds / alone:6.1f} × {seconds / rows * 1e6:5.0f} µs a row {memory:6.0f} MiB at most"
        print(f"{name:<40}{seconds:7.2f} s {each}")
    print("goals: 10,000 rows 5 s, 256 MiB; 200,000 rows 8 s, with a copy 30 s, 512 MiB;")
    print("5,000,000 rows of CSV 60 s, which is 12 µs a row")


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
