"""``evenhand run``: one day of the register."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from cyclopts import Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, OnDay, RegisterAt
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import day
from evenhand.kernel.text import Text
from evenhand.pipeline.day import DayReport, run_day
from evenhand.relational.engine import Cluster

_SHOWN: Final = 5
"""Reasons that are shown of all for which a ground opened no case."""


EngineName = Annotated[
    Literal["duckdb", "spark"], Parameter(name="--engine", help="What scores the register.")
]
Master = Annotated[
    str | None,
    Parameter(name="--master", help="Spark's master, spark://host:7077; without it local[2]."),
]

DriverMemory = Annotated[
    str | None,
    Parameter(
        name="--driver-memory",
        help="Spark's memory on this machine, such as 8g; without it as Spark's files say, else half.",
    ),
]


def run(
    *,
    as_of: OnDay = None,
    engine: EngineName = "duckdb",
    master: Master = None,
    driver_memory: DriverMemory = None,
    register: RegisterAt = HERE,
) -> int:
    """Score by every scheme in force, propose cases, give notice, let time pass.

    The same day again gives the same output and changes nothing, on either engine. For a day other
    than the register's today it prints and proposes nothing.
    """
    voice = speaking()
    where = _where(engine, master, driver_memory)
    with open_at(register) as opened, voice.progress(voice.pick("运行", "Run")) as advance:
        opened.spark = where
        report = run_day(opened, now(opened), day(as_of) if as_of else None, advance)
    if voice.as_json:
        voice.result(
            {
                "as_of": report.clocks.as_of.isoformat(),
                "today": report.today,
                "repeated": report.repeated,
                "schemes": [
                    {
                        "scheme": r.scheme,
                        "version": r.version,
                        "subjects": r.subjects,
                        "grades": dict(r.grades),
                        "digest": r.digest,
                        "grounds": r.grounds,
                    }
                    for r in report.schemes
                ],
                "proposed": list(report.proposed.new),
                "known": len(report.proposed.known),
                "left_out": len(report.proposed.left_out),
                "left_out_why": [voice(text) for _, text in report.proposed.left_out[:_SHOWN]],
                "notices": len(report.notices),
                "time": [{"case": e.topic, "kind": e.kind} for e in report.passed.events],
            }
        )
        return 0
    print_day(voice, report)
    return 0


def _where(engine: str, master: str | None, memory: str | None) -> Cluster | None:
    """Where Spark computes; None where DuckDB scores.

    Raises:
        BadInput: When a master or its memory is named for an engine that has none.
    """
    if engine == "spark":
        return Cluster(master or "local[2]", memory)
    for name, said in (("--master", master), ("--driver-memory", memory)):
        if said is not None:
            raise BadInput(
                Text(
                    zh=f"{name} 只用于 Spark：请同时写 --engine spark，或去掉 {name}。",
                    en=f"{name} is Spark's alone: write --engine spark beside it, or leave it out.",
                )
            )
    return None


def print_day(voice: Voice, report: DayReport) -> None:
    """Say in words what a day did."""
    heads = (
        ("办法", "主体", "等级", "依据") if voice.language == "zh"
        else ("scheme", "subjects", "grades", "grounds")
    )  # fmt: skip
    voice.table(
        heads,
        (
            (
                f"{r.scheme} {r.version}",
                f"{r.subjects:,}",
                "  ".join(f"{grade} {count:,}" for grade, count in r.grades.items()),
                f"{r.grounds:,}",
            )
            for r in report.schemes
        ),
        "lrlr",
    )
    if not report.today:
        voice.say(
            voice.pick(
                f"{report.clocks.as_of} 不是登记库的今天，没有提出任何案件。",
                f"{report.clocks.as_of} is not the register's today; nothing was proposed.",
            )
        )
        return
    new, known, out = (len(part) for part in (
        report.proposed.new, report.proposed.known, report.proposed.left_out
    ))  # fmt: skip
    voice.say(
        voice.pick(
            f"新提议 {new} 件，已知 {known} 件，未提出 {out} 件；告知书 {len(report.notices)} 份。",
            f"{new:,} new proposals, {known:,} known, {out:,} left out; {len(report.notices):,} notices.",
        )
    )
    for case, text in report.proposed.left_out[:_SHOWN]:
        voice.say(f"{case}  {voice(text)}")
    kinds: dict[str, int] = {}
    for event in report.passed.events:
        kinds[event.kind] = kinds.get(event.kind, 0) + 1
    for kind, count in sorted(kinds.items()):
        voice.say(f"{kind}  {count:,}")
