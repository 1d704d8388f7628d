"""What each stage of the sentence costs on the demonstration city, and its share of the whole.

``python -m benchmarks.stages`` lives the demonstration's four days (``evenhand demo``) in this process and
prints, for each verb of the sentence, seconds of the processor and on the wall without the verbs inside it;
what is between the verbs (ledger, vault, folds) stands as the rest. ``small`` takes a twentieth of the city.

``python -m benchmarks.stages count`` prints instead, as JSON, how many calls of functions each stage makes in
Python and how many rows its plans pass from operator to operator in DuckDB. These depend on the code and
on nothing else: the test ``tests/workload/test_work_counted.py`` holds them. ``twice VERB`` after it does
the work of one verb twice, which shows that the counts see it.
"""

from __future__ import annotations

import cProfile
import functools
import hashlib
import importlib
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, Final, Protocol

from evenhand.cli import demo_days as days
from evenhand.lab.city import FULL, CitySize, make_city
from evenhand.lab.worksheets import worksheets
from evenhand.relational.duckdb import DuckDBEngine
from evenhand.sources.read_catalogue import read_catalogue

SMALL: Final = CitySize(1_000, 20, 2_000)
REST: Final = "the rest"
VERBS: Final[Mapping[str, tuple[str, ...]]] = {
    "found": (
        "cli.demo_days:found_register", "cli.demo_days:enrol_all", "cli.demo_days:add_source",
    ),
    "check rules": ("cli.demo_days:propose_scheme", "cli.demo_days:publish_scheme"),
    "receive": ("pipeline.intake:take",),
    "admit": ("pipeline.intake:admit",),
    "resolve": ("pipeline.intake:evidence_rows",),
    "keep": ("relational.evidence:EvidenceStore.write",),
    "agree": ("cli.demo_days:confirm_worksheet",),
    "compile": ("scoring.score:compile_scheme", "scoring.grounds:compile_scheme"),
    "score": ("pipeline.day:score", "pipeline.day:digest_of"),
    "find grounds": ("pipeline.day:grounds", "pipeline.day:graded"),
    "propose": ("pipeline.day:propose_on",),
    "give notice": ("pipeline.day:contents_of", "pipeline.day:give_notice"),
    "decide": (
        "cli.demo_days:deliver_notices", "cli.demo_days:object_to_some",
        "cli.demo_days:answer_objections", "cli.demo_days:decide_cases",
    ),
    "let time pass": ("pipeline.day:pass_time",),
    "draw": ("pipeline.edition:entries_in_force",),
    "publish": ("pipeline.edition:publish",),
    "verify": ("publication.publish:verify_edition",),
}  # fmt: skip
"""Where the pipeline calls each verb: the module, and the name in it that is watched."""


class Meter(Protocol):
    """What a stage is measured by."""

    def enter(self, verb: str) -> None:
        """The verb begins; the one that called it waits."""

    def leave(self, verb: str) -> None:
        """It is done."""


