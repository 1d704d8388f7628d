"""The register's own key over the years: replaced in good order, stolen, revoked; who can still verify."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from evenhand.kernel.canonical import Json, canonical
from evenhand.keys.acts import signed_bytes
from evenhand.keys.signing import PrivateKey
from evenhand.publication.key_statements import REVOKED, with_signatures
from evenhand.publication.sign import Checkpoint, NoteKey, encoded, note_parts
from tests.journeys.witnesses import Watching
from tests.world import ORIGIN, Said, World, key_of


@pytest.fixture
def town(published: World) -> World:
    for name in ("publisher-2", "publisher-3", "thief"):
        key_of(name).write(published.key(name))
    return published


def note_key(town: World, name: str) -> str:
    return str(NoteKey(ORIGIN, PrivateKey.read(town.key(name)).public))


def public(town: World, name: str) -> str:
    return str(PrivateKey.read(town.key(name)).public)


def replaced(town: World, old: str = "publisher", new: str = "publisher-2") -> Said:
    keys = ["--old", town.key(old), "--new", town.key(new), "--origin", ORIGIN]
    town.must("key", "replace", *keys, *town.acting("steward-1"))
    return town.must("key", "confirm", "--origin", ORIGIN, *town.acting("steward-2"))


def revoked(town: World, since: dt.datetime | None = None) -> Said:
    words = [
        *("key", "revoke", "--lost", public(town, "publisher"), "--new", town.key("publisher-2")),
        *("--since", (since or town.at).isoformat(), "--why", "The laptop was stolen."),
        *("--origin", ORIGIN),
    ]
    town.must(*words, *town.acting("steward-1"))
    return town.must("key", "confirm", "--origin", ORIGIN, *town.acting("steward-2"))


def publish(town: World, key: str) -> Said:
    return town.say("publish", "--key", town.key(key), "--origin", ORIGIN, "--json")


def current(town: World) -> Path:
    number = (town.register / "editions" / "current").read_text().strip()
    return town.register / "editions" / number


def verify(town: World, folder: Path, key: str, *more: object) -> Said:
    return town.call(
        "verify", folder, "--key", note_key(town, key), "--at", town.at.isoformat(), *more
    )


def stewards(town: World) -> list[str]:
    return [w for s in ("steward-1", "steward-2") for w in ("--steward", public(town, s))]


def test_editions_verify_across_a_replaced_key_by_the_old_one_and_by_the_new(town: World) -> None:
    kept = town.folder / "kept-checkpoint"
    shutil.copy(current(town) / "checkpoint", kept)
    assert "Publish with it at once." in replaced(town).out
    town.later(days=1)
    assert publish(town, "publisher-2").code == 0
    for key in ("publisher", "publisher-2"):
        done = verify(town, current(town), key, "--known", kept)
        assert done.code == 0, done.err
        assert f"Signed by {note_key(town, 'publisher-2')}" in done.out
    assert verify(town, current(town), "publisher", *stewards(town)).code == 0
    assert verify(town, current(town), "thief").code == 3
    assert town.say("check").code == 0
    listed = town.must("key", "list", "--origin", ORIGIN, "--json").value
    assert listed["current"] == public(town, "publisher-2")
    assert [row["was"] for row in listed["before"]] == ["announced"]


def test_a_key_is_replaced_twice_and_the_first_one_still_leads_to_the_last(town: World) -> None:
    replaced(town)
    town.later(days=1)
    assert publish(town, "publisher-2").code == 0
    replaced(town, "publisher-2", "publisher-3")
    town.later(days=1)
    assert publish(town, "publisher-3").code == 0
    for key in ("publisher", "publisher-2", "publisher-3"):
        assert verify(town, current(town), key).code == 0


def test_the_old_key_publishes_nothing_any_more(town: World) -> None:
    replaced(town)
    done = publish(town, "publisher")
    assert done.code == 2
    assert "This key was replaced or revoked and publishes nothing any more." in done.err
    assert "已被替换或撤销" in town.say(
        "--lang", "zh", "publish", "--key", town.key("publisher"), "--origin", ORIGIN
    ).err  # fmt: skip


def test_one_steward_alone_replaces_nothing(town: World) -> None:
    keys = ["--old", town.key("publisher"), "--new", town.key("publisher-2"), "--origin", ORIGIN]
    one = town.must("key", "replace", *keys, *town.acting("steward-1"))
    assert "Signed by 1 of 2 stewards" in one.out
    assert publish(town, "publisher-2").code == 2
    assert town.say("key", "confirm", "--origin", ORIGIN, *town.acting("steward-1")).code == 2
    assert town.say("key", "confirm", "--origin", ORIGIN, *town.acting("officer-1")).code == 4
    town.later(days=1)
    assert publish(town, "publisher").code == 0


def test_only_the_key_that_publishes_now_is_replaced_and_only_by_one_that_nobody_has(
    town: World,
) -> None:
    for old, new, said in (
        ("thief", "publisher-2", "is not the key that publishes"),
        ("publisher", "officer-1", "has to be one that nobody owns"),
        ("publisher", "publisher", "has to be one that nobody owns"),
    ):
        keys = ["--old", town.key(old), "--new", town.key(new), "--origin", ORIGIN]
        done = town.say("key", "replace", *keys, *town.acting("steward-1"))
        assert done.code == 2
        assert said in done.err


def test_a_stolen_key_is_revoked_and_what_it_signs_later_is_refused(town: World) -> None:
    stolen = town.folder / "by-the-thief"
    shutil.copytree(town.folder, stolen, ignore=shutil.ignore_patterns("by-the-thief"))
    town.later(minutes=10)
    revoked(town)
    town.later(days=1)
    assert publish(town, "publisher").code == 2
    assert publish(town, "publisher-2").code == 0
    keys = ["--keys", current(town) / "keys.json"]

    thief = World(stolen, town.at)
    thief.later(days=2)
    assert publish(thief, "publisher").code == 0
    town.later(days=2)
    forged = current(thief)
    assert verify(town, forged, "publisher").code == 0, "who has heard nothing cannot tell"
    refused = verify(town, forged, "publisher", *keys)
    assert refused.code == 3
    assert "E-ED-41" in refused.err
    assert "The key that signed it is revoked from" in refused.err


def test_who_trusts_only_a_revoked_key_needs_the_stewards_keys_to_go_on(town: World) -> None:
    town.later(minutes=10)
    revoked(town)
    town.later(days=1)
    publish(town, "publisher-2")
    lost = verify(town, current(town), "publisher")
    assert lost.code == 3
    assert "E-ED-03" in lost.err
    assert verify(town, current(town), "publisher", *stewards(town)).code == 0
    assert verify(town, current(town), "publisher-2").code == 0
    false = [w for s in ("thief", "publisher") for w in ("--steward", public(town, s))]
    assert "E-ED-42" in verify(town, current(town), "publisher", *false).err


def test_the_last_edition_before_the_revocation_still_counts(town: World) -> None:
    last = town.folder / "last"
    shutil.copytree(current(town), last)
    town.later(minutes=10)
    revoked(town)
    publish(town, "publisher-2")
    keys = ["--keys", current(town) / "keys.json"]
    assert verify(town, last, "publisher", *keys).code == 0


def test_what_a_witness_cosigned_before_the_moment_counts_and_nothing_after(town: World) -> None:
    watching = Watching(town, town.at)
    try:
        town.later(days=1)
        town.publish()
        watching.set(town.at)
        town.must(*watching.asking())
        seen = town.folder / "seen"
        shutil.copytree(current(town), seen)
        moment = town.at + dt.timedelta(minutes=1)
        town.later(days=1)
        before_theft = town.at - dt.timedelta(days=1, minutes=5)
        for since, code in ((moment, 0), (before_theft, 3)):
            other = town.copy(town.folder.parent / f"{town.folder.name}-{code}")
            revoked(other, since)
            publish(other, "publisher-2")
            keys = ["--keys", current(other) / "keys.json", "--witness", watching.key]
            done = verify(other, seen, "publisher", *keys)
            assert done.code == code, done.err
    finally:
        watching.kill()


def test_a_revocation_from_a_moment_to_come_is_refused(town: World) -> None:
    done = town.say(
        *("key", "revoke", "--lost", public(town, "publisher"), "--new", town.key("publisher-2")),
        *("--since", (town.at + dt.timedelta(days=1)).isoformat(), "--why", "To be safe later."),
        *("--origin", ORIGIN, *town.acting("steward-1")),
    )
    assert done.code == 2
    assert "is still to come" in done.err


@pytest.mark.parametrize("change", ["size", "new", "by_old", "signatures", "topic", "form"])
def test_a_statement_that_was_changed_does_not_hold(town: World, change: str) -> None:
    replaced(town)
    town.later(days=1)
    publish(town, "publisher-2")
    file = town.folder / "keys.json"
    said = json.loads((current(town) / "keys.json").read_bytes())
    (row,) = said["statements"]
    if change == "form":
        said["form"] = "evenhand/keys/0"
    elif change == "signatures":
        row["signatures"] = row["signatures"][:1]
    elif change == "topic":
        row["topic"] = "elsewhere.example/log"
    elif change == "size":
        row["body"]["size"] += 1
    elif change == "new":
        row["body"]["new"] = public(town, "thief")
    else:
        row["body"][change] = row["body"]["by_new"]
    file.write_text(json.dumps(said))
    done = verify(town, current(town), "publisher", "--keys", file)
    assert done.code == 3
    assert "E-ED-42" in done.err


def steward_replaced(town: World, confirmer: str = "auditor") -> list[object]:
    """Steward 1 goes on with another key; returns how they act from then on."""
    key_of("steward-1b").write(town.key("steward-1b"))
    town.must("officer", "replace-key", "--new", town.key("steward-1b"), *town.acting("steward-1"))
    told = ["--public-key", public(town, "steward-1b")]
    town.must("officer", "confirm-key", "steward-1", *told, *town.acting(confirmer))
    return ["--as", "steward-1", "--key", town.key("steward-1b")]


def test_a_stewards_key_is_replaced_and_verifiers_of_the_first_one_go_on(town: World) -> None:
    founding = stewards(town)
    replaced(town)
    town.later(minutes=10)
    acting = steward_replaced(town)
    town.later(minutes=10)
    lost = ["--lost", public(town, "publisher-2"), "--new", town.key("publisher-3")]
    words = [*lost, "--since", town.at.isoformat(), "--why", "Stolen.", "--origin", ORIGIN]
    old = town.say("key", "revoke", *words, *town.acting("steward-1"))
    assert (old.code, "signature does not fit" in old.err) == (4, True)
    town.must("key", "revoke", *words, *acting)
    town.must("key", "confirm", "--origin", ORIGIN, *town.acting("steward-2"))
    town.later(days=1)
    assert publish(town, "publisher-3").code == 0
    now = ["--steward", public(town, "steward-1b"), "--steward", public(town, "steward-2")]
    for known in (founding, now):
        done = verify(town, current(town), "publisher", *known)
        assert done.code == 0, done.err
    assert verify(town, current(town), "publisher").code == 3, "a revoked key leads no further"
    assert town.say("check").code == 0
    assert town.say("audit").code == 0
    listed = town.must("officer", "list")
    assert listed.out.count("steward-1 ") == 2
    assert "key replaced" in listed.out


def forged(town: World, signers: list[tuple[str, str]]) -> Path:
    """An edition with a statement that its publication key is revoked, by whoever signed it."""
    folder = town.folder / "forged"
    shutil.copytree(current(town), folder)
    said = json.loads((folder / "keys.json").read_bytes())
    old, thief = PrivateKey.read(town.key("publisher-2")), PrivateKey.read(town.key("thief"))
    checkpoint = Checkpoint.read(note_parts((folder / "checkpoint").read_bytes())[0])
    body: dict[str, Json] = {"old": str(old.public), "new": str(thief.public), "term": 1,
                             "size": checkpoint.size, "root": encoded(checkpoint.root),
                             "since": town.at.isoformat(), "why": "Stolen."}  # fmt: skip
    body = with_signatures(REVOKED, ORIGIN, body, thief)
    said["statements"].append({"kind": REVOKED, "topic": ORIGIN, "body": body, "signatures": [
        {"by": by, "key": public(town, key), "signature": encoded(
            PrivateKey.read(town.key(key)).sign(signed_bytes(REVOKED, ORIGIN, by, body)))}
        for by, key in signers]})  # fmt: skip
    (folder / "keys.json").write_bytes(canonical(said))
    return folder / "keys.json"


@pytest.mark.parametrize(
    ("signers", "code"),
    [
        ([("steward-1", "steward-1b"), ("steward-2", "steward-2")], 0),
        ([("steward-1", "steward-1b"), ("steward-2", "steward-1")], 3),
        ([("steward-1", "steward-1"), ("steward-2", "steward-2")], 3),
        ([("steward-1", "steward-1b")], 3),
        ([("steward-1", "steward-1b"), ("steward-2", "thief")], 3),
    ],
    ids=["two stewards", "one steward twice", "an old key", "one steward", "a thief"],
)
def test_two_keys_of_one_steward_are_one_person(
    town: World, signers: list[tuple[str, str]], code: int
) -> None:
    """A steward who has an old key and a new one revokes nothing for those who know all three keys."""
    replaced(town)
    steward_replaced(town)
    town.later(days=1)
    assert publish(town, "publisher-2").code == 0
    known = [*stewards(town), "--steward", public(town, "steward-1b")]
    assert verify(town, current(town), "publisher", *known).code == 0
    done = verify(town, current(town), "publisher-2", "--keys", forged(town, signers), *known)
    assert done.code == code, done.err
    assert code == 0 or "E-ED-42" in done.err


def test_a_replacement_of_a_stewards_key_that_its_old_key_did_not_sign_is_refused(
    town: World,
) -> None:
    replaced(town)
    steward_replaced(town)
    town.later(days=1)
    publish(town, "publisher-2")
    kept = town.folder / "keys.json"
    said = json.loads((current(town) / "keys.json").read_bytes())
    row = next(one for one in said["statements"] if one["kind"] == "person.key_replaced")
    good = json.dumps(said)
    for part, value in (("body", {**row["body"], "by_new": "AAAA"}),
                        ("signatures", row["signatures"][1:]),
                        ("signatures", row["signatures"][:1])):  # fmt: skip
        said = json.loads(good)
        next(one for one in said["statements"] if one["kind"] == row["kind"])[part] = value
        kept.write_bytes(canonical(said))
        done = verify(town, current(town), "publisher", "--keys", kept)
        assert done.code == 3
        assert "E-ED-42" in done.err


def test_without_their_old_key_nobody_replaces_a_stewards(town: World) -> None:
    told = ["--public-key", public(town, "thief")]
    done = town.say("officer", "confirm-key", "steward-1", *told, *town.acting("steward-2"))
    assert done.code == 2
    assert "steward-1 did not sign that this new key follows theirs." in done.err
    stolen = ["--as", "steward-1", "--key", town.key("thief")]
    done = town.say("officer", "replace-key", "--new", town.key("publisher-2"), *stolen)
    assert done.code == 4
    assert "signature does not fit" in done.err
