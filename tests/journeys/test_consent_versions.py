"""A yes covers what its words said: more than that waits for a new yes, less does not.

And what somebody else learns of a resident: four different lives, the same bytes.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evenhand.cli.edge import clocks
from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import SubjectId
from evenhand.pipeline.founding import shipped
from evenhand.pipeline.inquiry import answer_about
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.own_signatures import unlawful_consents
from evenhand.relational.ledger import Draft
from evenhand.relational.register import open_register
from tests.journeys.test_consent_on_paper import SCHEME, joined, mine
from tests.world import CONSENTS, DONATIONS, World, consent, donation

WHY = "Blood is given for its own sake."


def without_blood(town: World) -> None:
    """Make a next version public that no longer counts donations of blood."""
    text = shipped("schemes", "linhe", f"{SCHEME}.yaml").read_text(encoding="utf-8")
    text = re.sub(r"  - factor: blood-donation.*?\n\n", "", text, count=1, flags=re.S)
    text = re.sub(r"\n  - \{name: blood donation[^\n]*", "", text)
    text = re.sub(r"\n  - name: (?:two|three) donations[^\n]*(?:\n    [^\n]*)*", "", text)
    text = text.replace("blood_donation_certificate", "honest_finder_award")
    for old, new in (
        ('version: "2025.1"', 'version: "2026.1"'),
        ("published: 2025-01-06", "published: 2026-03-02"),
        ("from: 2025-03-01", "from: 2026-05-01"),
    ):
        assert old in text
        text = text.replace(old, new)
    publish(town, text)


def publish(town: World, text: str) -> None:
    path: Path = town.folder / "inbox" / "reform.yaml"
    path.write_text(text, encoding="utf-8")
    steward = town.acting("steward-1")
    town.must("scheme", "propose", path, "--reasons", WHY, *steward)
    town.must("scheme", "publish", path, *town.acting("steward-2"))


def words(town: World) -> str:
    said = town.must("consent", "words", SCHEME, "--json").value
    return str(said["words"])


def test_rf_1_what_a_yes_does_not_cover_is_not_kept_and_does_not_count(town: World) -> None:
    old = joined(town, 1)
    town.deliver(DONATIONS, donation(1))
    assert "105 points" in mine(town, old).out
    without_blood(town)
    new = joined(town, 2)
    town.deliver(DONATIONS, donation(2), donation(1, "2025-10-01", 2))
    assert "110 points" in mine(town, old).out
    assert "100 points" in mine(town, new).out
    assert "blood" not in mine(town, new).out.lower().partition("the rules")[0]


def test_rf_1_a_further_yes_takes_nothing_away_and_leaving_between_does(town: World) -> None:
    key = joined(town, 1)
    town.deliver(DONATIONS, donation(1))
    without_blood(town)
    give = ("consent", "give", SCHEME, "--words", words(town), "--key", key)
    town.must(*give)
    assert "105 points" in mine(town, key).out
    town.must("consent", "withdraw", SCHEME, "--key", key)
    town.must(*give)
    assert "100 points" in mine(town, key).out
    town.run()
    town.must("check")
    assert "100 points" in mine(town, key).out
    with open_register(town.register) as register:
        subject = int(SubjectId.parse(town.subject(1)))
        assert subject not in _subjects(register.evidence.names(), town.register)


def _subjects(segments: list[str], register: Path) -> set[int]:
    import pyarrow.parquet as pq

    return {
        number
        for name in segments
        for number in pq.read_table(register / "evidence" / name / "scored.parquet")[
            "subject"
        ].to_pylist()
    }


def test_rf_1_never_joined_left_below_and_unknown_get_the_same_bytes(town: World) -> None:
    leaver, high = joined(town, 1), joined(town, 2)
    town.deliver(CONSENTS, consent(3))
    days = ("2025-07-01", "2025-12-01", "2026-01-05", "2026-02-20")
    town.deliver(
        DONATIONS,
        *(donation(who, on, n) for who in (1, 2) for n, on in enumerate(days)),
        donation(3),
        donation(4),
    )
    assert "120 points" in mine(town, high).out
    left = SubjectId.parse(town.subject(1))
    town.must("consent", "withdraw", SCHEME, "--key", leaver)
    below, reached = (SubjectId.parse(town.subject(number)) for number in (3, 2))
    assert town.subject(4) == "None"
    for moment in ("before the run", "after the run"):
        with Opened(town.register) as opened:
            at = clocks(opened, None, None)
            groups = {
                "never joined": None,
                "left": left,
                "below": below,
                "unknown": SubjectId(1_234_567_890_123_456),
            }
            said = {
                group: answer_about(opened, SCHEME, "bus-20", who, at)
                for group, who in groups.items()
            }
            assert len(set(said.values())) == 1, (moment, said)
            assert answer_about(opened, SCHEME, "bus-20", reached, at) not in said.values()
        town.run()


@pytest.mark.parametrize(
    ("kind", "actor", "more", "words"),
    [
        ("consent.given", "S", {}, "G3 consent.given lacks the signature of its resident"),
        ("consent.given", "system", {}, "G3 consent.given lacks the signature of its resident"),
        (
            "consent.record_refused",
            "credit-clerk",
            {"record": "R-67GXDAY8P4FYM", "document": "1"},
            "G3 consent.record_refused lacks the signature of its resident",
        ),
        ("consent.withdrawn", "S", {}, "G3 consent.withdrawn lacks the signature"),
    ],
)
def test_g3_an_act_that_was_written_around_the_program_is_found_by_the_check(
    town: World, kind: str, actor: str, more: dict[str, str], words: str
) -> None:
    joined(town, 1)
    assert town.must("check").code == 0
    subject = town.subject(1)
    body = {"subject": subject, "scheme": SCHEME, "since": "2026-03-02", **more}
    with open_register(town.register) as register:
        draft = Draft(kind, SCHEME, subject if actor == "S" else actor, body, "AAAA")
        register.ledger.append([draft], town.at)
    done = town.say("check")
    assert done.code == 3
    assert words in done.out


def test_c1_a_confirmation_by_the_same_person_is_found_by_the_check(town: World) -> None:
    town.receive(CONSENTS, consent(1))
    (received,) = (e for e in town.events("delivery.received"))
    with open_register(town.register) as register:
        body: dict[str, Json] = {"entry": str(received.body["delivery"]), "forms": 1}
        draft = Draft("consent.confirmed", SCHEME, "credit-clerk", body, "AAAA")
        register.ledger.append([draft], town.at)
    with Opened(town.register) as opened:
        (line,) = unlawful_consents(opened.register.ledger.read(), opened.founders)
    assert line.startswith("C1 one person entered and confirmed a consent")
