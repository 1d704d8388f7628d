"""Does a scheme carry its worked examples?

For each factor one example in which it counts a record, one in which it just does not, and, where it
has a window, one after the window has passed; for each list one that enters and one that falls one
short. Which example shows what is read from its records, so that no file can claim more than it shows:

- a factor *counts* when a record of its type meets the conditions, no excuse, lies in the window and
  gives points;
- it *just does not* when a record of its type does not lie before the window and yet none counts;
- it is *after the window* when a record that would count lies before the window (or before the last
  weight of its fading) and none counts; windows are counted from the factor's own day;
- a list is *entered* when the example proposes it and its records meet a rule of the list;
- an example *falls one short* when it states what it proposes, the list is not among it, and it
  holds a record of a rule's type; for an accumulation all but one of the records needed.

Whether the numbers come out as stated is for ``scoring.examples`` to run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day
from evenhand.schemes.check_scale import at
from evenhand.schemes.example_findings import (
    EXAMPLE_GIVES_NOTHING,
    EXAMPLE_OUT_OF_FORCE,
    NO_EXAMPLE_ENTERS,
    NO_EXAMPLE_EXPIRED,
    NO_EXAMPLE_FIRES,
    NO_EXAMPLE_JUST_NOT,
    NO_EXAMPLE_ONE_SHORT,
)
from evenhand.schemes.scheme import (
    Condition,
    ConstantPoints,
    Dated,
    Example,
    ExampleRecord,
    Factor,
    ListRule,
    ListTrigger,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    RatedPoints,
    Scheme,
    SharePoints,
    StepFade,
    Value,
)
from evenhand.schemes.values import KIND, SEVERITY
from evenhand.sources.catalogue import Catalogue


def check_examples(scheme: Scheme, catalogue: Catalogue) -> Iterator[Finding]:
    """Look at each example, and for an official scheme at what the examples show together."""
    for index, example in enumerate(scheme.examples):
        if example.on not in scheme.in_force:
            path, day = ("examples", index, "on"), example.on
            yield at(scheme, EXAMPLE_OUT_OF_FORCE, *path, read=example.name, day=day)
        stated = (example.points, example.grade, example.proposes, example.rank)
        if all(said is None for said in (*stated, example.stage, example.reduced_to)):
            path = ("examples", index, "gives")
            yield at(scheme, EXAMPLE_GIVES_NOTHING, *path, read=example.name)
    if scheme.kind == "official":
        for index, factor in enumerate(scheme.factors):
            yield from _factor(scheme, index, factor, catalogue)
        for index, rule in enumerate(scheme.lists):
            yield from _list(scheme, index, rule, catalogue)


def _factor(scheme: Scheme, index: int, factor: Factor, catalogue: Catalogue) -> Iterator[Finding]:
    shown = {
        _shows(factor, example, catalogue)
        for example in scheme.examples
        if example.points is not None
    }
    wanted = [("counts", NO_EXAMPLE_FIRES), ("just not", NO_EXAMPLE_JUST_NOT)]
    if factor.within is not None or isinstance(factor.fade, StepFade):
        wanted.append(("expired", NO_EXAMPLE_EXPIRED))
    for what, kind in wanted:
        if what not in shown:
            yield at(scheme, kind, "factors", index, read=factor.factor)


def _shows(factor: Factor, example: Example, catalogue: Catalogue) -> str:
    """Say what one example shows of a factor; empty when it holds nothing of it."""
    window = (_opens(factor, example.on), example.on)
    states = {
        _state(factor, record, window, catalogue)
        for record in example.records
        if record.type == factor.counts
    }
    return next((state for state in ("counts", "just not", "expired") if state in states), "")


def _opens(factor: Factor, asked: Day) -> Day:
    """The last day before the factor's window, or before the last weight of its fading."""
    opens = [] if factor.within is None else [factor.within.before(asked)]
    if isinstance(factor.fade, StepFade):
        weighty = [step.until.before(asked) for step in factor.fade.steps if step.times]
        opens.append(min(weighty, default=asked))
    return max(opens, default=date.min)


def _state(
    factor: Factor, record: ExampleRecord, window: tuple[Day, Day], catalogue: Catalogue
) -> str:
    opens, asked = window
    since = record.on if factor.since is None else value_of(record, factor.since, catalogue)
    would = (
        all(holds(c, record, catalogue) for c in factor.where)
        and not any(holds(c, record, catalogue) for c in factor.unless)
        and _gives(factor, record, asked, catalogue)
    )
    if not isinstance(since, date):  # a record without the day does not count
        return "just not"
    if since <= opens:
        return "expired" if would else ""
    return "counts" if would and max(record.on, since) <= asked else "just not"


