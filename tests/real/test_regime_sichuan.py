"""Sichuan's geological-hazard contractors: six bands, every published grade reproduced."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from evenhand.kernel.periods import Day
from evenhand.pipeline.opened import Opened
from tests.real.grading import Asked, Given, graded, write_csv
from tests.real.study import Receipt, Study, evenhand

pytestmark = pytest.mark.real

SOURCE, SCHEME = "sichuan-geohazard-credit", "cn-sichuan-geohazard-credit"
STANDS_IN = Day(2024, 9, 1)
"""The contract's day for the rows that have none."""


@pytest.fixture(scope="module")
def published(shared: Path) -> list[dict[str, str]]:
    with (shared / "cn_sichuan_geohazard_credit.csv").open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


@pytest.fixture(scope="module")
def sichuan(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("geohazard-credit", tmp_path_factory.mktemp("sichuan") / "register")


@pytest.fixture(scope="module")
def receipt(sichuan: Study, published: list[dict[str, str]]) -> Receipt:
    """The published file, each row with its number: it names firms without any code."""
    rows = [(number, *row.values()) for number, row in enumerate(published, 1)]
    path = sichuan.folder.parent / "geohazard.csv"
    return sichuan.receive(SOURCE, write_csv(path, ("序号", *published[0]), rows))


@pytest.fixture(scope="module")
def asked(published: list[dict[str, str]]) -> list[Asked]:
    """Each row on its own day."""
    days = [row["rating_time"] for row in published]
    return [
        (str(number), Day(*map(int, day.split("-"))) if day else STANDS_IN)
        for number, day in enumerate(days, 1)
    ]


@pytest.fixture(scope="module")
def given(sichuan: Study, receipt: Receipt, asked: list[Asked]) -> dict[Asked, Given]:
    assert receipt.counts["stored"] == len(asked)
    with Opened(sichuan.folder) as opened:
        return graded(opened, SCHEME, asked)


def test_every_row_is_stored_and_a_missing_day_is_said(receipt: Receipt) -> None:
    assert receipt.counts == {"rows": 408, "stored": 407, "held": 0, "refused": 1}
    assert receipt.found("W-DOC-04") == 21
    assert receipt.words("W-DOC-04") == (
        "No day is stated; in this reproduction 2024-09-01 stands in for it."
    )


def test_all_407_grades_are_reproduced(
    given: dict[Asked, Given], asked: list[Asked], published: list[dict[str, str]]
) -> None:
    pairs = [
        (given[one].grade, row["credit_rating"]) for one, row in zip(asked, published, strict=True)
    ]
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert Counter(grade for grade, _ in pairs) == {
        "AA": 47, "A": 184, "BBB": 122, "BB": 43, "B": 8, "C": 3,
    }  # fmt: skip


def test_each_band_is_met_at_its_own_border(given: dict[Asked, Given], asked: list[Asked]) -> None:
    """The rows reach both sides of five of the six borders."""
    reached = {given[one].points // 1000 for one in asked}
    assert {58, 59, 69, 70, 79, 80, 89, 90, 100, 101} <= reached


def test_the_file_without_row_numbers_is_not_taken(sichuan: Study, receipt: Receipt) -> None:
    path = write_csv(
        sichuan.folder.parent / "unnumbered.csv",
        ("unit_name", "credit_rating", "credit_score", "rating_time"),
        [("某某公司", "AA", "113", "2024-9-1")],
    )
    refused = sichuan.call("receive", SOURCE, path)
    assert refused.code == 2
    assert 'The required column "序号" is missing.' in refused.err


def test_no_standing_of_it_can_be_published(sichuan: Study, tmp_path: Path) -> None:
    key = tmp_path / "publication.pem"
    assert evenhand("officer", "key", key).code == 0
    refused = sichuan.call("publish", "--key", key, "--origin", "study.example/log")
    assert (refused.code, refused.err) == (2, "A register of study can publish nothing.\n")
