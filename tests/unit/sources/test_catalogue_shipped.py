"""The catalogue that comes with Evenhand: large enough, graded, and on its page of the reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from evenhand.kernel.ids import AuthorityId, RecordType
from evenhand.sources.catalogue import Catalogue, CatalogueEntry, TypeRule
from evenhand.sources.read_catalogue import read_catalogue
from tests.conftest import ROOT
from tests.golden import check_golden

PERFORMED = RecordType("penalty_performed")

INTRODUCTION = """# The catalogue

What may be recorded, by whom, under which law, how serious it is and how long it is kept: the closed
catalogue that comes with Evenhand. What is not in it cannot be recorded. The files are in
`src/evenhand/shipped/catalogue`; a register keeps its own copy. This page is made from them by
`make golden`. Each file says at its head what in it was made up for the demonstration: all grading of
articles is, and everything of Linhe.

Severity and kind come from the article that a document cites, and from nothing else (RF-8). An article
that is not graded has neither, and no list can rest on it. A type *for study* is of a regime that is
only reproduced: no source delivers it, and only a reproduction counts it, so that it may be kept for up
to 132 months. A *duty* is what was ordered anyway: it opens no list of good conduct (RF-8). A *list entry*
is an entry on somebody's list: no scheme reads it (RF-7). A correction names the document of another
record: one that settles leaves that record and stands beside it, one that retracts takes it away. Of
a type marked *several*, one document may have several records, such as one for each payment.

A *court register* is no scheme: it names the court, the finding on which alone a resident enters it, and
the records that end or suspend an entry (RF-3). It lasts at most 36 months and is never published.

`read_catalogue` refuses, with every finding at once: a name given twice, a name that nothing defines,
a retention above 60 months (RF-12), a prohibited matter (RF-4) or a relation to another person (RF-9)
in a name or title, a code list that is empty or repeats, an amount without a unit, an article graded
twice, half a correction, a measure or an adverse type without a domain (RF-8), an authority whose code
fails its check, a court register that is no court's, lasts longer, gives less than 15 days to object or
rests on a type that cannot carry it (RF-3).
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def test_it_has_at_least_forty_types_from_at_least_twelve_authorities(catalogue: Catalogue) -> None:
    assert len(catalogue.types) >= 70
    assert sum("resident" not in rule.subjects for rule in catalogue.types.values()) >= 40
    assert sum(name.startswith("linhe-") for name in catalogue.authorities) == 14


def penalties(catalogue: Catalogue) -> list[TypeRule]:
    """The types that a payment can settle: what agencies of a register impose."""
    return [catalogue.types[name] for name in catalogue.types[PERFORMED].affects]


def test_every_penalty_has_three_minor_kinds_and_a_serious_one(catalogue: Catalogue) -> None:
    assert len(penalties(catalogue)) == 21
    for rule in penalties(catalogue):
        minor = {a.kind for a in rule.articles if a.severity == "minor"}
        serious = {a.kind for a in rule.articles if a.severity == "serious"}
        assert rule.adverse
        assert len(minor) >= 3, rule.type
        assert 1 <= len(serious) <= 3, rule.type
        assert rule.field("amount"), rule.type
        assert rule.retention_months == 60


def test_a_kind_of_conduct_is_either_minor_or_not(catalogue: Catalogue) -> None:
    for rule in catalogue.types.values():
        severities: dict[str, set[str]] = {}
        for article in rule.articles:
            severities.setdefault(article.kind, set()).add(article.severity)
        assert all(len(of) == 1 for of in severities.values()), rule.type


def test_what_is_paid_can_also_be_put_right_or_annulled(catalogue: Catalogue) -> None:
    paid = set(catalogue.types[PERFORMED].affects)
    assert catalogue.types[PERFORMED].correction == "settles"
    for name, does in (("rectification_confirmed", "settles"), ("penalty_annulled", "retracts")):
        rule = catalogue.types[RecordType(name)]
        assert paid < set(rule.affects)
        assert rule.correction == does


def test_what_is_kept_for_longer_than_five_years_is_for_study(catalogue: Catalogue) -> None:
    """RF-12: nothing that a source may deliver is kept for longer."""
    longer = {str(rule.type) for rule in catalogue.types.values() if rule.retention_months > 60}
    studied = {str(rule.type) for rule in catalogue.types.values() if rule.for_study}
    assert longer == {
        "driver_grave_entry",
        "driver_crime_entry",
        "driver_measure",
        "driver_entry_deleted",
    }
    assert longer < studied


def test_what_is_ordered_is_marked_a_duty(catalogue: Catalogue) -> None:
    """RF-8: what everybody has to do is no merit; nothing adverse is a duty done."""
    duties = {str(rule.type) for rule in catalogue.types.values() if rule.duty}
    assert {"annual_report_filed", "licence_granted", "ordered_treatment_return"} <= duties
    assert not [rule.type for rule in catalogue.types.values() if rule.duty and rule.adverse]


