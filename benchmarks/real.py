"""Real worksheets: what became of their rows, and which of Shandong's fines are truly slips of the pen.

Prints one line for each worksheet and each slip. Needs ``../shared/data``; says so where it is absent.
Then, for each reproduced regime, the published outcomes asked about and the share that its scheme file
gives.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from evenhand.kernel.findings import Kind
from evenhand.records.fines import fines_in_text
from evenhand.records.value_findings import FINE_WITHOUT_AMOUNT, NO_FINE
from tests.conftest import SHARED
from tests.real.shares import shares
from tests.real.study import Study
from tests.real.test_workbooks import FINE, PENALTIES, TEXT, first, slip

WORKSHEETS = (
    ("shandong-penalties", "shandong-environment-penalties", f"xlsx/{PENALTIES}"),
    ("gansu-lists", "gansu-ecommerce-list", "xlsx/cn_gansu_91855_ecommerce_blacklist.xlsx"),
    ("gansu-lists", "gansu-logistics-list", "xlsx/cn_gansu_93516_logistics_blacklist.xls"),
    (
        "gansu-lists",
        "gansu-court-enforcement",
        "xlsx/cn_gansu_93512_1_court_enforcement_ocr.xlsx",
    ),
    ("highway-credit", "highway-construction-credit", "cn_highway_credit_construction.csv.gz"),
)


def main() -> int:
    """Print the figures; the exit code is 0 also where there is no data."""
    if not SHARED.is_dir():
        print(f"no shared data at {SHARED}: nothing was measured")
        return 0
    _receive_all()
    _slips()
    _regimes()
    return 0


def _regimes() -> None:
    """Print each regime, the outcomes asked about, and how many come out of its scheme file."""
    print(f"\n{'regime':44} {'outcomes':>9} {'given':>9} {'share':>9}")
    for name, agree, count in shares(SHARED):
        print(f"{name:44} {count:9,} {agree:9,} {100 * agree / count:8.2f} %")


def _receive_all() -> None:
    """Receive each worksheet in a register of study of its own."""
    print(f"{'worksheet':32} {'rows':>7} {'stored':>7} {'held':>7} {'refused':>7} {'waits':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for example, source, name in WORKSHEETS:
            path = SHARED / name
            if path.suffix == ".gz":
                plain = Path(folder) / path.stem
                plain.write_bytes(gzip.decompress(path.read_bytes()))
                path = plain
            receipt = Study.of(example, Path(folder) / source).receive(source, path)
            counts = [receipt.counts[fate] for fate in ("rows", "stored", "held", "refused")]
            print(f"{source:32} " + " ".join(f"{n:7,}" for n in [*counts, len(receipt.waits)]))


def _slips() -> None:
    """Print every row whose column says another fine than its words, by kind of slip."""
    sheet = first(SHARED / "xlsx" / PENALTIES)
    agree, stated = 0, 0
    by_kind: dict[str, list[str]] = defaultdict(list)
    for number in range(2, len(sheet.rows) + 1):
        column, text = sheet.cell(number, FINE), str(sheet.cell(number, TEXT) or "")
        answer = fines_in_text(text)
        if not isinstance(column, int | float) or answer in (NO_FINE, FINE_WITHOUT_AMOUNT):
            continue
        stated += 1
        fine = Decimal(str(column))
        if not isinstance(answer, Kind) and answer.amount == fine * 1000:
            agree += 1
            continue
        said = "unclear" if isinstance(answer, Kind) else f"{Decimal(answer.amount) / 1000:,f}"
        line = f"{sheet.name}!M{number}: words {said}, column {fine:,f}"
        by_kind[slip(fine, answer, text)].append(line)
    print(
        f"\nfines: words and column agree on {agree:,} of {stated:,} ({100 * agree / stated:.2f} %)"
    )
    for kind, lines in sorted(by_kind.items()):
        print(f"{kind}: {len(lines)}")
        print("\n".join(f"  {line}" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
