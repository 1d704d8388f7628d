"""``evenhand scheme check``: findings at their lines, the sixteen rules with their verdicts, the examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli.voice import Voice, number_of, speaking
from evenhand.kernel.canonical import Json
from evenhand.kernel.findings import Finding
from evenhand.rights.floor import rule
from evenhand.schemes.check import check, stops
from evenhand.schemes.frameworks import frameworks_in, shipped_frameworks
from evenhand.schemes.prove import findings_of, prove
from evenhand.schemes.prove_findings import BEYOND_PROOF
from evenhand.schemes.prove_words import MEANS, OUTCOMES, example_lines
from evenhand.schemes.read import read_scheme
from evenhand.schemes.rule_findings import NUMBER_STARTS_LATE
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.schemes.verdict import Verdict
from evenhand.scoring.examples import ExampleResult, run_examples
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.read_catalogue import read_catalogue

CatalogueFolder = Annotated[
    Path | None,
    Parameter(name="--catalogue", help="Folder of another catalogue than the shipped one."),
]
FrameworkFolder = Annotated[
    Path | None,
    Parameter(name="--frameworks", help="Folder of frameworks besides the shipped ones."),
]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file."""

    file: str
    findings: tuple[Finding, ...]
    stopping: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    results: tuple[ExampleResult, ...]

    @property
    def failed(self) -> list[ExampleResult]:
        """The examples that give something else than the file says."""
        return [result for result in self.results if not result.ok]

    @property
    def code(self) -> int:
        """The exit code: 2 refused by the checker or the floor, 3 an example failed."""
        return 2 if self.stopping else 3 if self.failed else 0


def check_files(
    *files: Path, catalogue: CatalogueFolder = None, frameworks: FrameworkFolder = None
) -> int:
    """Check scheme files: form, references, examples; prove the rights floor, rule by rule.

    Args:
        files: The files.
    """
    voice, there = speaking(), read_catalogue(catalogue)
    hand = shipped_frameworks(there)
    if frameworks is not None:
        hand = {**hand, **frameworks_in(frameworks, there)}
    checked = []
    for file in files:
        scheme = read_scheme(file.read_bytes(), str(file), there)
        one = check_one(str(file), scheme, there, hand)
        checked.append(one)
        if not voice.as_json:
            _say(voice, one, there)
    if voice.as_json:
        voice.result([_plain(one, there) for one in checked])
    return max((one.code for one in checked), default=0)


def check_one(
    file: str,
    scheme: Scheme,
    catalogue: Catalogue,
    frameworks: Mapping[tuple[str, str], Scheme],
) -> Checked:
    """Check one scheme and prove it; run its examples when nothing refuses it.

    Nothing is proved of numbers that have no value.
    """
    said = check(scheme, catalogue)
    without_numbers = any(finding.kind is NUMBER_STARTS_LATE for finding in said)
    verdicts = () if without_numbers else prove(scheme, catalogue, frameworks)
    findings = (*said, *_not_said_yet(findings_of(verdicts), said, scheme))
    study = scheme.kind == "reproduction"
    stopping = tuple(
        finding
        for finding in findings
        if stops(finding, scheme) and not (study and finding.kind is BEYOND_PROOF)
    )
    framework = scheme.kind == "framework"
    results = () if stopping or framework else run_examples(InForce(scheme, None), catalogue)
    return Checked(file, findings, stopping, verdicts, results)


def _not_said_yet(
    shown: Sequence[Finding], said: Sequence[Finding], scheme: Scheme
) -> Iterator[Finding]:
    """What the proofs found where nothing stops the file already: one fault, one finding."""
    stopped_at = {finding.place for finding in said if stops(finding, scheme)}
    for finding in shown:
        if finding.place not in stopped_at and finding not in said:
            yield finding


def _say(voice: Voice, one: Checked, catalogue: Catalogue) -> None:
    voice.findings(one.findings)
    _say_shown(voice, one.verdicts, catalogue)
    if one.verdicts:
        heads = ("规则", "名称", "结论", "依据") if voice.language == "zh" else (
            "rule", "title", "verdict", "how, and where else")  # fmt: skip
        voice.table(heads, (_row(voice, verdict) for verdict in one.verdicts))
    for result in one.failed:
        voice.say(f"{one.file}:{result.example.line.line}  {result.example.name}")
        voice.say(voice.pick(f"    应为 {result.expected}", f"    expected {result.expected}"))
        voice.say(voice.pick(f"    实为 {result.got}", f"    got      {result.got}"))
    if one.stopping:
        number = len(one.stopping)
        zh, en = f"不予接受，{number} 处问题。", f"refused, {number_of(number, 'finding')}."
    else:
        held, all_ = len(one.results) - len(one.failed), len(one.results)
        zh = f"可以接受。算例 {held}/{all_} 相符。"
        en = f"accepted. {held} of {all_} examples hold."
    voice.say(voice.pick(f"{one.file}：{zh}", f"{one.file}: {en}"))


def _say_shown(voice: Voice, verdicts: Sequence[Verdict], catalogue: Catalogue) -> None:
    """Print the made-up records of what is refuted, as they would stand under ``examples``."""
    for claim in (claim for verdict in verdicts for claim in verdict.claims):
        if claim.shown is None:
            continue
        voice.say(voice.pick(f"不成立：{claim.says.zh}", f"Does not hold: {claim.says.en}"))
        for line in example_lines(claim.shown, catalogue):
            voice.say(f"  {line}")
        voice.say()


def _row(voice: Voice, verdict: Verdict) -> tuple[str, str, str, str]:
    title = (
        voice(rule(verdict.rule).title) if verdict.rule else voice.pick("其他", "beyond the floor")
    )
    means = dict.fromkeys(voice(MEANS[claim.means]) for claim in verdict.claims)
    because = [voice(claim.because) for claim in verdict.claims if claim.because is not None]
    how = "; ".join((*means, *because))
    if verdict.places:
        more = len(verdict.places) - 1
        where = verdict.places[0] + (
            voice.pick(f" 等{more + 1}处", f" and {more} more") if more else ""
        )
        how = f"{how}; {where}" if how else where
    return verdict.rule or "–", title, voice(OUTCOMES[verdict.outcome]), how


def _plain(one: Checked, catalogue: Catalogue) -> Json:
    return {
        "file": one.file,
        "accepted": not one.stopping,
        "findings": [
            {
                "place": str(finding.place),
                "code": finding.kind.code,
                "zh": finding.sentence("zh"),
                "en": finding.sentence("en"),
                "stops": finding in one.stopping,
            }
            for finding in one.findings
        ],
        "rules": [_plain_verdict(verdict, catalogue) for verdict in one.verdicts],
        "examples": {"of": len(one.results), "failed": [r.example.name for r in one.failed]},
    }


def _plain_verdict(verdict: Verdict, catalogue: Catalogue) -> Json:
    claims: list[Json] = [
        {
            "claim": claim.name,
            "outcome": claim.outcome,
            "means": claim.means,
            "zh": claim.says.zh,
            "en": claim.says.en,
            "because": claim.because.en if claim.because else None,
            "shown": list(example_lines(claim.shown, catalogue)) if claim.shown else [],
        }
        for claim in verdict.claims
    ]
    return {
        "rule": verdict.rule,
        "outcome": verdict.outcome,
        "claims": claims,
        "kept_by": list(verdict.places),
    }
