"""Prove one segment from its bytes up: its name, its files, its rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.findings import Finding, Place, found
from evenhand.relational import findings
from evenhand.relational.by_subject import BY_SUBJECT_FILE, BySubject
from evenhand.relational.segment import (
    BLOCK,
    FACTS_FILE,
    SCORED_FILE,
    SEALED_FILE,
    block_digest,
    name_of,
)


def prove_segment(folder: Path) -> Iterator[Finding]:
    """Find everything that is wrong with a segment; nothing when all holds."""
    name = folder.name
    place = Place(file=f"evidence/{name}")
    try:
        data = (folder / FACTS_FILE).read_bytes()
        for file in (SCORED_FILE, SEALED_FILE):
            (folder / file).stat()
    except FileNotFoundError:
        yield found(findings.SEGMENT_MISSING, place, segment=name)
        return
    if name_of(hashlib.sha256(data).hexdigest()) != name:
        yield found(findings.SEGMENT_FACTS, place, segment=name)
        return
    facts: Mapping[str, Any] = json.loads(data)
    try:
        there = {file: _digest(folder / file) for file in facts["files"]}
    except FileNotFoundError:
        yield found(findings.SEGMENT_MISSING, place, segment=name)
        return
    wrong_rows = _wrong_rows(folder, facts)
    changed = [file for file, digest in there.items() if facts["files"][file] != digest]
    for file in changed:
        path = Place(file=f"evidence/{name}/{file}")
        yield found(findings.SEGMENT_FILE, path, segment=name, read=file, rows=wrong_rows or "-")
    if (wrong_rows or not _laid_out_alike(folder, facts)) and not changed:
        wrong_rows = wrong_rows or f"1–{facts['rows']}"
        yield found(findings.SEGMENT_ROWS, place, segment=name, rows=wrong_rows)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _wrong_rows(folder: Path, facts: Mapping[str, Any]) -> str:
    """Say which blocks of rows do not fit, as ``1–50000, …``; empty when all do."""
    try:
        scored = pq.read_table(folder / SCORED_FILE)
        sealed = pq.read_table(folder / SEALED_FILE)
    except (pa.ArrowException, OSError):
        return f"1–{facts['rows']}"
    if not (scored.num_rows == sealed.num_rows == facts["rows"] and _same_order(scored, sealed)):
        return f"1–{facts['rows']}"
    wrong = []
    for number, wanted in enumerate(facts["blocks"]):
        start = number * BLOCK
        if block_digest(scored.slice(start, BLOCK), sealed.slice(start, BLOCK)) != wanted:
            wrong.append(f"{start + 1}–{min(start + BLOCK, scored.num_rows)}")
    return ", ".join(wrong)


def _laid_out_alike(folder: Path, facts: Mapping[str, Any]) -> bool:
    """Say whether the rows laid out by subject are those of the scored file."""
    if "by_subject" not in facts:
        return True
    try:
        scored = pq.read_table(folder / SCORED_FILE)
        data = pa.py_buffer((folder / BY_SUBJECT_FILE).read_bytes())
        laid = BySubject(data, folder.name, facts["by_subject"]).whole()
        return bool(laid.equals(scored.combine_chunks()))
    except (pa.ArrowException, OSError, ProofFailed):
        return False


def _same_order(scored: pa.Table, sealed: pa.Table) -> bool:
    keys = ["subject", "record"]
    if not scored.select(keys).equals(sealed.select(keys)):
        return False
    ordered: Sequence[int] = pc.sort_indices(
        scored, sort_keys=[(key, "ascending") for key in keys]
    ).to_pylist()
    return ordered == list(range(scored.num_rows))