class Times:
    """Seconds of the processor and on the wall, each verb without those inside it."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._within: list[str] = []
        self._since = (0.0, 0.0)

    def enter(self, verb: str) -> None:
        self._tick()
        self._within.append(verb)

    def leave(self, verb: str) -> None:
        self._tick()
        assert self._within.pop() == verb

    def _tick(self) -> None:
        now = time.process_time(), time.perf_counter()
        if self._within:
            spent = self.spent[self._within[-1]]
            spent[0] += now[0] - self._since[0]
            spent[1] += now[1] - self._since[1]
        self._since = now


class Counts:
    """Calls of functions, by the profiler that comes with Python; each verb without those inside it."""

    def __init__(self) -> None:
        self._profiles: dict[str, cProfile.Profile] = defaultdict(cProfile.Profile)
        self._within: list[str] = []
        self.rows: dict[str, int] = defaultdict(int)

    def enter(self, verb: str) -> None:
        if self._within:
            self._profiles[self._within[-1]].disable()
        self._within.append(verb)
        self._profiles[verb].enable()

    def leave(self, verb: str) -> None:
        self._profiles[verb].disable()
        assert self._within.pop() == verb
        if self._within:
            self._profiles[self._within[-1]].enable()

    @contextmanager
    def paused(self) -> Iterator[str]:
        """Count nothing for a while; gives the verb that is being counted."""
        self._profiles[self._within[-1]].disable()
        yield self._within[-1]
        self._profiles[self._within[-1]].enable()

    def found(self) -> dict[str, dict[str, int]]:
        """Calls and rows of each verb."""
        return {
            verb: {"calls": sum(one.callcount for one in profile.getstats())}
            | ({"rows": self.rows[verb]} if verb in self.rows else {})
            for verb, profile in sorted(self._profiles.items())
        }


def watch(meter: Meter, twice: str = "") -> None:
    """Put the meter around every verb, for the rest of this process."""
    for verb, places in VERBS.items():
        for place in places:
            module, _, path = place.partition(":")
            *outer, name = path.split(".")
            home: Any = functools.reduce(
                getattr, outer, importlib.import_module(f"evenhand.{module}")
            )
            setattr(home, name, _watched(getattr(home, name), verb, meter, twice == verb))


def _watched(does: Callable[..., Any], verb: str, meter: Meter, twice: bool) -> Callable[..., Any]:
    def watched(*given: Any, **named: Any) -> Any:
        meter.enter(verb)
        try:
            if twice:
                does(*given, **named)
            return does(*given, **named)
        finally:
            meter.leave(verb)

    return watched


def live(size: CitySize, folder: Path, meter: Meter) -> None:
    """The four days; making up the city and its worksheets is not measured."""
    sheets = list(worksheets(make_city(2026, size, read_catalogue())))
    register = folder / "register"

    @contextmanager
    def progress(_what: str) -> Iterator[Callable[[int, int | None], None]]:
        yield lambda _done, _of: None

    def words(_zh: str, en: str) -> str:
        return en

    meter.enter(REST)
    life = days.day_one(register, folder / "keys", progress, words)
    days.day_two(register, sheets, life, progress, words)
    days.day_three(register, life, progress, words)
    days.day_four(register, life, progress, words)
    meter.leave(REST)


def counted(folder: Path, twice: str = "") -> dict[str, dict[str, int]]:
    """Live in the small city, by chance that is always the same, and count."""
    counts, drawn = Counts(), 0

    def draw(many: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return hashlib.shake_256(b"%d" % drawn).digest(many)

    engines: Any = DuckDBEngine
    answers = engines._answer  # noqa: SLF001

    def answer(engine: Any, query: Any) -> Any:
        with counts.paused() as verb:
            explained = f"EXPLAIN (ANALYZE, FORMAT json) {query.sql}"
            (told,) = engine._connection.execute(explained).fetchall()  # noqa: SLF001
            counts.rows[verb] += _rows(json.loads(told[1]))
        return answers(engine, query)

    engines._answer = answer  # noqa: SLF001
    demonstration: Any = days
    demonstration.chance = draw
    watch(counts, twice)
    live(SMALL, folder, counts)
    return counts.found()


def _rows(operator: Mapping[str, Any]) -> int:
    return int(operator.get("operator_cardinality", 0)) + sum(map(_rows, operator["children"]))


def main(size: CitySize, folder: Path) -> int:
    """Measure and print the table, in the order of the sentence."""
    times = Times()
    watch(times)
    live(size, folder, times)
    whole = sum(cpu for cpu, _ in times.spent.values())
    print(f"{'stage':<14}{'CPU s':>9}{'wall s':>9}{'share':>8}")
    for verb in (*VERBS, REST):
        cpu, wall = times.spent.get(verb, (0.0, 0.0))
        print(f"{verb:<14}{cpu:>9.2f}{wall:>9.2f}{100 * cpu / whole:>6.1f} %")
    print(f"{'all':<14}{whole:>9.2f}")
    return 0 if set(times.spent) >= set(VERBS) else 1


if __name__ == "__main__":
    how = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        if how[:1] == ["count"]:
            with redirect_stdout(sys.stderr):
                said = counted(Path(place), how[2] if how[1:2] == ["twice"] else "")
            print(json.dumps(said, indent=1, sort_keys=True))
            sys.exit(0)
        sys.exit(main(SMALL if how == ["small"] else FULL, Path(place)))
