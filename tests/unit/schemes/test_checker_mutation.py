"""The checker tested by mutation: each rule of the floor is broken in good schemes, each break is caught.

A rule that acts in a scheme file has at least three breaks, each an edit of the text of a shipped or
small good scheme, so that line and column are real. A break has to be caught by the rule meant for it,
in the section that was edited, and no other rule of the floor may speak. And the other way round: a
check that is taken out lets some break through, so no check is there that cannot fail.

Not here, because no scheme file can break them: RF-11 (redress on the clock), RF-14 (open accounts)
and RF-16 (doubt speaks for the subject) are kept by the register. Their tests stand with what keeps
them: ``tests/unit/cases``, ``tests/unit/publication`` and ``tests/journeys``, ``tests/unit/scoring``.
Of RF-5 and RF-10 a file can break what is tried here; the rest is intake's and the cases'.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.rights.floor import RULES
from evenhand.schemes import check as checker
from evenhand.schemes import ending_findings, floor_findings, person_findings, proportion_findings
from evenhand.schemes.check import CHECKS, Check, check
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT
from tests.golden import check_golden
from tests.unit.schemes.breaking import BASES, Break
from tests.unit.schemes.breaks_lists import LISTS
from tests.unit.schemes.breaks_people import PEOPLE

Told = Callable[[str], tuple[Finding, ...]]
BREAKS = (*PEOPLE, *LISTS)
OF_FILES = (floor_findings, person_findings, proportion_findings, ending_findings)
BY_REGISTER = {"RF-11", "RF-14", "RF-16"}
SECTION = re.compile(r"^([a-z_]+):")


_KNOWN: dict[str, Scheme] = {}


def _read(text: str, catalogue: Catalogue) -> Scheme:
    """Read a scheme; the same text once."""
    if text not in _KNOWN:
        _KNOWN[text] = read_scheme(text.encode(), "broken.yaml", catalogue)
    return _KNOWN[text]


def sections(text: str) -> list[str]:
    """The top-level keyword that each line belongs to."""
    found, current = [], ""
    for line in text.splitlines():
        named = SECTION.match(line)
        current = named[1] if named else current
        found.append(current)
    return found


def touched(one: Break) -> set[str]:
    """The sections that a break changed, or that stand where it took something away."""
    before, after = BASES[one.base].read_text(encoding="utf-8").splitlines(), one.text.splitlines()
    of = sections(one.text)
    changes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return {
        of[line]
        for what, _, _, first, last in changes
        if what != "equal"
        for line in range(max(first - (what == "delete"), 0), max(last, first))
    } | ({one.where} if one.where else set())


@pytest.fixture(scope="module")
def told(catalogue: Catalogue) -> Told:
    """Everything that is found against a text, by the reader or else by the checker; found once."""

    @cache
    def tell(text: str) -> tuple[Finding, ...]:
        try:
            return check(_read(text, catalogue), catalogue)
        except SchemeRefused as refused:
            return refused.findings

    return tell


def floors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.kind.floor]


@pytest.mark.parametrize("base", BASES)
def test_an_unbroken_scheme_has_no_finding(told: Told, base: str) -> None:
    assert told(BASES[base].read_text(encoding="utf-8")) == ()


@pytest.mark.parametrize("one", BREAKS, ids=lambda b: f"{b.rule}-{b.name}".replace(" ", "-"))
def test_a_break_is_caught_by_the_rule_meant_for_it_and_by_no_other(told: Told, one: Break) -> None:
    caught = floors(told(one.text))
    assert {finding.kind.floor for finding in caught} == {one.rule}
    assert {finding.kind.weight for finding in caught} == {"stops"}
    of = sections(one.text)
    assert {of[(finding.place.row or 0) - 1] for finding in caught} <= touched(one)


def test_every_rule_that_a_file_can_break_is_broken_in_three_ways() -> None:
    broken = Counter(one.rule for one in BREAKS)
    assert {rule.number for rule in RULES} - BY_REGISTER == set(broken)
    assert {rule.number for rule in RULES if "checker" not in rule.acts} == BY_REGISTER
    assert all(count >= 3 for count in broken.values())
    assert len({one.text for one in BREAKS}) == len(BREAKS)


def test_every_kind_of_refusal_of_the_floor_catches_a_break(told: Told) -> None:
    caught = {finding.kind for one in BREAKS for finding in floors(told(one.text))}
    assert {kind for module in OF_FILES for kind in module.KINDS} <= caught


def test_the_table_of_breaks(told: Told) -> None:
    """What is broken, where, and by which kinds of finding; printed to ``tests/golden``."""
    lines = ["| rule | scheme | break | caught by |", "| --- | --- | --- | --- |"]
    for one in BREAKS:
        codes = sorted({finding.kind.code for finding in floors(told(one.text))})
        lines.append(f"| {one.rule} | {one.base} | {one.name} | {', '.join(codes)} |")
    check_golden(ROOT / "tests" / "golden" / "checker-breaks.md", "\n".join(lines) + "\n")


def of_the_floor(one: Check) -> bool:
    return bool(getattr(one, "__floor__", ()))


def read_all(texts: Iterator[str], catalogue: Catalogue) -> list[Scheme]:
    """The schemes among texts; what the reader itself refuses is not the checker's."""
    schemes = []
    for text in texts:
        try:
            schemes.append(_read(text, catalogue))
        except SchemeRefused:
            continue
    return schemes


@pytest.fixture(scope="module")
def broken(catalogue: Catalogue) -> list[Scheme]:
    """Every break that is for the checker to catch."""
    return read_all((one.text for one in BREAKS), catalogue)


@pytest.fixture(scope="module")
def bad(catalogue: Catalogue) -> list[Scheme]:
    """Every bad scheme that can be read."""
    files = sorted((ROOT / "tests" / "bad" / "schemes").glob("*.yaml"))
    return read_all((path.read_bytes().decode("utf-8", "replace") for path in files), catalogue)


@pytest.mark.parametrize("off", [c for c in CHECKS if of_the_floor(c)], ids=lambda c: c.__name__)
def test_without_a_check_of_the_floor_some_break_is_not_caught(
    off: Check, broken: list[Scheme], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [scheme for scheme in broken if any(off(scheme, catalogue))]
    monkeypatch.setattr(checker, "CHECKS", tuple(c for c in CHECKS if c is not off))
    through = [scheme for scheme in told if not floors(check(scheme, catalogue))]
    assert through, f"{off.__name__} catches nothing that no other check catches"


@pytest.mark.parametrize(
    "off", [c for c in CHECKS if not of_the_floor(c)], ids=lambda c: c.__name__
)
def test_without_any_other_check_some_bad_scheme_is_told_less(
    off: Check, bad: list[Scheme], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [scheme for scheme in bad if any(off(scheme, catalogue))]
    whole = [check(scheme, catalogue) for scheme in told]
    monkeypatch.setattr(checker, "CHECKS", tuple(c for c in CHECKS if c is not off))
    assert [check(scheme, catalogue) for scheme in told] != whole


def test_without_all_checks_nothing_but_the_reader_refuses(
    broken: list[Scheme], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RF-1 to RF-15 in a file rest on the checks; the reader alone refuses what has no name."""
    monkeypatch.setattr(checker, "CHECKS", ())
    assert [check(scheme, catalogue) for scheme in broken] == [()] * len(broken)
    assert len(broken) >= len(BREAKS) - 12
