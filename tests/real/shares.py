"""The share of published outcomes that each regime's scheme file gives, measured on whole files."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

import pyarrow.parquet as pq

from evenhand.kernel.periods import Day
from tests.real.grading import Asked, agreeing
from tests.real.whole import Published, Row, Whole

NUMBERED, STANDS_IN = "2020-12-31", "2024-09-01"


def shares(shared: Path) -> Iterator[tuple[str, int, int]]:
    """Yield each regime, how many published outcomes come out, and how many were asked about."""
    yield from _new_york(shared)
    yield from _united_kingdom(shared)
    yield from _san_francisco(shared)
    yield _highway(shared)
    yield _sichuan(shared)


def _text(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) else str(value)


def _rows(path: Path, columns: Sequence[str]) -> list[Row]:
    table = pq.read_table(path, columns=list(columns))
    return list(zip(*(map(_text, table[name].to_pylist()) for name in columns), strict=True))


def _new_york(shared: Path) -> Iterator[tuple[str, int, int]]:
    head = ("CAMIS", "INSPECTION DATE", "ACTION", "SCORE", "GRADE", "INSPECTION TYPE")
    columns = ("camis", "inspection_date", "action", "score", "grade", "inspection_type")
    rows = _rows(shared / "nyc_dohmh_2016-01-06.parquet", columns)
    whole = Whole()
    whole.add(Published(("new-york", "restaurant-inspections.yaml"), head, 0, 1, (1, 5)), rows)
    graded = ("Cycle Inspection", "Pre-permit (Operational)")
    said = {(row[0], row[1], row[5], row[4]) for row in rows if row[4] in ("A", "B", "C")}
    letters = [
        ((camis, Day.fromisoformat(day)), kind.split(" / ")[1], letter)
        for camis, day, kind, letter in said
        if kind.split(" / ")[0] in graded and "Compliance" not in kind
    ]
    given = whole.graded(("new-york", "restaurant-letters.yaml"), [x[0] for x in letters])
    first = [x for x in letters if x[1] != "Reopening Inspection"]
    for name, asked in (
        ("New York: initial and re-inspections", first),
        ("New York: all", letters),
    ):
        yield name, sum(given[x[0]].grade == x[2] for x in asked), len(asked)


def _united_kingdom(shared: Path) -> Iterator[tuple[str, int, int]]:
    uk = ("row_id", "ratingvalue", "hygiene", "structural", "confidenceinmanagement", "ratingdate")
    london = (
        "FHRSID", "RatingValue", "Hygiene", "Structural", "ConfidenceInManagement", "RatingDate",
    )  # fmt: skip
    for name, file, head in (
        ("United Kingdom 2015", "fhrs_uk_2015-02_scores_only.parquet", uk),
        ("London 2021", "fhrs_london_2021-08.parquet", london),
    ):
        rows = [row for row in _rows(shared / file, head) if row[2]]
        published = {(row[0], Day.fromisoformat(row[5][:10])): row[1] for row in rows}
        of = Published(("uk", "food-hygiene-ratings.yaml"), head, 0, 5, (5,))
        yield _share(name, of, rows, ("uk", "food-hygiene-rating.yaml"), published)


def _share(
    name: str,
    of: Published,
    rows: Sequence[Row],
    scheme: tuple[str, str],
    said: Mapping[Asked, str],
) -> tuple[str, int, int]:
    whole = Whole()
    whole.add(of, rows)
    return name, agreeing(whole.graded(scheme, said), said), len(said)


def _san_francisco(shared: Path) -> Iterator[tuple[str, int, int]]:
    visit = ("business_id", "Score", "date", "type")
    violation = ("business_id", "date", "ViolationTypeID", "risk_category")
    visits = _rows(shared / "sf_2017-11_inspections.parquet", visit)
    violations = _rows(shared / "sf_2017-11_violations.parquet", violation)
    whole = Whole()
    folder = "san-francisco"
    whole.add(Published((folder, "restaurant-visits.yaml"), visit, 0, 2, (2, 3), (1,)), visits)
    found = Published((folder, "restaurant-violations.yaml"), violation, 0, 1, (1, 2), (2,))
    whole.add(found, violations)
    scores = [((row[0], Day.fromisoformat(row[2])), int(row[1])) for row in visits if row[1]]
    given = whole.graded((folder, "restaurant-scores.yaml"), [asked for asked, _ in scores])
    exact = sum(given[asked].points == score * 1000 for asked, score in scores)
    starts = ((91, "good"), (86, "adequate"), (71, "needs-improvement"), (0, "poor"))
    labels = sum(
        given[asked].grade == next(label for start, label in starts if score >= start)
        for asked, score in scores
    )
    yield "San Francisco: scores", exact, len(scores)
    yield "San Francisco: labels", labels, len(scores)


def _numbered(rows: Sequence[Mapping[str, str]], day: str) -> tuple[tuple[str, ...], list[Row]]:
    """Rows with their number first and a day last."""
    head = ("序号", *rows[0], "day")
    return head, [(str(n), *row.values(), day) for n, row in enumerate(rows, 1)]


def _highway(shared: Path) -> tuple[str, int, int]:
    data = gzip.decompress((shared / "cn_highway_credit_construction.csv.gz").read_bytes())
    rows = list(csv.DictReader(io.StringIO(data.decode("gb18030"))))
    for row in rows:
        row["doScore"] = str(Decimal(row["doScore"]).quantize(Decimal("0.001"), ROUND_FLOOR))
    head, numbered = _numbered(rows, NUMBERED)
    said = {(row[0], Day.fromisoformat(NUMBERED)): row[5] for row in numbered}
    of = Published(
        ("cn-highway", "construction-credit-rows.yaml"), head, 0, 7, (0,), (1, 2, 3, 4, 5)
    )
    scheme = ("cn-highway", "construction-credit.yaml")
    return _share("Chinese highway contractors", of, numbered, scheme, said)


def _sichuan(shared: Path) -> tuple[str, int, int]:
    with (shared / "cn_sichuan_geohazard_credit.csv").open(encoding="utf-8-sig", newline="") as f:
        rows = list(csv.DictReader(f))
    numbered = [
        (str(n), *list(row.values())[:3], row["rating_time"] or STANDS_IN)
        for n, row in enumerate(rows, 1)
    ]
    said = {(row[0], Day(*map(int, row[4].split("-")))): row[2] for row in numbered}
    of = Published(("cn-sichuan", "geohazard-credit.yaml"), ("序号", *rows[0]), 0, 4, (0,), (1, 2))
    scheme = ("cn-sichuan", "geohazard-credit.yaml")
    return _share("Sichuan geohazard contractors", of, numbered, scheme, said)
