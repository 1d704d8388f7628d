"""Bad turns of the kinds of cases: the court's register, grades, steps, schemes that die."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from evenhand.cases.case import Facts, Ruling
from evenhand.cases.commands import Improve, Propose, Reconsider, TakeEffect
from evenhand.kernel.ids import AuthorityId, ListId, RecordId, SchemeId
from evenhand.kernel.periods import day
from tests.unit.cases.town import OFFICE, TAX, Town, facts
from tests.unit.cases.turns import Turn

RULING: Final = Ruling(OFFICE, "7d2f", day("2026-01-10"), True)
"""A complete ruling of the court that the town's office is here."""


def debtor(number: int = 1, **changes: object) -> Facts:
    """A resident whom a court found able to pay and unwilling."""
    made = {
        "kind": "court",
        "subjects": "resident",
        "list": ListId("judgment-debtors"),
        "scheme": SchemeId("judgment-debtors"),
        "ruling": RULING,
    }
    return facts(number, **(made | changes))


def ruled(**changes: object) -> Facts:
    """The same with something else in the ruling."""
    return debtor(ruling=replace(RULING, **changes))  # type: ignore[arg-type]


def step(number: int, **changes: object) -> Facts:
    """A step of measures about one enterprise; each number is the next step."""
    made = {
        "kind": "stage",
        "list": ListId("stage"),
        "rule": number,
        "stage": f"step-{number}",
        "subject": facts(1).subject,
        "documents": (),
        "follows": facts(number - 1).case if number > 1 else None,
    }
    return facts(number, **(made | changes))


def graded(number: int = 1, **changes: object) -> Facts:
    """A worse grade that costs something."""
    made = {"kind": "grade", "list": ListId("grade"), "grade": "D", "documents": ()}
    return facts(number, **(made | changes))


def proposed(town: Town, made: Facts) -> Town:
    """Open a case on these facts; the town works on it from now on."""
    town.case = made.case
    town.run(Propose(made))
    return town


def in_effect(town: Town, made: Facts, wait: int = 16) -> Town:
    """Bring a case on these facts into effect."""
    proposed(town, made).notice().deliver().later(days=wait)
    return town.first().second().effect()


def indebted(town: Town) -> Town:
    return in_effect(town, debtor())


def paused(town: Town, *causes: str) -> Town:
    """A debtor whose entry was suspended for these reasons, the last one today."""
    indebted(town)
    for cause in causes:
        town.later(days=5).run(Reconsider(cause, town.state.facts.records))  # type: ignore[arg-type]
    return town


def review(town: Town) -> Town:
    return town.sign("officer-three", "review_first", "stands")


def proposal(made: Facts) -> Turn:
    return Turn(lambda _: None, lambda t: proposed(t, made), "")


def refused(made: Facts, says: str) -> Turn:
    return replace(proposal(made), says=says)


def at_the_sunset(town: Town) -> Town:
    """A case decided on the last day of its scheme, and the day after."""
    town.propose(latest=day("2026-03-18")).notice().deliver().later(days=16)
    return town.first().second().later(days=1)


BAD_OF_KINDS: Final[Mapping[str, Turn]] = {
    "RF-3-ruling": refused(debtor(ruling=None), "no complete court ruling: there is no ruling"),
    "RF-3-court": refused(debtor(authority=TAX), "would decide, but the ruling is of"),
    "RF-3-paused": Turn(
        lambda t: paused(t, "payment_plan"),
        review,
        "The entry cannot stand: the debt is being paid by a plan.",
    ),
    "D4-stage": refused(step(2), 'The step before "step-2" has no case that took effect.'),
    "D4-latest": Turn(
        at_the_sunset,
        lambda t: t.run(TakeEffect()),
        "The last day of the scheme is 2026-03-18; nothing takes effect after it",
    ),
    "RF-6-records": refused(graded(records=()), 'There is no record under "D".'),
    "RF-6-better": Turn(
        lambda t: t.until("in_effect"),
        lambda t: t.run(Improve()),
        "is not about a grade",
    ),
}
"""One for each guard that only some kinds of cases have."""

MORE_OF_KINDS: Final = (
    ("RF-3-ruling", refused(ruled(docket=" "), "it has no docket number")),
    ("RF-3-ruling", refused(ruled(able=False), "does not find that the debtor can pay")),
    ("RF-3-ruling", refused(ruled(final_on=day("2026-03-03")), "it is not final")),
    (
        "RF-3-ruling",
        refused(ruled(court=AuthorityId("linhe-market-bureau")), "is no court of the catalogue"),
    ),
    ("RF-3-residents", refused(debtor(subjects="enterprise"), 'The subject is a "enterprise"')),
    ("RF-3-residents", refused(graded(subjects="resident"), "no adverse case about a resident")),
    ("RF-3-residents", refused(step(1, subjects="sole_trader"), "resident or sole trader")),
    ("D4-term", refused(debtor(lasts_months=37), "at most 36 months")),
    ("D1-days", refused(debtor(objection_days=14), "cannot be below 15")),
    ("RF-3-paused", Turn(lambda t: paused(t, "part_payment"), review, "was paid in part")),
    (
        "RF-3-paused",
        Turn(lambda t: paused(t, "payment_plan", "plan_broken", "stay"), review, "is stayed"),
    ),
    (
        "RF-3-paused",
        Turn(
            lambda t: paused(t, "payment_plan", "plan_broken", "payment_plan"),
            review,
            "is being paid by a plan",
        ),
    ),
    (
        "RF-3-paused",
        Turn(
            lambda t: paused(t, "part_payment", "stay", "stay_lifted"), review, "was paid in part"
        ),
    ),
    (
        "D9-fresh",
        Turn(
            lambda t: paused(t, "payment_plan", "plan_broken"),
            lambda t: t.sign("officer-one", "review_first", "stands"),
            "officer-one signed the decision",
        ),
    ),
    ("RF-6-records", refused(graded(grade=""), 'no record under "—"')),
    ("RF-6-records", refused(step(1, records=()), 'no record under "step-1"')),
    (
        "D4-stage",
        Turn(
            lambda t: proposed(t, step(1)),
            lambda t: proposed(t, step(2, records=(RecordId(77),))),
            'The step before "step-2"',
        ),
    ),
    (
        "D4-stage",
        Turn(
            lambda t: in_effect(t, step(1)),
            lambda t: proposed(t, step(3, follows=step(1).case)),
            'The step before "step-3"',
        ),
    ),
)
"""More ways to be refused, by these guards and by those of every case."""
