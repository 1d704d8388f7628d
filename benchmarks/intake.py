"""The whole command ``evenhand receive`` on 10,000 rows, beside reading the same cells alone.

Founds a register of study, writes a workbook in the layout of the Shandong worksheet, and receives it
in a process of its own: guard, reading, admission, sealing, segment, receipt, ledger. Prints the
median seconds and the most memory of three runs, and the ratio to reading the cells with calamine.
``python -m benchmarks.intake 200000`` takes another number of rows.
"""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import python_calamine
import xlsxwriter

from evenhand.kernel.codes import uscc_check_character

ROWS = 10_000
RUNS = 3
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


def workbook(rows: int) -> bytes:
    """A worksheet of penalties: every row differs, every code passes its check."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": True})
    sheet = book.add_worksheet("企业名单")
    sheet.write_row(0, 0, HEADS)
    for number in range(1, rows + 1):
        first = f"91000000{number:09}"
        code = first + uscc_check_character(first)
        fine = 1000 * (1 + number % 90)
        day = f"2018-{1 + number % 12:02}-{1 + number % 28:02}"
        sheet.write_row(
            number,
            0,
            (
                f"临禾第{number}建材有限公司", code, day, "未批先建", f"罚款人民币{fine}元",
                str(fine), "临禾市人民政府", f"临环罚字〔2018〕{number}号",
            ),
        )  # fmt: skip
    book.close()
    return made.getvalue()


def received(folder: Path, file: Path, run: int) -> tuple[float, int]:
    """Receive the file into a new register; seconds and KiB of the most memory of the process."""
    register = folder / f"register-{run}"
    evenhand = [sys.executable, "-m", "evenhand.cli"]
    subprocess.run(
        [*evenhand, "init", "--register", register, "--example", "shandong-penalties"],
        check=True,
        capture_output=True,
    )
    started = time.perf_counter()
    subprocess.run(
        [*evenhand, "receive", "shandong-environment-penalties", file, "--register", register],
        check=True,
        capture_output=True,
    )
    seconds = time.perf_counter() - started
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def read_alone(data: bytes) -> float:
    """Read every cell with calamine; seconds."""
    started = time.perf_counter()
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return time.perf_counter() - started


def main(rows: int = ROWS) -> None:
    """Measure and print."""
    data = workbook(rows)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file = folder / "penalties.xlsx"
        file.write_bytes(data)
        runs = [received(folder, file, run) for run in range(RUNS)]
    alone = statistics.median(read_alone(data) for _ in range(RUNS))
    seconds = statistics.median(run[0] for run in runs)
    memory = max(run[1] for run in runs) / 1024
    print(f"{rows:,} rows, {len(data):,} bytes, median of {RUNS} runs")
    print(f"evenhand receive   {seconds:7.2f} s   {memory:5.0f} MiB at most   (goal 5 s, 256 MiB)")
    print(f"reading alone      {alone:7.2f} s")
    print(f"ratio              {seconds / alone:7.1f}")


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
