"""A resident who joined on paper, was seen, left and is erased: nothing of them is anywhere.

Live files, derived files, editions, letters, backups made before, the register restored from such a backup;
with the vault of today, and without any. Every head, proof and edition from before still holds.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from evenhand.kernel.codes import pseudonym
from evenhand.keys.signing import PublicKey
from evenhand.publication.sign import NoteKey
from evenhand.publication.verify import verify_edition
from evenhand.relational.register import open_register
from tests.journeys.test_consent_on_paper import SCHEME, confirm, enter, mine, own_key
from tests.world import (
    CONSENTS,
    DONATIONS,
    PENALTIES,
    World,
    consent,
    donation,
    founded_once,
    key_of,
    paper_form,
    penalty,
    resident,
)

LEAVER = 1
POPULATION = range(1, 600)
"""Numbers of residents that somebody would try; every place has a list of them."""


def canaries(town: World) -> dict[str, str]:
    """Everything that names the leaver."""
    said = paper_form(town, LEAVER)
    return {
        "number": resident(LEAVER),
        "name": said["name"],
        "address": said["address"],
        "form": said["form"],
        "form on a worksheet": str(consent(LEAVER)[0]),
        "certificate": str(donation(LEAVER)[1]),
    }


def disguised(text: str) -> Iterator[bytes]:
    """A text in every dress in which a file could hold it."""
    for codec in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        data = text.encode(codec)
        yield data
        yield data[::-1]
        yield data.hex().encode()
        yield data.hex().upper().encode()
        for shift in range(3):
            body = base64.b64encode(b"\0" * shift + data)
            yield body[4 if shift else 0 : -4]
    yield text.encode("unicode_escape")
    yield text.encode("ascii", "backslashreplace")
    yield "".join(f"\\u{ord(c):04x}" for c in text).encode()


def files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            yield path, data
            if data[:2] == b"\x1f\x8b":
                yield path, gzip.decompress(data)


def found(folder: Path, names: dict[str, str]) -> list[str]:
    """Which canary is in which file."""
    needles = [(what, dress) for what, text in names.items() for dress in disguised(text)]
    return [
        f"{what} in {path.relative_to(folder)}"
        for path, data in files(folder)
        for what, needle in needles
        if len(needle) >= 6 and needle in data
    ]


@pytest.fixture(scope="module")
def before_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town of which one resident joined on paper and one on a worksheet; it was run and published."""
    town = founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("leaver"))
    own_key(town, LEAVER)
    said = paper_form(town, LEAVER, key=str(key_of(f"resident-{LEAVER}").public))
    for done in (enter(town, said), confirm(town, said)):
        assert done.code == 0, done.err
    town.deliver(CONSENTS, consent(LEAVER), consent(2))
    town.deliver(DONATIONS, donation(LEAVER), donation(2))
    town.deliver(PENALTIES, penalty(1))
    town.run()
    town.publish()
    town.must("backup", town.folder / "last-week.backup")
    return town


