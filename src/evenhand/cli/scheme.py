"""``evenhand scheme``: check a file, say it in plain sentences, compare, propose, publish, list, show."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli import scheme_public
from evenhand.cli.explain_wrap import page_in_lines
from evenhand.cli.scheme_compare import compare
from evenhand.cli.scheme_schema import schema
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.findings import Finding
from evenhand.schemes.check import check, stops
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.schemes.sentences import say
from evenhand.scoring.examples import run_examples
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.read_catalogue import read_catalogue

app = App(name="scheme", help="Schemes: check, say, compare, propose, publish, list, show.")
app.command(schema)
app.command(compare)
app.command(scheme_public.propose)
app.command(scheme_public.publish)
app.command(scheme_public.list_schemes, name="list")
app.command(scheme_public.show)

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
    for line in page_in_lines(say(scheme, voice.language, there)):
        voice.say(line)
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
