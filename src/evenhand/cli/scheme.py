"""``evenhand scheme``: check a file, say it in plain sentences, make it public, list what is public."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, MaybeKey, MaybePerson, RegisterAt, maybe_hand
from evenhand.cli.scheme_schema import schema
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.findings import Finding
from evenhand.pipeline.founding import publish_scheme
from evenhand.schemes.check import check, stops
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.schemes.sentences import say
from evenhand.scoring.examples import run_examples
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.read_catalogue import read_catalogue

app = App(name="scheme", help="Schemes: check, say, publish, list.")
app.command(schema)

CatalogueFolder = Annotated[
    Path | None,
    Parameter(name="--catalogue", help="Folder of another catalogue than the shipped one."),
]


@app.command(name="check")
def check_files(*files: Path, catalogue: CatalogueFolder = None) -> int:
    """Check scheme files: form, references, examples, the rights floor.

    Args:
        files: The files.
    """
    voice, there = speaking(), read_catalogue(catalogue)
    worst = 0
    for file in files:
        scheme = read_scheme(file.read_bytes(), str(file), there)
        worst = max(worst, _check_one(voice, file, scheme, there))
    return worst


@app.command(name="say")
def say_file(file: Path, /, *, catalogue: CatalogueFolder = None) -> int:
    """Say a scheme in plain sentences.

    Args:
        file: The file.
    """
    voice, there = speaking(), read_catalogue(catalogue)
    scheme = read_scheme(file.read_bytes(), str(file), there)
    voice.say(say(scheme, voice.language, there))
    return 0


@app.command
def publish(
    file: Path,
    /,
    *,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Make a scheme public in a register; nothing from before that day counts against anyone.

    Args:
        file: The file.
    """
    voice = speaking()
    with open_at(register) as opened:
        at = now(opened)
        scheme, findings = publish_scheme(
            opened, file.read_bytes(), str(file), at, maybe_hand(as_, key)
        )
        day = opened.today(at)
    voice.findings(findings)
    voice.say(
        voice.pick(
            f"{scheme.title.zh}（{scheme.scheme} {scheme.version}）自 {day} 起公开，"
            f"{scheme.in_force.start} 起生效。",
            f"{scheme.title.en} ({scheme.scheme} {scheme.version}) is public from {day}, "
            f"in force from {scheme.in_force.start}.",
        )
    )
    return 0


@app.command(name="list")
def list_schemes(*, register: RegisterAt = HERE) -> int:
    """Schemes that are public in a register, with the day from which each counts."""
    voice = speaking()
    with open_at(register) as opened:
        made = sorted(opened.knowledge().schemes.values(), key=lambda m: (m.scheme, m.since))
        rows = [(m, opened.scheme(m)) for m in made]
    if voice.as_json:
        voice.result(
            [
                {
                    "scheme": m.scheme,
                    "version": m.version,
                    "public_since": m.since.isoformat(),
                    "in_force_from": scheme.in_force.start.isoformat(),
                    "digest": m.digest,
                }
                for m, scheme in rows
            ]
        )
        return 0
    heads = (
        ("办法", "版本", "名称", "公开", "生效") if voice.language == "zh"
        else ("scheme", "version", "title", "public since", "in force from")
    )  # fmt: skip
    voice.table(
        heads,
        (
            (m.scheme, m.version, voice(s.title), m.since.isoformat(), s.in_force.start.isoformat())
            for m, s in rows
        ),
    )
    return 0


def _check_one(voice: Voice, file: Path, scheme: Scheme, catalogue: Catalogue) -> int:
    findings: list[Finding] = list(check(scheme, catalogue))
    voice.findings(findings)
    refused = [f for f in findings if stops(f, scheme)]
    failed = (
        [] if refused else [r for r in run_examples(InForce(scheme, None), catalogue) if not r.ok]
    )
    for result in failed:
        voice.say(f"{file}:{result.example.line.line}  {result.example.name}")
        voice.say(voice.pick(f"    应为 {result.expected}", f"    expected {result.expected}"))
        voice.say(voice.pick(f"    实为 {result.got}", f"    got      {result.got}"))
    count = len(scheme.examples)
    if refused:
        voice.say(
            voice.pick(
                f"{file}：不予接受，{len(refused)} 处问题。",
                f"{file}: refused, {len(refused)} findings.",
            )
        )
        return 2
    voice.say(
        voice.pick(
            f"{file}：可以接受。算例 {count - len(failed)}/{count} 相符。",
            f"{file}: accepted. {count - len(failed)} of {count} examples hold.",
        )
    )
    return 3 if failed else 0
