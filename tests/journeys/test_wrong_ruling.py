"""One wrong penalty: what rests on it is found, printed beforehand, and undone in one act."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.world import LIST, PENALTIES, Said, World, company, penalty

WRONG = "The inspection report names another plant; see file 12/2026."


def record_of(town: World, number: int = 1, scheme: str = "linhe-compliance") -> str:
    """The one record that a company's explanation names."""
    why = town.must("explain", scheme, company(number), "--json").value
    (record,) = {line["record"] for line in why["contributions"] if line.get("record")}
    return str(record)


def correct(town: World, record: str, *more: str, person: str | None = "officer-2") -> Said:
    asked = ("record", "correct", record, "--outcome", "retracted", "--reasons", WRONG)
    return town.say(*asked, *more, *(town.acting(person) if person else ()))


def refused(done: Said, code: int, *words: str) -> None:
    assert (done.code, done.out) == (code, "")
    for word in words:
        assert word in done.err


def test_a_dry_run_prints_everything_and_records_nothing(published: World) -> None:
    case, record, before = published.only_case(), record_of(published), published.head()
    done = correct(published, record, "--dry-run", person=None)
    assert done.code == 0, done.err
    assert published.head() == before
    for said in (
        "A dry run: nothing was recorded.",
        "standing under linhe-compliance",
        f"case {case} ({LIST}), the subject was told, decisions: 2: the entry has no effect",
        f"entry E-{case[2:]}, shown in editions: 1",
        "to be reviewed until 2026-04-",
        "Letter of correction",
        "The entry stood in edition 1.",
    ):
        assert said in done.out, said
    assert published.sizes() == {f"linhe-compliance/{LIST}": 1}


@pytest.mark.both_databases("published")
def test_one_act_suspends_reckons_anew_tells_and_writes_one_letter(published: World) -> None:
    case, record = published.only_case(), record_of(published)
    before = published.head()[0]
    done = correct(published, record, "--json")
    assert done.code == 0, done.err
    events = [e for e in published.events() if e.seq > before]
    assert [e.kind for e in events] == ["record.corrected", "case.suspended", "correction.made"]
    assert len({e.at for e in events}) == 1

    assert published.suspended(case)
    assert published.sizes() == {}
    said = published.must("explain", "linhe-compliance", company(1)).out
    assert "80 points" in said
    assert "临环罚〔2026〕1号" in said.split("Records that do not count:")[1]

    (letter,) = done.value["letters"]
    assert letter["en"].count(case) == 2
    assert "The mistake was not yours." in letter["en"]
    assert WRONG in letter["en"]
    assert "更正通知" in letter["zh"]
    asked = ("record", "letter", letter["correction"])
    again = published.must(*asked, *published.acting("officer-1")).out
    assert again.strip() == letter["en"].strip()

    edition = published.publish()
    assert (edition["number"], edition["entries"]) == (2, 0)
    published.later(days=1)
    assert published.run()["proposed"] == []
    waiting = published.must("case", "list", "--json", *published.acting("auditor")).value
    assert [(w["case"], w["waits_for"]) for w in waiting] == [(case, "review")]
    assert published.officer(case, "officer-1", "ends").code == 0
    assert published.look() == {case: "ended"}
    assert published.must("check").out == "The register is whole.\n"


def test_rf_11_a_corrected_entry_that_nobody_reviews_ends_by_itself(published: World) -> None:
    case = published.only_case()
    assert correct(published, record_of(published)).code == 0
    refused(published.officer(case, "officer-1", "stands"), 2)
    published.later(days=31)
    published.run()
    assert published.look() == {case: "ended"}
    published.later(days=1)
    assert published.run()["proposed"] == [], "the same fact never lists again (D8)"


def test_d3_who_brought_the_record_does_not_find_it_wrong(published: World) -> None:
    record = record_of(published)
    refused(
        correct(published, record, person="clerk-as-officer"), 4, "somebody else has to do this"
    )
    refused(correct(published, record, person="clerk"), 4, "delivered this record")
    refused(correct(published, record, person="health-clerk"), 4, "an officer or a reviewer")
    refused(correct(published, record, person=None), 4, "--as ACCOUNT --key FILE")
    assert not published.suspended(published.only_case())


