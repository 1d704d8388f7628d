"""Publishing and verifying an edition beside hashing the same bytes alone.

Prints seconds, the bytes of the edition and the ratio to reading and hashing every file of it once,
which depends on the machine far less than seconds do; then the log by itself, a million leaves.
``python -m benchmarks.publish 1000000`` takes another number of entries.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from evenhand.kernel.canonical import Json
from evenhand.kernel.codes import uscc_check_character
from evenhand.kernel.ids import ListId, SchemeId
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.lists.disclose import Disclosed
from evenhand.publication.edition import EditionContent, PublicList, PublicScheme, Publisher
from evenhand.publication.log import Tree, holds_consistency, holds_inclusion, leaf_hash
from evenhand.publication.manifest import TALLY, RegisterCard
from evenhand.publication.publish import publish, read_past
from evenhand.publication.reading import Folder
from evenhand.publication.sign import NoteKey
from evenhand.publication.verify import verify_edition

ENTRIES = 100_000
LEAVES = 1_000_000
LISTS = 20
KEY = PrivateKey.from_chance(b"\x01" * 32)
ORIGIN = "linhe.example/log"
MADE = dt.datetime(2026, 3, 30, 1, tzinfo=dt.UTC)
LAW = {"article": "art. 123", "en": "Food Safety Law", "zh": "《中华人民共和国食品安全法》"}


def disclosed(number: int, on: int) -> Disclosed:
    """A made-up company's entry on one of twenty lists."""
    digits = hashlib.sha256(b"%d" % number).hexdigest()[:16]
    body = f"91000000{number:09d}"
    fields: dict[str, Json] = {
        "case": f"C-{digits}",
        "decided_by": "linhe-court",
        "decided_on": "2026-03-27",
        "decisions": [2 * number, 2 * number + 1],
        "entry": f"E-{digits}",
        "identifier": body + uscc_check_character(body),
        "identifier_scheme": "uscc",
        "kind": "black",
        "last_day": "2029-03-26",
        "legal_basis": [LAW],
        "list": f"list-{on:02d}",
        "measures": ["inspect-more-often"],
        "name": f"临禾市第{number}贸易有限公司",
        "purposes": ["public-procurement"],
        "records": [f"R-{number:013d}"],
        "repair": {"after": "12 months", "needs": ["penalty_performed"]},
        "scheme": "linhe-compliance",
        "since": "2026-03-27",
        "subject_kind": "enterprise",
        "topic": "trade",
        "version": "2026.1",
    }
    return Disclosed(SchemeId("linhe-compliance"), ListId(f"list-{on:02d}"), fields)


def content(entries: int, number: int, without: int) -> EditionContent:
    """An edition of so many entries on twenty lists, one of them removed."""
    lists = []
    for on in range(LISTS):
        shown = tuple(disclosed(n, on) for n in range(on, entries, LISTS) if n != without)
        tally = dict.fromkeys(TALLY, 0) | {"proposed": len(shown), "noticed": len(shown)}
        tally |= {"listed": len(shown), "in_force": len(shown)}
        title = Text(zh="名单", en="List")
        lists.append(
            PublicList(
                "linhe-compliance", f"list-{on:02d}", title, "black", "trade", shown, 0, tally
            )
        )
    rules = PublicScheme(
        scheme="linhe-compliance",
        version="2026.1",
        title=Text(zh="办法", en="Scheme"),
        authority="linhe-credit-office",
        public_since=dt.date(2025, 1, 6),
        first_day=dt.date(2025, 3, 1),
        last_day=None,
        file=b"scheme: linhe-compliance\n",
        sentences=Text(zh="列入名单。", en="Listed."),
    )
    card = RegisterCard(
        Text(zh="临禾", en="Linhe"), ORIGIN, "demonstration", "Linhe", "Asia/Shanghai"
    )
    until = MADE + dt.timedelta(days=7)
    return EditionContent(number, card, MADE, until, tuple(lists), (rules,))


def timed(what: str, act: Callable[[], object], against: float = 0.0) -> float:
    """Do something once; print its seconds, those of one core, and the ratio of the latter."""
    wall, core = time.perf_counter(), time.process_time()
    act()
    wall, core = time.perf_counter() - wall, time.process_time() - core
    ratio = f"{core / against:8.1f} x hashing" if against else ""
    print(f"{what:<44}{wall:9.2f} s{core:9.2f} s of a core{ratio}")
    return core


def editions(entries: int) -> None:
    """Publish, publish again after one removal, verify; beside reading and hashing every file."""
    named = NoteKey(ORIGIN, KEY.public)
    publisher = Publisher(KEY, b"s" * 32)
    now = MADE + dt.timedelta(days=1)
    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "editions"
        first = content(entries, 1, -1)
        folder = target / "1"
        took = timed(
            "publish, with its own verification", lambda: publish(target, first, publisher, None)
        )
        paths = [folder / path for path in Folder(folder).paths()]
        size = sum(path.stat().st_size for path in paths)
        print(f"{entries:,} entries, {len(paths):,} files, {size / 1e6:,.0f} MB")
        hashing = timed(
            "hash every file once",
            lambda: [hashlib.sha256(path.read_bytes()).digest() for path in paths],
        )
        print(f"{'publish beside hashing':<44}{took / hashing:37.1f} x hashing")
        timed("verify", lambda: verify_edition(folder, named, now), hashing)
        second = content(entries, 2, 17)
        timed(
            "publish again after one removal",
            lambda: publish(target, second, publisher, read_past(target, 1, named)),
            hashing,
        )


def log(leaves: int) -> None:
    """Append leaves, compute the root, make and check proofs."""
    tree = Tree()
    every = [b"E" + number.to_bytes(32) for number in range(leaves)]
    plain = timed(
        f"{leaves:,} leaf hashes alone", lambda: [hashlib.sha256(leaf).digest() for leaf in every]
    )
    timed(
        "append them to the log, and its root",
        lambda: (tree.append(map(leaf_hash, every)), tree.root()),
        plain,
    )
    root, half = tree.root(), tree.root(leaves // 2 + 1)

    def proofs() -> None:
        for index in range(0, leaves, leaves // 1000):
            assert holds_inclusion(
                leaf_hash(every[index]), index, leaves, tree.inclusion(index), root
            )
        for _ in range(1000):
            proof = tree.consistency(leaves // 2 + 1)
            assert holds_consistency(leaves // 2 + 1, half, leaves, root, proof)

    took = timed("1,000 inclusion and 1,000 consistency proofs", proofs)
    print(f"{'one proof, made and checked':<44}{took / 2000 * 1000:9.2f} ms")


def main(entries: int = ENTRIES) -> None:
    """Measure and print."""
    editions(entries)
    log(LEAVES)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'most memory':<44}{most:9.0f} MB")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
