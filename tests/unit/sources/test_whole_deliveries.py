"""Whole files: `good` ones are taken with these fates, `bad` ones refused with these words."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.kernel.errors import DeliveryRefused
from evenhand.records.admit import admit
from evenhand.sources.receive import take
from tests.conftest import ROOT
from tests.golden import check_golden
from tests.unit.records.deliveries import NOW, context
from tests.unit.sources.linhe import CATALOGUE, contract

GOOD = sorted((ROOT / "tests" / "good" / "deliveries").glob("*.csv"))
BAD = sorted((ROOT / "tests" / "bad" / "deliveries").glob("*.csv"))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_deliveries_are_taken_row_by_row(path: Path) -> None:
    delivery = take(path.read_bytes(), path.name, contract(), NOW)
    admission = admit(delivery, CATALOGUE, context())
    lines = [f"encoding {delivery.workbook.encoding}, layout {delivery.sheets[0].layout.version}"]
    for fate in admission.fates:
        codes = " ".join(dict.fromkeys(f.kind.code for f in fate.findings))
        lines.append(f"row {fate.row}: {fate.fate} {fate.reason} {codes}".rstrip())
    check_golden(path.with_suffix(".fates"), "\n".join(lines) + "\n")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_deliveries_are_refused_with_these_words(path: Path) -> None:
    with pytest.raises(DeliveryRefused) as caught:
        take(path.read_bytes(), path.name, contract(), NOW)
    findings = sorted(caught.value.findings, key=lambda f: (str(f.place), f.kind.code))
    lines = [
        f"{f.place} {f.kind.code}\n  {f.sentence('zh')}\n  {f.sentence('en')}" for f in findings
    ]
    assert any(f.kind.weight == "stops" for f in findings)
    check_golden(path.with_suffix(".words"), "\n".join(lines) + "\n")
