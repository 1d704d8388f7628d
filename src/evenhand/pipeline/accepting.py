"""Whether a scheme may become public: accepted by the checker, with worked examples that hold."""

from __future__ import annotations

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.kernel.text import Text
from evenhand.pipeline.opened import Opened
from evenhand.schemes.check import accept
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring.examples import ExampleResult, run_examples


def acceptable(opened: Opened, scheme: Scheme) -> tuple[Finding, ...]:
    """Hold a scheme against everything that can be said of it before any record is read.

    The same scheme is held against it once for each opening of the register.

    Returns:
        What the checker warns of.

    Raises:
        SchemeRefused: With everything that the checker refuses, or the examples that do not hold.
    """
    if scheme.digest not in opened.accepted:
        findings = accept(scheme, opened.catalogue)
        _refuse_unless_examples_hold(scheme, run_examples(InForce(scheme, None), opened.catalogue))
        opened.accepted[scheme.digest] = findings
    return opened.accepted[scheme.digest]


def _refuse_unless_examples_hold(scheme: Scheme, results: tuple[ExampleResult, ...]) -> None:
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
