"""A company from the worksheet to the verified entry, and every bad turn refused in words."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from evenhand.kernel.ids import SourceId
from evenhand.pipeline.founding import shipped
from evenhand.sources.receive import digest_of, signed_message
from tests.world import (
    CONSENTS,
    LIST,
    PENALTIES,
    REASONS,
    Said,
    World,
    company,
    consent,
    key_of,
    penalty,
)


def refused(done: Said, code: int, *words: str) -> None:
    """See that a command was refused with an exit code, in words, and printed no result."""
    assert (done.code, done.out) == (code, "")
    for word in words:
        assert word in done.err


def scheme_file(folder: Path, scheme: str, published: str, begins: str) -> Path:
    """The next version of a shipped scheme; examples of a grade held look a year later."""
    text = shipped("schemes", "linhe", f"{scheme}.yaml").read_text(encoding="utf-8")
    text = re.sub(r"- \{name: level A held.*", _a_year_later, text)
    text = text.replace('\nversion: "2025.1"', '\nversion: "2026.1"')
    text = text.replace("published: 2025-01-06", published).replace("from: 2025-03-01", begins)
    file = folder / "next.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def _a_year_later(example: re.Match[str]) -> str:
    return re.sub(r"20\d\d(?=-)", lambda year: str(int(year.group()) + 1), example.group())


# the whole way


@pytest.mark.both_databases("noticed")
def test_a_company_is_told_heard_listed_by_two_and_published(noticed: World) -> None:
    case = noticed.only_case()
    letter = noticed.must("case", "notice", case, *noticed.acting("auditor")).out
    assert "临禾第1化工有限公司" in letter
    assert noticed.notified(case).code == 0
    noticed.later(days=3)
    told = noticed.case("object", case, "registrar", "--text", "已在期限内整改，附验收材料。")
    assert told.code == 0
    noticed.later(days=22)
    refused(noticed.officer(case, "officer-1"), 2, "Objection O-1 has not been answered.")
    reply = "已核对验收材料，整改晚于处罚决定，不影响认定。"
    assert noticed.case("answer", case, "officer-1", "O-1", "--reasons", reply).code == 0
    noticed.list_only_case()
    assert noticed.look() == {case: "in_effect"}
    assert noticed.sizes() == {f"linhe-compliance/{LIST}": 1}

    edition = noticed.publish()
    assert (edition["number"], edition["entries"]) == (1, 1)
    seen = noticed.call(
        "verify", edition["folder"], "--key", edition["key"], "--at", noticed.at.isoformat()
    )
    assert (seen.code, seen.err) == (0, "")
    assert seen.out.startswith("OK    ")

    why = noticed.must("explain", "linhe-compliance", company(1), "--json").value
    assert sum(line["points"] for line in why["contributions"]) == why["points"] == 65_000
    documents = {line["document"] for line in why["contributions"]}
    assert "临环罚〔2026〕1号" in documents
    assert noticed.must("check").out == "The register is whole.\n"


def test_the_second_officer_reads_what_the_first_one_read_and_no_decision(ready: World) -> None:
    case = ready.only_case()
    assert ready.officer(case, "officer-1").code == 0
    dossier = ready.case("open", case, "officer-2").out
    assert "临环罚〔2026〕1号" in dossier
    assert REASONS not in dossier
    assert "officer-1" not in dossier


def test_a_first_decision_not_to_list_closes_the_case(ready: World) -> None:
    case = ready.only_case()
    assert ready.officer(case, "officer-1", "do_not_list").code == 0
    assert ready.look() == {case: "closed"}
    ready.later(days=1)
    assert ready.run()["proposed"] == []


# bad turns of officers


def test_rf_10_nothing_is_decided_before_the_time_to_object_is_over(noticed: World) -> None:
    case = noticed.only_case()
    noticed.notified(case)
    noticed.later(days=10)
    refused(
        noticed.officer(case, "officer-1"),
        2,
        "The subject can object until 2026-03-17; nothing can be decided against them before",
    )


def test_rf_10_a_notice_that_came_back_is_no_delivery(noticed: World) -> None:
    case = noticed.only_case()
    assert noticed.notified(case, "bounced").code == 0
    noticed.later(days=40)
    refused(noticed.officer(case, "officer-1"), 2, "no proof that the notice was delivered")
    noticed.later(days=60)
    noticed.run()
    assert noticed.look() == {case: "closed"}


def test_rf_10_a_delivery_without_its_paper_is_no_proof(noticed: World) -> None:
    case = noticed.only_case()
    bare = ("--how", "acknowledged", "--on", "2026-03-02")
    refused(
        noticed.case("deliver", case, "registrar", *bare), 2, "it lacks the digest of the paper"
    )


@pytest.mark.parametrize("account", ["officer-1", "officer-1-again"])
def test_rf_6_the_second_officer_is_another_person(ready: World, account: str) -> None:
    case = ready.only_case()
    assert ready.officer(case, "officer-1").code == 0
    done = ready.officer(case, account)
    refused(done, 4, account)
    assert ready.look() == {case: "decided_once"}


def test_who_delivered_the_evidence_decides_nothing_under_any_account(ready: World) -> None:
    case = ready.only_case()
    refused(ready.officer(case, "clerk"), 4, "clerk", "officer of linhe-environment-bureau")
    done = ready.officer(case, "clerk-as-officer")
    refused(done, 4, "clerk-as-officer supplied or recorded evidence in this case")


def test_a_decision_needs_time_to_read_and_an_opened_dossier(ready: World) -> None:
    case = ready.only_case()
    deciding = ("--outcome", "list", "--reasons", REASONS)
    refused(ready.case("decide", case, "officer-1", *deciding), 2, "open", "dossier")
    refused(ready.officer(case, "officer-1", read=1), 2, "60", "180")
    ready.later(minutes=2)
    assert ready.case("decide", case, "officer-1", *deciding).code == 0


def test_a_declared_conflict_shuts_the_case_to_its_officer(ready: World) -> None:
    case = ready.only_case()
    assert ready.case("conflict", case, "officer-1", "--why", "My brother works there.").code == 0
    refused(ready.officer(case, "officer-1"), 4, "officer-1", "conflict")
    mine = ready.must("case", "list", "--mine", "--json", *ready.acting("officer-1")).value
    assert mine == []
    theirs = ready.must("case", "list", "--mine", "--json", *ready.acting("officer-2")).value
    assert [waiting["case"] for waiting in theirs] == [case]


def test_another_key_than_the_officers_opens_nothing(ready: World) -> None:
    case = ready.only_case()
    refused(ready.say("case", "open", case, "--as", "officer-1", "--key", ready.key("stranger")), 4)
    assert ready.look() == {case: "delivered"}


def test_rf_11_nothing_is_decided_when_the_time_to_decide_is_over(ready: World) -> None:
    case = ready.only_case()
    ready.later(days=40)
    refused(ready.officer(case, "officer-1"), 2, "The time to decide against the subject ended on")
    ready.run()
    assert ready.look() == {case: "closed"}


# bad turns at the door


def test_a_delivery_without_a_signature_is_refused(town: World) -> None:
    file = town.file(PENALTIES, penalty(1))
    before = town.head()
    refused(
        town.say("receive", PENALTIES, file, "--as", "clerk"), 2, "A clerk of the authority signs"
    )
    stranger = ("--as", "clerk", "--key", town.key("stranger"))
    refused(town.say("receive", PENALTIES, file, *stranger), 2, "signature")
    assert town.head() == before


def test_rf_5_a_clerk_of_another_authority_delivers_nothing(town: World) -> None:
    file = town.file(PENALTIES, penalty(1))
    done = town.say("receive", PENALTIES, file, *town.acting("health-clerk"))
    refused(done, 4, "is a clerk of linhe-health-commission and cannot deliver for")
    refused(
        town.say("receive", PENALTIES, file, *town.acting("officer-1")), 4, "no clerk in office"
    )


def test_a_detached_signature_is_as_good_as_the_key(town: World, tmp_path: Path) -> None:
    file = town.file(PENALTIES, penalty(1))
    signature = tmp_path / "signature"
    message = signed_message(digest_of(file.read_bytes()), SourceId(PENALTIES))
    signature.write_bytes(key_of("clerk").sign(message))
    signed = ("--as", "clerk", "--signature", signature)
    refused(town.say("receive", CONSENTS, file, *signed), 4, "cannot deliver for")
    assert town.must("receive", PENALTIES, file, *signed, "--json").value["counts"]["stored"] == 1


def test_rf_4_a_file_that_is_called_by_a_number_is_refused_and_not_quoted(town: World) -> None:
    file = town.file(PENALTIES, penalty(1), name="李四999999196103070016.csv")
    done = town.say("receive", PENALTIES, file, *town.acting("clerk"))
    refused(done, 2, "RF-4", "Rename it")
    assert "999999196103070016" not in done.err
    (event,) = town.events("delivery.refused")
    assert "1961" not in json.dumps(dict(event.body), ensure_ascii=False)


def test_a_refused_file_leaves_its_digest_and_the_reasons_once(town: World) -> None:
    file = town.file(PENALTIES, penalty(1))
    lines = file.read_text(encoding="utf-8-sig").replace("行政处罚决定书文号", "文书")
    file.write_text(lines, encoding="utf-8-sig")
    for _ in range(2):
        refused(town.say("receive", PENALTIES, file, *town.acting("clerk")), 2, "E-COL")
    (event,) = town.events("delivery.refused")
    assert event.body["digest"] == digest_of(file.read_bytes())
    assert [str(code)[:5] for code in event.body["codes"]] == ["E-COL"]  # type: ignore[union-attr]
    assert list((town.register / "deliveries").iterdir()) == []


# bad turns of stewards, auditor and publisher


def test_rf_13_a_scheme_takes_effect_no_sooner_than_thirty_days_after_it_is_public(
    town: World, tmp_path: Path
) -> None:
    for said, days, code, words in (
        ("2026-03-02", 29, 2, "E-FLOOR-131"),
        ("2026-01-02", 29, 2, "RF-13: "),
        ("2026-03-02", 30, 0, ""),
    ):
        start = (town.at + dt.timedelta(days=days)).date()
        file = scheme_file(tmp_path, "linhe-compliance", f"published: {said}", f"from: {start}")
        asked = ("--reasons", "A test of days.", *town.acting("steward-1"))
        done = town.say("scheme", "propose", file, *asked)
        assert (done.code, words in done.err) == (code, True), done.err
        done = town.say("scheme", "publish", file, *town.acting("steward-2"))
        assert (done.code, words in done.err) == (code, True), done.err
    assert "from 2026-04-01" in done.out
    assert "Comments from 2026-03-02 to 2026-03-31." in done.out
    assert [run["scheme"] for run in town.run()["schemes"]] == [
        "linhe-compliance",
        "linhe-osmanthus",
    ]


def test_only_a_steward_makes_a_scheme_public(town: World, tmp_path: Path) -> None:
    file = scheme_file(tmp_path, "linhe-osmanthus", "published: 2026-03-02", "from: 2026-06-01")
    asked = ("scheme", "propose", file, "--reasons", "A test.")
    refused(town.say(*asked, *town.acting("officer-1")), 4, "This needs the signature of")
    refused(town.say(*asked), 4, "an officer or a steward in office")
    done = town.say("scheme", "publish", file, *town.acting("officer-1"))
    refused(done, 4, "This needs the signature of")
    refused(town.say("scheme", "publish", file), 4, "--as ACCOUNT --key FILE")


def test_rf_2_rows_of_residents_need_the_auditor_and_each_of_them_is_told(
    town: World, tmp_path: Path
) -> None:
    town.deliver(CONSENTS, consent(1), consent(2))
    out = tmp_path / "rows.csv"
    asked = ("standing", "linhe-osmanthus", "--out", out)
    refused(town.say(*asked), 4, "rows need the auditor's signed request and a purpose")
    purpose = ("--purpose", "yearly audit")
    refused(town.say(*asked, *town.acting("officer-1"), *purpose), 4, "auditor")
    refused(town.say(*asked, *town.acting("auditor")), 4, "purpose")
    assert not out.exists()
    assert town.events("rows.read") == []
    town.must(*asked, *town.acting("auditor"), *purpose)
    told = {event.topic for event in town.events("rows.read")}
    assert told == {"linhe-osmanthus", town.subject(1), town.subject(2)}
    subjects = [line.split(",")[0] for line in out.read_text(encoding="utf-8").splitlines()[1:]]
    assert set(subjects) == {town.subject(1), town.subject(2)}
    counts = town.must("standing", "linhe-osmanthus", "--json").value
    assert counts["grades"] == {"base": 2}


def test_an_edition_is_used_until_its_day_and_under_its_key_only(published: World) -> None:
    folder = published.register / "editions" / "1"
    key = published.folder / "public"
    key.write_text(str(key_of("publisher").public), encoding="utf-8")
    asked = ("verify", folder, "--key", key, "--at")
    assert published.call(*asked, published.at.isoformat()).code == 0
    late = published.at + dt.timedelta(days=32)
    refused(published.call(*asked, late.isoformat()), 3, "2026-04-2")
    key.write_text(str(key_of("stranger").public), encoding="utf-8")
    done = published.call(*asked, published.at.isoformat())
    refused(done, 3)
    assert "key" in done.err


def test_another_publisher_cannot_go_on_with_the_editions(published: World) -> None:
    origin = ("--origin", "town.example/log")
    done = published.say("publish", "--key", published.key("stranger"), *origin)
    refused(done, 2, "Editions before were published as town.example/log with another key.")


def test_nobody_publishes_with_a_key_that_is_a_persons_own(town: World) -> None:
    for person in ("steward-1", "auditor", "officer-1"):
        done = town.say("publish", "--key", town.key(person), "--origin", "town.example/log")
        refused(done, 2, "a person. Make a key for publishing that is nobody's own.")
    assert not list((town.register / "editions").glob("[0-9]*"))
