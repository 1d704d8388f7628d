"""Whether a scheme may become public: accepted by the checker, examples that hold, the floor proved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.kernel.text import Text
from evenhand.pipeline.opened import Opened
from evenhand.schemes.check import accept, check, stops
from evenhand.schemes.frameworks import shipped_frameworks
from evenhand.schemes.prove import findings_of, prove, publishable
from evenhand.schemes.read import refusal
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.schemes.verdict import Outcome, Verdict
from evenhand.scoring.examples import ExampleResult, run_examples

_OUTCOMES: Final[Mapping[Outcome, Text]] = {
    "proved": Text(zh="有须改正的问题", en="leaves something to mend"),
    "kept": Text(zh="有须改正的问题", en="leaves something to mend"),
    "refuted": Text(zh="被推翻", en="is refuted"),
    "not_checkable": Text(zh="无法核验", en="is not checkable"),
}


def acceptable(opened: Opened, scheme: Scheme) -> tuple[Finding, ...]:
    """Hold a scheme against everything that can be said of it before any record is read.

    The same scheme is held against it once for each opening of the register.

    Returns:
        What the checker warns of.

    Raises:
        SchemeRefused: With everything that the checker refuses, the examples that do not hold, or
            the rules of the floor that are refuted or cannot be checked.
    """
    if scheme.digest not in opened.accepted:
        findings = _accepted(opened, scheme)
        refuse_unless_examples_hold(scheme, run_examples(InForce(scheme, None), opened.catalogue))
        verdicts = prove(scheme, opened.catalogue, frameworks_at_hand(opened))
        refuse_unless_proved(scheme, verdicts)
        told = (one for one in findings_of(verdicts) if one not in findings)
        findings = (*findings, *told)
        opened.accepted[scheme.digest] = findings
    return opened.accepted[scheme.digest]


def _accepted(opened: Opened, scheme: Scheme) -> tuple[Finding, ...]:
    """Accept a scheme; a framework as one that becomes public, though never in force."""
    if scheme.kind != "framework":
        return accept(scheme, opened.catalogue)
    findings = check(scheme, opened.catalogue)
    if any(stops(finding, scheme) for finding in findings):
        raise refusal(scheme.origin.file or scheme.scheme, findings)
    return findings


def frameworks_at_hand(opened: Opened) -> dict[tuple[str, str], Scheme]:
    """The frameworks that come with the program or are public in a register, by scheme and version."""
    schemes = (opened.scheme(made) for made in opened.knowledge().schemes.values())
    public: dict[tuple[str, str], Scheme] = {
        (s.scheme, s.version): s for s in schemes if s.kind == "framework"
    }
    return {**shipped_frameworks(opened.catalogue), **public}


def refuse_unless_proved(scheme: Scheme, verdicts: Sequence[Verdict]) -> None:
    """Refuse a scheme of which the floor is refuted anywhere, or cannot be checked.

    Raises:
        SchemeRefused: Names each such rule and what fails.
    """
    if publishable(verdicts):
        return
    file = scheme.origin.file or scheme.scheme
    bad = [verdict for verdict in verdicts if not publishable([verdict])]
    raise SchemeRefused(
        Text(
            zh=f"{file}：" + "；".join(_verdict_said(verdict).zh for verdict in bad) + "。",
            en=f"{file}: " + "; ".join(_verdict_said(verdict).en for verdict in bad) + ".",
        ),
        findings_of(bad),
    )


def _verdict_said(verdict: Verdict) -> Text:
    """One rule, its verdict, and the claim that decided."""
    said = _OUTCOMES[verdict.outcome]
    rule = Text(zh=verdict.rule or "自身一致", en=verdict.rule or "consistency")
    deciding = [claim for claim in verdict.claims if claim.outcome == verdict.outcome][:1]
    tails = [claim.because or claim.says for claim in deciding]
    zh, en = (
        "".join(f"：{tail.zh.rstrip('。')}" for tail in tails),
        "".join(f": {tail.en.rstrip('.')}" for tail in tails),
    )
    return Text(zh=f"{rule.zh} {said.zh}{zh}", en=f"{rule.en} {said.en}{en}")


def refuse_unless_examples_hold(scheme: Scheme, results: Sequence[ExampleResult]) -> None:
    """Refuse a scheme whose worked examples do not come out.

    Raises:
        SchemeRefused: Says how many, and names the first.
    """
    failed = [result.example for result in results if not result.ok]
    if not failed:
        return
    file = scheme.origin.file or scheme.scheme
    first = failed[0]
    raise SchemeRefused(
        Text(
            zh=f"{file}：{len(results)} 个算例中有 {len(failed)} 个不符，先是第 {first.line.line} 行"
            f"“{first.name}”。用 evenhand scheme check 查看。",
            en=f"{file}: {len(failed)} of {len(results)} examples do not hold, first line "
            f'{first.line.line}, "{first.name}". See them with: evenhand scheme check {file}',
        )
    )
