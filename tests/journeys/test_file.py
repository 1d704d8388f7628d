"""A subject's file: answer first, everything that there is, nobody else's affairs; text, JSON, PDF."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pypdf
import pytest

from evenhand.cli.explain_wrap import wide
from evenhand.pipeline.opened import Opened
from evenhand.relational.ledger import Event
from tests.world import PENALTIES, World, company, penalty

AS = ("--purpose", "to check that the file is whole")


def file_of(world: World, number: int) -> dict[str, Any]:
    """A company's file as JSON, read by the auditor."""
    seen = world.must("file", company(number), *world.acting("auditor"), *AS, "--json").value
    assert isinstance(seen, dict)
    return seen


def text_of(world: World, number: int, language: str = "en") -> str:
    return world.must(
        "file", company(number), *world.acting("auditor"), *AS, "--lang", language
    ).out


def test_the_first_sentence_says_what_needs_an_answer_and_by_when(noticed: World) -> None:
    noticed.notified(noticed.only_case())
    english, chinese = text_of(noticed, 1), text_of(noticed, 1, "zh")
    until = file_of(noticed, 1)["can"][0]["until"]
    year, month, day = map(int, until.split("-"))
    assert english.splitlines()[1].startswith("One case needs your answer by ")
    assert str(year) in english.splitlines()[1]
    assert f"有1件案件需要您在{year}年{month}月{day}日24:00前答复" in chinese


def test_before_delivery_nothing_needs_an_answer(noticed: World) -> None:
    text = text_of(noticed, 1)
    assert text.splitlines()[1] == "Nothing needs your answer, and no entry is in effect."
    assert "your time runs from then" in " ".join(text.split())


def test_an_entry_in_effect_says_until_when_and_how_to_appeal(published: World) -> None:
    text = " ".join(text_of(published, 1).split())
    assert "Nothing needs your answer. Entries in effect now: 1." in text
    (can,) = file_of(published, 1)["can"]
    assert can["doing"] == "appeal"
    (case,) = file_of(published, 1)["cases"]
    assert can["until"] == case["clocks"]["last_day"]
    assert [d["stage"] for d in case["decisions"]] == ["first", "second"]
    assert all(d["reasons"] for d in case["decisions"])
    assert [one["kind"] for one in case["letters"]] == ["proposed", "listed"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_file_fits_eighty_columns(published: World, language: str) -> None:
    assert all(wide(line) <= 80 for line in text_of(published, 1, language).splitlines())


def test_every_value_stands_with_its_cell_and_its_delivery(published: World) -> None:
    file = file_of(published, 1)
    assert file["records"]
    for record in file["records"]:
        assert re.fullmatch(r"D-[0-9a-f]{16}", record["delivery"])
        assert record["source"] == PENALTIES
        assert record["document"]
        assert all(value["cell"] for value in record["values"])
    text = text_of(published, 1)
    for record in file["records"]:
        for value in record["values"]:
            assert value["cell"] in text


@pytest.mark.parametrize("number", [1, 2])
def test_the_file_equals_every_row_and_every_event_about_the_subject(
    published: World, number: int
) -> None:
    """RF-14, T32: by the bytes of the stores, and not by what the file itself calls about them."""
    file = file_of(published, number)
    subject = file["subject"]
    rows = rows_about(published, subject)
    assert rows
    assert {record["record"] for record in file["records"]} == rows
    cases = {e.topic for e in published.events("case.proposed") if e.body["subject"] == subject}
    assert {case["case"] for case in file["cases"]} == cases
    own = {subject, *rows, *cases, *(f"E-{case[2:]}" for case in cases)}
    deliveries = {record["delivery"] for record in file["records"]}
    about = {e.seq for e in published.events() if names_any(e, own, deliveries)}
    assert {event["seq"] for event in file["events"]} == about - later_than(published, file)
    text = text_of(published, number)
    assert all(re.search(rf"^- {seq} ", text, re.MULTILINE) for seq in about)


def rows_about(world: World, subject: str) -> set[str]:
    """The records of live segments whose plain column says that they are about a subject."""
    with Opened(world.register) as opened:
        from evenhand.kernel.ids import RecordId, SubjectId

        wanted = int(SubjectId.parse(subject))
        paths = opened.register.evidence.scored_paths(opened.knowledge().segments)
        return {
            str(RecordId(row["record"]))
            for path in paths
            for row in pq.read_table(path).to_pylist()
            if row["subject"] == wanted
        }


def names_any(event: Event, own: set[str], deliveries: set[str]) -> bool:
    said = json.dumps([event.topic, event.actor, dict(event.body)], ensure_ascii=False)
    return any(number in said for number in own) or (
        event.kind == "delivery.received" and event.topic in deliveries
    )


def later_than(world: World, file: dict[str, Any]) -> set[int]:
    return {event.seq for event in world.events() if event.seq > file["head"]}


def test_a_file_tells_nobody_elses_affairs(published: World) -> None:
    mine, theirs = file_of(published, 1), file_of(published, 2)
    said = json.dumps(mine, ensure_ascii=False) + text_of(published, 1)
    others = {theirs["subject"], theirs["identifier"]["code"], theirs["name"]}
    others |= {record["record"] for record in theirs["records"]}
    assert not [number for number in others if number in said]


def test_a_look_stands_in_the_next_file(published: World) -> None:
    before = [e for e in file_of(published, 1)["events"] if e["reading"]]
    after = [e for e in file_of(published, 1)["events"] if e["reading"]]
    assert len(after) == len(before) + 1
    assert {e["kind"] for e in after} == {"case.opened", "file.read"}
    assert len([e for e in after if e["kind"] == "case.opened"]) == 2


def test_a_disputed_record_says_so(published: World) -> None:
    published.deliver(PENALTIES, penalty(1, amount="70000"))
    records = file_of(published, 1)["records"]
    assert any(record["in_doubt"] for record in records)
    assert "In dispute; it counts for nothing against you" in text_of(published, 1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_file_as_tagged_pdf(published: World, tmp_path: Path, language: str) -> None:
    out = tmp_path / "file.pdf"
    published.must(
        "file", company(1), *published.acting("auditor"), *AS, "--pdf", out, "--lang", language
    )
    reader = pypdf.PdfReader(io.BytesIO(out.read_bytes()))
    said = "".join("".join(page.extract_text().split()) for page in reader.pages)
    for record in file_of(published, 1)["records"]:
        assert record["record"] in said
    root: Any = reader.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]


def test_a_letter_as_pdf_and_as_text(published: World, tmp_path: Path) -> None:
    case = published.only_case()
    acting = published.acting("auditor")
    table = published.must("case", "letters", case, "--json", *acting).value
    assert [row["kind"] for row in table] == ["proposed", "listed"]
    drawn, written = tmp_path / "letter.pdf", tmp_path / "letter.txt"
    published.must("case", "letter", case, "--out", drawn, "--lang", "zh", *acting)
    published.must("case", "letter", case, "--out", written, *acting)
    assert drawn.read_bytes().startswith(b"%PDF-1.7")
    assert written.read_text(encoding="utf-8").startswith("Decision\n")
    none = published.say("case", "letter", case, "--event", 1, *acting)
    assert none.code == 2
    assert "has no such letter" in none.err