@pytest.fixture(scope="module")
def erased_once(before_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The same town a week later, after the leaver left with their own key and the day was run."""
    town = before_once.copy(tmp_path_factory.mktemp("erased"))
    for worksheet in (town.folder / "inbox").iterdir():
        worksheet.unlink()
    town.later(days=7)
    town.must("consent", "withdraw", SCHEME, "--key", own_key(town, LEAVER))
    town.run()
    return town


@pytest.fixture
def erased(erased_once: World, tmp_path: Path) -> World:
    return erased_once.copy(tmp_path / "town")


def test_c4_the_search_finds_what_is_there(tmp_path: Path) -> None:
    for number, dress in enumerate(disguised(resident(LEAVER))):
        (tmp_path / str(number)).write_bytes(b"\x00before" + dress + b"after\x00")
    hits = found(tmp_path, {"number": resident(LEAVER)})
    assert len({hit.rsplit(" ", 1)[1] for hit in hits}) == len(list(tmp_path.iterdir()))


def test_c4_nothing_names_who_was_erased_in_any_file_of_the_register_or_of_its_vault(
    before_once: World, erased: World
) -> None:
    assert before_once.subject(LEAVER) != "None"
    assert erased.subject(LEAVER) == "None"
    names = canaries(erased)
    assert found(erased.register, names) == []
    with open_register(erased.register) as register:
        own = pseudonym(resident(LEAVER), register.vault.pseudonym_key)
    assert found(erased.register, {"pseudonym": own}) == []


def test_c4_backups_made_before_name_nobody(before_once: World, erased: World) -> None:
    place = erased.folder / "old"
    place.mkdir()
    shutil.copy(before_once.folder / "last-week.backup", place)
    shutil.unpack_archive(place / "last-week.backup", place, format="tar")
    assert len([*files(place)]) > 20
    assert found(place, canaries(erased)) == []


def test_c4_a_dictionary_of_everybody_finds_nothing_without_the_vault(
    before_once: World, erased: World
) -> None:
    """Hash every number that there may be, in every usual way; none is in any file."""
    stored: set[bytes] = set()
    for town in (before_once, erased):
        for path, data in files(town.register):
            if "vault" not in path.parts:
                stored |= {digits.lower() for digits in re.findall(rb"[0-9a-fA-F]{64}", data)}
    assert len(stored) > 100
    guesses = {resident(number) for number in POPULATION}
    said = paper_form(erased, LEAVER)
    guesses |= {said["form"], str(consent(LEAVER)[0]), str(donation(LEAVER)[1]), said["address"]}
    public = [b"", b"evenhand", SCHEME.encode(), b"linhe-credit-office", said["words"].encode()]
    public += [str(event.seq).encode() for event in erased.events("consent.entered")]
    public += [str(event.body["subject"]).encode() for event in erased.events("consent.entered")]
    for guess in guesses:
        text = guess.encode()
        tries = [hashlib.sha256(salt + text).hexdigest() for salt in public]
        tries += [hashlib.sha256(text + salt).hexdigest() for salt in public]
        tries += [hmac.new(salt, text, hashlib.sha256).hexdigest() for salt in public]
        assert not {made.encode() for made in tries} & stored, guess


def test_c4_even_with_the_vault_of_today_no_number_leads_to_the_erased(erased: World) -> None:
    with open_register(erased.register) as register:
        vault = register.vault
        known = vault.identifiers("resident")
        tried = {pseudonym(resident(n), vault.pseudonym_key): n for n in POPULATION}
        assert [tried[value] for value in known.values()] == [2]
        log = "\n".join(str(event.body) for event in register.ledger.read())
        assert not [n for value, n in tried.items() if value in log]


def test_t29_last_weeks_backup_with_todays_vault_brings_nobody_back(
    before_once: World, erased: World
) -> None:
    vault = erased.folder / "vault-of-today"
    shutil.copytree(erased.register / "vault", vault)
    place = erased.folder / "restored"
    archive = before_once.folder / "last-week.backup"
    done = erased.call("restore", archive, "--vault", vault, "--register", place)
    assert done.code == 0, done.err
    restored = World(erased.folder, erased.at)
    restored.register = place
    key = own_key(erased, LEAVER)
    seen = mine(restored, key)
    assert (seen.code, seen.out, seen.err) == (4, "", f"{SCHEME}: no information.\n")
    assert restored.must("standing", SCHEME, "--json").value["subjects"] == 1
    again = restored.say("consent", "give", SCHEME, "--words", "0" * 64, "--key", key)
    assert again.code == 4
    restored.run()
    assert found(place, canaries(erased)) == []
    assert restored.must("check").code == 0


def test_c4_every_earlier_head_proof_and_edition_still_holds(
    before_once: World, erased: World
) -> None:
    head, digest = before_once.head()
    with open_register(erased.register) as register:
        events = {event.seq: event.digest for event in register.ledger.read()}
        register.ledger.verify()
    assert events[head] == digest
    (edition,) = erased.events("edition.published")
    key = NoteKey(str(edition.body["origin"]), PublicKey.parse(str(edition.body["key"])))
    verify_edition(erased.register / "editions" / "1", key, edition.at)
    assert erased.must("check").out.strip().endswith("The register is whole.")
    assert erased.publish()["number"] == 2
    assert erased.must("check").code == 0


def test_c4_what_others_have_is_untouched(erased: World) -> None:
    assert erased.must("standing", SCHEME, "--json").value["subjects"] == 1
    assert erased.must("explain", "linhe-compliance", str(penalty(1)[1])).code == 0
