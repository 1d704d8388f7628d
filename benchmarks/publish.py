"""Publishing and verifying an edition beside hashing the same bytes alone.

Each step runs in a process of its own. Prints seconds, the ratio to reading and hashing every file of the
edition once, which depends on the machine far less than seconds do, and memory, with how much of it
was there before the step began: what an edition is to say is handed in whole. Then the log by itself.
``python -m benchmarks.publish 1000000`` takes another number of entries.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
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
NAMED = NoteKey(ORIGIN, KEY.public)
PUBLISHER = Publisher(KEY, b"s" * 32)
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


@dataclass(frozen=True, slots=True)
class Took:
    """What a step took in a process of its own.

    Attributes:
        handed: MiB of the process when the step began, with what it was handed.
        most: The most MiB of the process.
    """

    wall: float
    core: float
    handed: float
    most: float


def memory() -> float:
    """The most MiB of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def taken(act: Callable[[], object]) -> Took:
    """Do something once."""
    handed = memory()
    wall, core = time.perf_counter(), time.process_time()
    act()
    return Took(time.perf_counter() - wall, time.process_time() - core, handed, memory())


def first(target: Path, entries: int) -> Took:
    """Publish a first edition, its own verification included."""
    of = content(entries, 1, -1)
    return taken(lambda: publish(target, of, PUBLISHER, None))


def second(target: Path, entries: int) -> Took:
    """Publish again after one removal."""
    of = content(entries, 2, 17)
    return taken(lambda: publish(target, of, PUBLISHER, read_past(target, 1, NAMED)))


def verified(target: Path, _: int) -> Took:
    """Verify the first edition as a stranger."""
    return taken(lambda: verify_edition(target / "1", NAMED, MADE + dt.timedelta(days=1)))


def hashed(target: Path, _: int) -> Took:
    """Read and hash every file of the first edition once."""
    paths = list(Folder(target / "1").paths())
    return taken(
        lambda: [hashlib.sha256((target / "1" / path).read_bytes()).digest() for path in paths]
    )


STEPS: Mapping[str, Callable[[Path, int], Took]] = {
    "publish, with its own verification": first,
    "hash every file once": hashed,
    "verify": verified,
    "publish again after one removal": second,
}


def editions(entries: int) -> None:
    """Each step in a process of its own, beside reading and hashing every file."""
    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "editions"
        took = {}
        for what, step in STEPS.items():
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
                took[what] = alone.submit(step, target, entries).result()
        sizes = [(target / "1" / path).stat().st_size for path in Folder(target / "1").paths()]
    print(f"{entries:,} entries, {len(sizes):,} files, {sum(sizes) / 1e6:,.0f} MB")
    print(f"{'':<36}{'wall s':>8}{'core s':>8}{'x hashing':>11}{'handed MiB':>12}{'most MiB':>10}")
    against = took["hash every file once"].core
    for what, one in took.items():
        print(
            f"{what:<36}{one.wall:8.2f}{one.core:8.2f}{one.core / against:11.1f}"
            f"{one.handed:12,.0f}{one.most:10,.0f}"
        )


def timed(what: str, act: Callable[[], object], against: float = 0.0) -> float:
    """Do something once; print its seconds, those of one core, and the ratio of the latter."""
    one = taken(act)
    ratio = f"{one.core / against:8.1f} x hashing" if against else ""
    print(f"{what:<46}{one.wall:9.2f} s{one.core:9.2f} s of a core{ratio}")
    return one.core


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
    print(f"{'one proof, made and checked':<46}{took / 2000 * 1000:9.2f} ms")


def main(entries: int = ENTRIES) -> None:
    """Measure and print."""
    editions(entries)
    log(LEAVES)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