def _gives(factor: Factor, record: ExampleRecord, on: Day, catalogue: Catalogue) -> bool:
    """Say whether a record gives or takes any points at all."""
    rule = factor.points
    if isinstance(rule, ConstantPoints):
        return _number(rule.points, on) != 0
    if isinstance(rule, RatedPoints):
        return bool(value_of(record, rule.field, catalogue)) and _number(rule.times, on) != 0
    if isinstance(rule, SharePoints):
        share, of = (value_of(record, name, catalogue) for name in (rule.share, rule.of))
        return isinstance(share, int) and share > 0 and isinstance(of, int) and of >= rule.minimum
    value = value_of(record, rule.field, catalogue)
    points = next((points for row, points in rule.table if row == value), rule.otherwise)
    return points is not None and _number(points, on) != 0


def _number(number: Dated, on: Day) -> int:
    """A number on a day; before its first value, nothing."""
    return number.on(on) if number.history[0][0] <= on else 0


def _list(scheme: Scheme, index: int, rule: ListRule, catalogue: Catalogue) -> Iterator[Finding]:
    stated = [example for example in scheme.examples if example.proposes is not None]
    entered = any(
        rule.list in (example.proposes or ())
        and any(_is_met(trigger, example, catalogue) for trigger in rule.enters_on)
        for example in stated
    )
    short = any(
        rule.list not in (example.proposes or ())
        and any(_is_close(trigger, example, catalogue) for trigger in rule.enters_on)
        for example in stated
    )
    for shown, kind in ((entered, NO_EXAMPLE_ENTERS), (short, NO_EXAMPLE_ONE_SHORT)):
        if not shown:
            yield at(scheme, kind, "lists", index, read=rule.list)


def _is_met(trigger: ListTrigger, example: Example, catalogue: Catalogue) -> bool:
    if isinstance(trigger, OnGradeHeld):
        return bool(example.records)
    matching = list(_matching(trigger, example.records, catalogue))
    if isinstance(trigger, OnRecord):
        return any(record.on <= example.on for record in matching)
    opens = trigger.within.before(example.on)
    inside = (record for record in matching if opens < record.on <= example.on)
    kinds = Counter(value_of(record, trigger.same, catalogue) for record in inside)
    return any(count >= trigger.times for kind, count in kinds.items() if kind is not None)


def _is_close(trigger: ListTrigger, example: Example, catalogue: Catalogue) -> bool:
    if isinstance(trigger, OnGradeHeld):
        return bool(example.records)
    if isinstance(trigger, OnAccumulation):
        return len(list(_matching(trigger, example.records, catalogue))) >= trigger.times - 1
    return any(record.type == trigger.record for record in example.records)


def _matching(
    trigger: OnRecord | OnAccumulation, records: Iterable[ExampleRecord], catalogue: Catalogue
) -> Iterator[ExampleRecord]:
    for record in records:
        if record.type == trigger.record and all(
            holds(c, record, catalogue) for c in trigger.where
        ):
            yield record


def value_of(record: ExampleRecord, field: str, catalogue: Catalogue) -> Value | None:
    """The value of a field; severity and kind come from the catalogue by the cited article."""
    if field in (SEVERITY, KIND):
        article = catalogue.types[record.type].cited(record.cites)
        return None if article is None else str(getattr(article, field))
    return dict(record.fields).get(field)


def holds(condition: Condition, record: ExampleRecord, catalogue: Catalogue) -> bool:
    """Say whether a record meets a condition; one without the field does not."""
    value = value_of(record, condition.field, catalogue)
    if value is None:
        return False
    if condition.test in ("is", "one_of"):
        return value in condition.values
    bound = condition.values[0]
    if isinstance(value, date) and isinstance(bound, date):
        return _compared((value > bound) - (value < bound), condition.test)
    if isinstance(value, int) and isinstance(bound, int):
        return _compared((value > bound) - (value < bound), condition.test)
    return False


def _compared(sign: int, test: str) -> bool:
    return {
        "at_least": sign >= 0,
        "at_most": sign <= 0,
        "more_than": sign > 0,
        "less_than": sign < 0,
    }[test]
