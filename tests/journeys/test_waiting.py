"""What waits for a person: identities, held rows, deliveries to undo; nothing counts before that."""

from __future__ import annotations

from tests.world import PENALTIES, World, company, penalty

WRONG = company(1)[:-1] + ("A" if company(1)[-1] != "A" else "C")
"""A code that fails its check."""


def waiting(town: World) -> str:
    (item,) = town.must("held", "--json", *town.acting("auditor")).value
    return str(item["item"])


def points(town: World, *clocks: object) -> int:
    read = town.must("explain", "linhe-compliance", company(1), "--json", *clocks).value
    return int(read["points"])


def test_rf_16_a_waiting_record_counts_for_nobody_until_a_clerk_says_whom_it_means(
    town: World,
) -> None:
    town.deliver(
        PENALTIES, penalty(1, document="临环罚〔2026〕8号", article="《水污染防治法》第八十二条")
    )
    receipt = town.deliver(PENALTIES, penalty(2, uscc=WRONG))
    assert (receipt["counts"]["stored"], len(receipt["waits"])) == (1, 1)
    assert town.run()["proposed"] == []
    assert points(town) == 78_000
    item = waiting(town)
    settle = ("held", "settle", item, "confirm", "--reason", "Seen in the original decision.")
    nobody = town.say(*settle, *town.acting("clerk"))
    assert (nobody.code, nobody.err) == (2, "Say whom it means: --subject CODE.\n")
    other = town.say(*settle, "--subject", company(1), *town.acting("health-clerk"))
    assert other.code == 4
    unsigned = town.say(*settle, "--subject", company(1))
    assert unsigned.code == 4
    assert town.look() == {}
    town.later(minutes=1)
    town.must(*settle, "--subject", company(1), *town.acting("clerk"))
    assert points(town) == 63_000
    assert len(town.run()["proposed"]) == 1
    assert town.must("held", "--json", *town.acting("auditor")).value == []
    assert town.say("check").code == 0


def test_an_item_that_is_not_there_is_refused_with_the_nearest(town: World) -> None:
    town.deliver(PENALTIES, penalty(2, uscc=WRONG))
    item = waiting(town)
    wrong = item[:-1] + "9"
    done = town.say("held", "settle", wrong, "refuse", "--reason", "no", *town.acting("clerk"))
    assert done.code == 2
    assert item in done.err


def test_a_held_row_is_brought_right_by_a_later_delivery_and_its_file_goes(town: World) -> None:
    receipt = town.deliver(PENALTIES, penalty(1, decided_on="昨天"), penalty(2))
    assert receipt["counts"]["held"] == 1
    kept = [town.register / folder / receipt["delivery"] for folder in ("held", "deliveries")]
    assert all(path.exists() for path in kept)
    right = town.deliver(PENALTIES, penalty(1))
    item = waiting(town)
    settle = ("held", "settle", item, "correct", "--reason", "Sent again with the day.")
    bare = town.say(*settle, *town.acting("clerk"))
    assert bare.code == 2
    assert "Name the delivery that brings it right" in bare.err
    town.must(*settle, "--by", right["delivery"], *town.acting("clerk"))
    assert not any(path.exists() for path in kept)
    assert town.must("check").out == "The register is whole.\n"


def test_held_rows_are_kept_for_thirty_days_at_most(town: World) -> None:
    receipt = town.deliver(PENALTIES, penalty(1, decided_on="昨天"))
    held = town.register / "held" / receipt["delivery"]
    town.later(days=29)
    town.run()
    assert held.exists()
    town.later(days=1)
    town.run()
    assert not held.exists()
    assert waiting(town), "the row still waits for a person; what it said is gone"
    assert town.must("check").out == "The register is whole.\n"


def test_a_lost_file_of_held_rows_is_found_by_the_check(town: World) -> None:
    receipt = town.deliver(PENALTIES, penalty(1, decided_on="昨天"))
    (town.register / "held" / receipt["delivery"]).unlink()
    done = town.say("check")
    assert done.code == 3
    assert receipt["delivery"] in done.err


def test_the_same_file_again_changes_nothing(town: World) -> None:
    file = town.file(PENALTIES, penalty(1), penalty(2, decided_on="昨天"))
    first = town.must("receive", PENALTIES, file, *town.acting("clerk"), "--json")
    head = town.head()
    town.later(days=3)
    moved = town.head()
    again = town.must("receive", PENALTIES, file, *town.acting("clerk"), "--json")
    assert again.out == first.out
    assert town.head() == moved != head
    said = town.must("receive", PENALTIES, file, *town.acting("clerk"))
    assert "This file was delivered before; nothing changed." in said.err


def test_a_delivery_that_nothing_rests_on_is_undone_by_its_clerk_alone(town: World) -> None:
    receipt = town.deliver(PENALTIES, penalty(1))
    undo = ("held", "undo", receipt["delivery"], "--reason", "The wrong month.")
    other = town.say(*undo, *town.acting("registrar"))
    assert other.code == 4
    assert "was delivered by clerk, who alone can undo it" in other.err
    town.must(*undo, *town.acting("clerk"))
    report = town.run()
    assert (report["proposed"], report["schemes"][0]["subjects"]) == ([], 0)
    nobody = town.say("explain", "linhe-compliance", company(1))
    assert (nobody.code, nobody.err) == (4, "linhe-compliance: no information.\n")
    again = town.say("receive", PENALTIES, town.file(PENALTIES, penalty(1)), *town.acting("clerk"))
    assert again.code == 2
    assert "which was undone" in again.err
    assert town.must("check").out == "The register is whole.\n"
    twice = town.say(*undo, *town.acting("clerk"))
    assert twice.code == 2


def test_a_delivery_that_a_case_rests_on_is_not_undone(noticed: World) -> None:
    (received,) = noticed.events("delivery.received")
    done = noticed.say(
        "held", "undo", received.topic, "--reason", "The wrong month.", *noticed.acting("clerk")
    )
    assert done.code == 2
    assert f"something rests on it: {noticed.only_case()}" in done.err
