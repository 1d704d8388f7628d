"""The same questions over the same evidence give the same bytes (F30)."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evenhand.kernel.canonical import canonical
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.schemes.scheme import Caps, RatedPoints
from evenhand.scoring.grounds import grounds
from evenhand.scoring.questions import ask
from evenhand.scoring.score import canonical_lines, score
from tests.conftest import ROOT
from tests.scoring_world import (
    AT,
    KNOWN,
    accumulates,
    always,
    black,
    direct,
    evidence,
    factor,
    in_force,
    record,
    scheme,
    where,
)

RULES = in_force(
    scheme(
        factor("penalty", "penalty", -500, caps=Caps(always(2_000), always(3_000))),
        factor("rating", "rating", RatedPoints("n", always(700)), counting="latest"),
        factor("worst", "rating", RatedPoints("n", always(10)), counting="worst"),
        direct=(direct("D", "penalty", where("n", "at_least", 38), of="latest"),),
        lists=(black("serious", accumulates("penalty", times=2)),),
    )
)
SUBJECTS = 400


def rows() -> list[dict[str, Any]]:
    draw = random.Random(11)
    return [
        record(
            number,
            draw.choice(["penalty", "rating", "other"]),
            f"2025-{draw.randrange(1, 13):02}-{draw.randrange(1, 4):02}",
            subject=draw.randrange(SUBJECTS),
            n=draw.randrange(-5, 40),
            kind=draw.choice("ab"),
            known=KNOWN + draw.randrange(2),
            document=draw.randrange(900),
        )
        for number in range(3_000)
    ]


def lines(sources: Sources, threads: int, order: int = 0) -> str:
    """The digest of standings and grounds as canonical lines, subjects asked in some order."""
    subjects = list(range(SUBJECTS))
    random.Random(order).shuffle(subjects)
    with DuckDBEngine(sources, Limits(threads=threads, memory="1GB")) as made:
        standings = score(made, RULES, ask(subjects, AT))
        found = grounds(made, RULES, AT, pa.table({"subject": pa.array(subjects, pa.int64())}))
    told = canonical_lines(RULES.scheme.scheme, standings)
    told += b"".join(canonical(ground.facts()) + b"\n" for ground in found)
    assert told.count(b"\n") > SUBJECTS + 100
    return hashlib.sha256(told).hexdigest()


def segments(folder: Path, seed: int, parts: int) -> Sources:
    """The rows shuffled over so many files, named in a shuffled order."""
    draw, made = random.Random(seed), rows()
    draw.shuffle(made)
    paths = []
    for part in range(parts):
        path = folder / f"{seed}-{part}.parquet"
        pq.write_table(evidence(made[part::parts]), path, row_group_size=draw.choice([10, 500]))
        paths.append(path)
    draw.shuffle(paths)
    return Sources(scored=tuple(paths))


def test_threads_files_rows_and_order_of_questions_change_no_byte(tmp_path: Path) -> None:
    expected = lines(Sources(rows=evidence(rows())), 1)
    for threads, seed, parts in ((1, 1, 1), (2, 2, 3), (4, 3, 7), (4, 4, 2)):
        assert lines(segments(tmp_path, seed, parts), threads, order=seed) == expected


def test_neither_hash_seed_locale_nor_zone_changes_a_byte() -> None:
    code = (
        "from evenhand.relational.duckdb import Sources\n"
        "from tests.unit.scoring.test_determinism import evidence, lines, rows\n"
        "print(lines(Sources(rows=evidence(rows())), 2))"
    )
    found = set()
    for seed, locale, zone in (
        ("1", "C.UTF-8", "UTC"),
        ("7", "C", "Asia/Shanghai"),
        ("99", "POSIX", "America/New_York"),
    ):
        environment = {
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "TZ": zone,
            "PATH": "/usr/bin:/bin",
            "HOME": "/tmp",
        }
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1


def test_a_line_says_subject_scheme_clocks_points_and_grade() -> None:
    with DuckDBEngine(Sources(rows=evidence([]))) as made:
        told = canonical_lines(RULES.scheme.scheme, score(made, RULES, ask([33], AT)))
    assert told.decode() == (
        '{"as_of":"2026-06-30","grade":"A","known_at":"2026-06-30T12:00:00.000000Z",'
        '"points":100000,"scheme":"linhe-compliance","subject":"S-0000000000011"}\n'
    )


def test_points_beyond_what_a_canonical_value_holds_are_refused() -> None:
    table = pa.table(
        {"subject": [1], "as_of": [AT.as_of], "known": [0], "points": [2**53], "grade": ["A"]}
    )
    with pytest.raises(ValueError, match=r"beyond 2\^53"):
        canonical_lines(RULES.scheme.scheme, table)