def test_a_letter_of_correction_is_read_by_those_whom_it_concerns(published: World) -> None:
    (letter,) = correct(published, record_of(published), "--json").value["letters"]
    asked = ("record", "letter", letter["correction"])
    assert letter["en"].strip() == published.must(*asked, *published.acting("auditor")).out.strip()
    none = ("record", "letter", "K-0000000000000000")
    for person in ("health-clerk", "judge-1", "steward-1", "stranger"):
        said = published.say(*asked, *published.acting(person))
        other = published.say(*none, *published.acting(person))
        refused(said, 4, "that you can see. Those of the records' authority can")
        assert other.err == said.err.replace(letter["correction"], "K-0000000000000000")
    refused(published.say(*asked), 4, "that you can see")
    refused(published.say(*none, *published.acting("auditor")), 2, "There is no correction")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_letter_of_correction_as_tagged_pdf_says_what_the_text_says(
    published: World, tmp_path: Path, language: str
) -> None:
    (letter,) = correct(published, record_of(published), "--json").value["letters"]
    drawn = tmp_path / "letter.pdf"
    asked = ("record", "letter", letter["correction"], *published.acting("auditor"))
    published.must("--lang", language, *asked, "--out", drawn)
    page = pypdf.PdfReader(drawn)
    root: Any = page.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith(language)
    read = "".join("".join(one.extract_text().split()) for one in page.pages)
    for line in letter[language].splitlines():
        assert "".join(line.removeprefix("- ").split()) in read, line


def test_a_record_is_found_wrong_once_and_needs_reasons(published: World) -> None:
    record = record_of(published)
    empty = ("record", "correct", record, "--outcome", "retracted", "--reasons", " ")
    refused(published.say(*empty, *published.acting("officer-2")), 2, "Say the reasons.")
    assert correct(published, record).code == 0
    refused(correct(published, record), 2, "was found wrong before")
    refused(correct(published, "R-0000000000001"), 2, "no record R-0000000000001")


def test_rf_16_a_disputed_record_counts_for_nothing_until_somebody_new_settles_it(
    published: World, tmp_path: Path
) -> None:
    case, record = published.only_case(), record_of(published)
    paper = tmp_path / "letter.txt"
    paper.write_text("It was not our drain.", encoding="utf-8")

    def disputed(person: str, *more: object) -> Said:
        asked = ("record", "dispute", record, "--text", "It was not our drain.", *more)
        return published.say(*asked, *published.acting(person))

    refused(disputed("registrar"), 2, "--paper")
    refused(disputed("stranger", "--paper", paper), 4, "a clerk")
    assert disputed("officer-1", "--paper", paper).code == 0
    assert published.suspended(case)
    assert "80 points" in published.must("explain", "linhe-compliance", company(1)).out
    refused(disputed("registrar", "--paper", paper), 2, "is disputed already")
    asking = ("record", "list", "--json")
    refused(published.say(*asking), 4, "those of the records' authority and the auditor see this")
    other: dict[str, Any] = published.must(*asking, *published.acting("credit-clerk")).value
    assert other == {"in_doubt": [], "corrections": []}, "another authority's"
    assert published.must(*asking, *published.acting("clerk")).value["in_doubt"]
    listed: dict[str, Any] = published.must(*asking, *published.acting("auditor")).value
    assert listed["in_doubt"] == [{"record": record, "why": ["dispute"]}]
    assert [c["found"] for c in listed["corrections"]] == ["doubted"]

    def settled(person: str) -> Said:
        asked = (
            "record",
            "settle",
            record,
            "--reasons",
            "The drain is theirs by the land register.",
        )
        return published.say(*asked, *published.acting(person))

    refused(settled("officer-1"), 4, "disputed it")
    refused(settled("clerk-as-officer"), 4, "delivered this record")
    assert settled("officer-2").code == 0
    refused(settled("officer-2"), 2, f"Nobody doubts {record}")
    assert "65 points" in published.must("explain", "linhe-compliance", company(1)).out
    assert published.suspended(case), "an entry comes back by a review of two new officers alone"


def test_rf_5_a_retired_source_suspends_what_rests_on_it_and_delivers_nothing_more(
    published: World,
) -> None:
    case = published.only_case()
    asked = (
        "source",
        "retire",
        PENALTIES,
        "--reasons",
        "Its numbers were made up by a contractor.",
    )
    dry = published.must(*asked, "--dry-run")
    assert f"case {case}" in dry.out
    assert not published.suspended(case)
    refused(published.say(*asked, *published.acting("clerk")), 4, "steward")
    assert published.say(*asked, *published.acting("steward-1")).code == 0
    assert published.suspended(case)
    assert "80 points" in published.must("explain", "linhe-compliance", company(1)).out
    made: list[Any] = [(e.topic, e.body) for e in published.events("correction.made")]
    (listed,) = [body for _, body in made if body["cases"]]
    ((number, only),) = [(topic, body) for topic, body in made if not body["cases"]]
    assert [one["case"] for one in listed["cases"]] == [case]
    assert only["schemes"] == ["linhe-compliance"], "points were lost by it, and no more"
    letter = published.must("record", "letter", number, *published.acting("auditor")).out
    assert "Its numbers were made up by a contractor." in letter
    file = published.file(PENALTIES, penalty(5))
    late = published.say("receive", PENALTIES, file, *published.acting("clerk"))
    refused(late, 2, f"The source {PENALTIES} is retired")
    refused(published.say(*asked, *published.acting("steward-1")), 2, "is retired already")
    published.later(days=1)
    assert published.run()["proposed"] == []