def test_an_entry_on_a_list_is_marked_as_one(catalogue: Catalogue) -> None:
    """RF-7: nothing of the shipped schemes can read it by mistake."""
    entries = {str(rule.type) for rule in catalogue.types.values() if rule.list_entry}
    assert entries == {"published_listing"}


def test_only_corrections_have_no_domain(catalogue: Catalogue) -> None:
    without = {str(name) for name, rule in catalogue.types.items() if not rule.domain}
    assert without == {
        "penalty_performed",
        "rectification_confirmed",
        "penalty_annulled",
        "judgment_satisfied",
        "ruling_reversed",
    }


def test_the_codes_of_made_up_authorities_have_no_area(catalogue: Catalogue) -> None:
    for authority in catalogue.authorities.values():
        assert not authority.uscc or authority.uscc[2:8] == "000000"
    assert catalogue.authorities[AuthorityId("linhe-court")].kind == "court"


def test_every_entry_is_on_the_page(catalogue: Catalogue) -> None:
    page = "\n".join([INTRODUCTION, *_page(catalogue)]) + "\n"
    check_golden(ROOT / "docs" / "reference" / "catalogue.md", page)


def _page(catalogue: Catalogue) -> Iterator[str]:
    yield "## Record types"
    yield ""
    yield "| type | 中文 | about | by | domain | law | months | counts against | fields |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    yield from (_type_row(rule) for rule in catalogue.types.values() if not rule.affects)
    yield ""
    yield "## Corrections"
    yield ""
    yield "| type | 中文 | does | by | law | corrects |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for rule in catalogue.types.values():
        if rule.affects:
            yield _row(
                f"`{rule.type}` {rule.title.en}",
                *(rule.title.zh, _does(rule), ", ".join(rule.authorities)),
                *(f"{rule.legal_basis.en}, {rule.article}", f"{len(rule.affects)} types"),
            )
    yield ""
    yield "## Articles"
    yield ""
    yield "| type | article | severity | kind |"
    yield "| --- | --- | --- | --- |"
    for rule in catalogue.types.values():
        for article in rule.articles:
            yield _row(f"`{rule.type}`", article.cites, article.severity, f"`{article.kind}`")
    yield ""
    yield "## Authorities"
    yield ""
    yield "| authority | 中文 | kind | code |"
    yield "| --- | --- | --- | --- |"
    for authority in catalogue.authorities.values():
        title = f"`{authority.authority}` {authority.title.en}"
        yield _row(title, authority.title.zh, f"`{authority.kind}`", authority.uscc)
    yield ""
    yield "## Court registers"
    yield ""
    yield (
        "| register | 中文 | court | rests on | ends on | suspended by | reviewed after | months "
        "| objections | purposes |"
    )
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for register in catalogue.court_registers.values():
        pauses = (register.part_payment, register.stay, register.payment_plan)
        ends = [one for one in (register.plan_broken, register.stay_lifted) if one]
        yield _row(
            *(f"`{register.register}` {register.title.en}", register.title.zh, register.court),
            *(register.finding, register.paid, ", ".join(pauses), ", ".join(ends)),
            *(str(register.lasts_months), f"{register.objection_days} days"),
            ", ".join(register.purposes),
        )
    for head, entries in (
        ("Domains", catalogue.domains),
        ("Purposes", catalogue.purposes),
        ("Measures", catalogue.measures),
        ("Benefits", catalogue.benefits),
    ):
        yield from _entries(head, entries.values())


def _type_row(rule: TypeRule) -> str:
    fields = ", ".join(
        f"`{f.field}` ({'/'.join(f.codes) if f.codes else ' '.join((f.kind, f.unit)).strip()})"
        for f in rule.fields
    )
    return _row(
        f"`{rule.type}` {rule.title.en}",
        *(rule.title.zh, ", ".join(rule.subjects), ", ".join(rule.authorities), rule.domain),
        *(f"{rule.legal_basis.en}, {rule.article}", _months(rule)),
        *(_against(rule), fields),
    )


def _does(rule: TypeRule) -> str:
    return f"{rule.correction}, several" if rule.several else rule.correction


def _against(rule: TypeRule) -> str:
    """Whether records of a type count against their subject, and what they may not lead to."""
    marks = [", a duty"] if rule.duty else []
    marks += [", a list entry"] if rule.list_entry else []
    return "".join(["yes" if rule.adverse else "no", *marks])


def _months(rule: TypeRule) -> str:
    return f"{rule.retention_months}{', for study' if rule.for_study else ''}"


def _entries(head: str, entries: Iterable[CatalogueEntry]) -> Iterator[str]:
    yield ""
    yield f"## {head}"
    yield ""
    yield "| name | title | 中文 | domain | law |"
    yield "| --- | --- | --- | --- | --- |"
    for entry in entries:
        title = (
            f"{entry.title.en} (essential: no benefit may be this)"
            if entry.essential
            else entry.title.en
        )
        yield _row(f"`{entry.name}`", title, entry.title.zh, entry.domain, entry.legal_basis.en)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
