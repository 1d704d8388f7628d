"""A witness and its folder: what it cosigns, what it refuses and in which words, and what it keeps."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from evenhand.kernel.errors import BadInput, Conflict, ProofFailed, RegisterDamaged
from evenhand.keys.signing import PrivateKey
from evenhand.publication.continuity import consistency_file
from evenhand.publication.cosignature import WitnessKey, cosign, cosignatures, with_lines
from evenhand.publication.log import Tree, leaf_hash
from evenhand.publication.sign import Checkpoint, NoteKey, sign_note
from evenhand.publication.witness import Agreed, Refused
from evenhand.publication.witness_door import ask, door
from evenhand.publication.witness_folder import Witness

ORIGIN = "town.example/log"
LOG = PrivateKey.from_chance(b"\x01" * 32)
STRANGER = PrivateKey.from_chance(b"\x02" * 32)
SEEING = PrivateKey.from_chance(b"\x03" * 32)
NAME = "witness.example/w1"
NOON = 1_774_000_000


def tree(size: int, kind: str = "leaf") -> Tree:
    made = Tree()
    made.append(leaf_hash(f"{kind} {n}".encode()) for n in range(size))
    return made


def note(of: Tree, size: int | None = None, key: PrivateKey = LOG, origin: str = ORIGIN) -> bytes:
    size = of.size if size is None else size
    return sign_note(Checkpoint(origin, size, of.root(size)).text(), origin, key)


def request(of: Tree, old: int, size: int | None = None) -> bytes:
    size = of.size if size is None else size
    part = Tree()
    part.append(of.hashes(0, n, n + 1) for n in range(size))
    return consistency_file(part, old, note(part))


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    made = Witness.create(tmp_path / "w", NAME, SEEING)
    made.trust(NoteKey(ORIGIN, LOG.public))
    return made


def agreed(witness: Witness, asked: bytes, seconds: int = NOON) -> Agreed:
    outcome = witness.answer(asked, lambda: seconds)
    assert isinstance(outcome, Agreed), outcome
    return outcome


def refused(witness: Witness, asked: bytes, seconds: int = NOON) -> Refused:
    before = witness.seen(ORIGIN)
    outcome = witness.answer(asked, lambda: seconds)
    assert isinstance(outcome, Refused), outcome
    assert witness.seen(ORIGIN) == before, "a refusal changes nothing that the witness knows"
    return outcome


def test_it_cosigns_a_log_that_grows_and_remembers_it(witness: Witness) -> None:
    log = tree(20)
    agreed(witness, request(log, 0, 5))
    made = agreed(witness, request(log, 5, 20), NOON + 60)
    assert (made.seen.size, made.seen.root, made.seen.seconds) == (20, log.root(), NOON + 60)
    assert Witness(witness.folder).seen(ORIGIN) == made.seen
    whole = with_lines(note(log), [made.cosignature.line()])
    (read,) = cosignatures(whole, [witness.key])
    assert (read, read.seconds) == (made.cosignature, NOON + 60)


def test_its_message_is_that_of_the_specification() -> None:
    text = Checkpoint(ORIGIN, 3, b"\x05" * 32).text()
    made = cosign(text, NAME, SEEING, 1679315147)
    message = b"cosignature/v1\ntime 1679315147\n" + text.encode()
    assert SEEING.public.verifies(made.signature, message)
    key_id = hashlib.sha256(NAME.encode() + b"\n\x04" + SEEING.public.raw).digest()[:4]
    assert made.witness.key_id == key_id
    assert WitnessKey.parse(str(made.witness)) == made.witness


def test_the_same_head_again_gets_a_later_time(witness: Witness) -> None:
    log = tree(7)
    agreed(witness, request(log, 0))
    assert agreed(witness, request(log, 7), NOON + 3600).cosignature.seconds == NOON + 3600


def test_its_time_never_goes_back(witness: Witness) -> None:
    log = tree(9)
    agreed(witness, request(log, 0, 8), NOON)
    assert agreed(witness, request(log, 8), NOON - 86_400).cosignature.seconds == NOON


def test_a_shorter_log_is_refused(witness: Witness) -> None:
    log = tree(20)
    agreed(witness, request(log, 0))
    no = refused(witness, request(log, 0, 12))
    assert (no.status, no.size) == (409, 20)
    assert "The log grew shorter: I cosigned 20 leaves, and now there are 12." in no.text.en
    assert "日志变短了" in no.text.zh


def test_a_split_log_is_refused_and_never_are_two_heads_of_one_size_cosigned(
    witness: Witness,
) -> None:
    agreed(witness, request(tree(20), 0))
    no = refused(witness, request(tree(20, "other"), 20))
    assert no.status == 409
    assert "The log is split: I cosigned another root of the same 20 leaves." in no.text.en


def test_a_rewritten_log_is_refused(witness: Witness) -> None:
    agreed(witness, request(tree(20), 0))
    no = refused(witness, request(tree(31, "other"), 20))
    assert no.status == 422
    assert "does not continue the 20 leaves that I cosigned: it was rewritten" in no.text.en


def test_a_proof_from_another_size_is_told_the_right_one(witness: Witness) -> None:
    log = tree(20)
    agreed(witness, request(log, 0, 5))
    no = refused(witness, request(log, 0))
    assert (no.status, no.size) == (409, 5)
    assert "The proof has to begin at 5 leaves" in no.text.en


def test_what_another_key_signed_is_refused(witness: Witness) -> None:
    part = tree(3)
    no = refused(witness, consistency_file(part, 0, note(part, key=STRANGER)))
    assert (no.status, no.text.en[:12]) == (403, "No known key")


def test_a_log_that_it_was_not_told_of_is_refused(witness: Witness) -> None:
    part = tree(3)
    other = note(part, origin="elsewhere.example/log")
    no = refused(witness, consistency_file(part, 0, other))
    assert no.status == 404
    assert 'The log "elsewhere.example/log" is not known here.' in no.text.en


@pytest.mark.parametrize(
    "asked",
    [
        b"",
        b"old 0\n",
        b"old 00\n\n",
        b"old x\n\n",
        b"new 0\n\n",
        b"\xff\n\nx",
        b"old 0\nnot base64!\n\nx",
        b"old 0\n" + b"AAAA\n" + b"\nx",
        b"old 0\n" + b"A" * 43 + b"=\n" * 64 + b"\n\nx",
        b"old 0\n\n" + b"x" * 80_000,
    ],
    ids=range(10),
)
def test_what_cannot_be_read_is_refused(witness: Witness, asked: bytes) -> None:
    no = refused(witness, asked)
    assert no.status in (400, 404)
    assert "Nothing was cosigned" in no.text.en


def test_an_old_size_above_the_new_one_is_refused(witness: Witness) -> None:
    asked = b"old 9\n\n" + note(tree(3))
    assert refused(witness, asked).status == 400


def test_an_empty_log_has_one_root(witness: Witness) -> None:
    false = sign_note(Checkpoint(ORIGIN, 0, b"\x01" * 32).text(), ORIGIN, LOG)
    assert refused(witness, b"old 0\n\n" + false).status == 422
    assert agreed(witness, request(tree(0), 0)).seen.size == 0


def test_a_damaged_memory_cosigns_nothing(witness: Witness) -> None:
    agreed(witness, request(tree(5), 0))
    (head,) = (witness.folder / "heads").iterdir()
    for damage in (b"", b"{}", json.dumps({"origin": "x", "root": "", "size": 0}).encode()):
        head.write_bytes(damage)
        with pytest.raises(RegisterDamaged, match="cosigns nothing for"):
            witness.answer(request(tree(9), 5), lambda: NOON)


def test_a_key_that_was_replaced_is_taken_beside_the_new_one_and_then_no_more(
    witness: Witness,
) -> None:
    witness.trust(NoteKey(ORIGIN, STRANGER.public))
    part = tree(3)
    agreed(witness, consistency_file(part, 0, note(part, key=STRANGER)))
    witness.distrust(NoteKey(ORIGIN, LOG.public))
    assert refused(witness, request(tree(9), 3)).status == 403
    with pytest.raises(BadInput, match="does not know"):
        witness.distrust(NoteKey(ORIGIN, LOG.public))


def test_a_folder_that_is_none_or_taken_is_refused(witness: Witness, tmp_path: Path) -> None:
    with pytest.raises(Conflict, match="not empty"):
        Witness.create(witness.folder, NAME, SEEING)
    with pytest.raises(BadInput):
        Witness(tmp_path)
    with pytest.raises(BadInput, match="no spaces"):
        Witness.create(tmp_path / "x", "a b", SEEING)
    (witness.folder / "witness.json").write_text("{}")
    with pytest.raises(BadInput, match="no witness's folder"):
        Witness(witness.folder)
    (witness.folder / "key.pem").chmod(0o644)
    with pytest.raises(BadInput, match="Others can read"):
        Witness(witness.folder)


def test_many_at_once_get_one_history(witness: Witness) -> None:
    """Eight ask at once, each for another head of the same size: one is cosigned, no other."""
    made: list[Agreed | Refused] = []

    def one(number: int) -> None:
        asked = request(tree(6, f"kind {number}"), 0)
        made.append(Witness(witness.folder).answer(asked, lambda: NOON))

    threads = [threading.Thread(target=one, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([m for m in made if isinstance(m, Agreed)]) == 1
    assert sum(isinstance(m, Refused) and m.status == 409 for m in made) == 7


@contextmanager
def served(witness: Witness) -> Iterator[tuple[str, list[str]]]:
    said: list[str] = []
    server = door(witness, 0, lambda: NOON, lambda text: said.append(text.en))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", said
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_door_answers_as_the_specification_says(witness: Witness) -> None:
    log = tree(20)
    with served(witness) as (url, said):
        done = ask(url, request(log, 0, 5))
        assert done.status == 200
        assert done.body.decode().startswith(f"\u2014 {NAME} ")
        assert ask(url, request(log, 0)).status == 409
        assert ask(url, request(log, 0)).body == b"5\n"
        assert ask(url, request(tree(9, "other"), 5)).status == 422
        assert ask(url, b"old").status == 400
        assert ask(url, b"x" * 100_000).status == 400
        assert ask(url + "/elsewhere", b"old 0\n\n").status == 404
    assert said[0] == f"Cosigned {ORIGIN}, 5 leaves."
    assert "rewritten" in said[3]


def test_a_taken_port_a_wrong_address_and_silence_are_said(witness: Witness) -> None:
    with served(witness) as (url, _):
        port = int(url.rsplit(":", 1)[1])
        with pytest.raises(BadInput, match="cannot be listened on"):
            door(witness, port, lambda: NOON, lambda text: None)
    with pytest.raises(BadInput, match="does not answer"):
        ask(url, b"")
    with pytest.raises(BadInput, match="is no address of a witness"):
        ask("file:///etc/passwd", b"")


def test_keys_of_logs_and_of_witnesses_are_never_mixed_up() -> None:
    with pytest.raises(BadInput, match="algorithm byte 4"):
        WitnessKey.parse(str(NoteKey(ORIGIN, LOG.public)))
    with pytest.raises(BadInput):
        NoteKey.parse(str(WitnessKey(NAME, SEEING.public)))


def test_a_false_line_of_a_known_witness_refuses_the_note_and_one_of_a_stranger_is_passed_over() -> (
    None
):
    log = tree(4)
    key = WitnessKey(NAME, SEEING.public)
    head = Checkpoint(ORIGIN, 4, log.root()).text()
    line = cosign(head, NAME, SEEING, NOON).line()
    other = cosign(head.replace("4\n", "5\n", 1), NAME, SEEING, NOON).line()
    assert cosignatures(with_lines(note(log), [line]), []) == ()
    with pytest.raises(ProofFailed, match="E-ED-36"):
        cosignatures(with_lines(note(log), [other]), [key])
    moved = line[:-8] + ("AAAA" if line[-8:-4] != "AAAA" else "BBBB") + line[-4:]
    with pytest.raises(ProofFailed, match="E-ED-36"):
        cosignatures(with_lines(note(log), [moved]), [key])
