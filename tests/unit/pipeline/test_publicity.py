"""RF-13 by the day: notice, comments, emergencies."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from evenhand.kernel.errors import FloorRefusal
from evenhand.kernel.ids import AuthorityId, SchemeId
from evenhand.kernel.periods import Day, Days
from evenhand.pipeline.founding import shipped
from evenhand.pipeline.publicity import (
    Comments,
    comments_on,
    days_between,
    refuse_emergency,
    refuse_without_notice,
)
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.read_catalogue import read_catalogue

TODAY = Day(2026, 3, 2)


def after(days: int) -> Day:
    return TODAY + dt.timedelta(days=days)


@cache
def linhe() -> Scheme:
    data = shipped("schemes", "linhe", "linhe-compliance.yaml").read_bytes()
    return read_scheme(data, "rules.yaml", read_catalogue())


def scheme(starts: int, lasts: int | None = None, **changes: object) -> Scheme:
    """A scheme that takes effect so many days after today, for so many days."""
    stop = None if lasts is None else after(starts + lasts)
    changed = {"in_force": Days(after(starts), stop), **changes}
    return replace(linhe(), **changed)  # type: ignore[arg-type]


def emergency(starts: int = 0, lasts: int | None = 180, **changes: object) -> Scheme:
    return scheme(starts, lasts, **{"emergency": True, "lists": (), **changes})


def before(ends: int, **changes: object) -> Scheme:
    """An emergency scheme of the same authority and domain; its first day over lies so before."""
    old = emergency(ends - 90, 90, **changes)
    return replace(old, scheme=SchemeId.parse("flood"), version="2025.1")


@pytest.mark.parametrize("days", [30, 31, 400])
def test_thirty_days_of_notice_are_enough(days: int) -> None:
    refuse_without_notice(scheme(days), TODAY)


@pytest.mark.parametrize("days", [29, 0, -1])
def test_rf_13_twenty_nine_are_not(days: int) -> None:
    with pytest.raises(
        FloorRefusal, match=r"RF-13: rules.yaml takes effect on .*, less than 30 days"
    ):
        refuse_without_notice(scheme(days), TODAY)


def test_comments_run_from_the_registers_day_to_the_day_before_it_takes_effect() -> None:
    assert comments_on(scheme(30), TODAY) == Comments(TODAY, after(29))
    assert comments_on(scheme(90), TODAY) == Comments(TODAY, after(89))
    assert comments_on(scheme(90), TODAY, after(29)) == Comments(TODAY, after(29))


@pytest.mark.parametrize("last", [28, 90, -1])
def test_rf_13_comments_of_fewer_than_thirty_days_or_after_the_start_are_refused(last: int) -> None:
    with pytest.raises(FloorRefusal, match=r"RF-13: Comments until .* at least 30 days"):
        comments_on(scheme(90), TODAY, after(last))


def test_an_emergency_scheme_may_start_at_once_and_is_commented_on_while_it_is_in_force() -> None:
    refuse_without_notice(emergency(), TODAY)
    assert comments_on(emergency(), TODAY) == Comments(TODAY, after(29))
    assert comments_on(emergency(), TODAY, after(179)) == Comments(TODAY, after(179))
    assert comments_on(emergency(0, 10), TODAY) == Comments(TODAY, after(9))


def test_rf_13_it_cannot_start_before_it_is_public() -> None:
    with pytest.raises(FloorRefusal, match=r"RF-13: .* reaches back no more than any other"):
        refuse_without_notice(emergency(-1), TODAY)


@pytest.mark.parametrize("days", [179, 180])
def test_an_emergency_scheme_is_in_force_for_up_to_180_days(days: int) -> None:
    refuse_emergency(emergency(0, days), [])


@pytest.mark.parametrize("days", [181, None])
def test_rf_13_not_for_181_and_not_without_an_end(days: int | None) -> None:
    last = after(179)
    with pytest.raises(FloorRefusal, match=f"RF-13: .* ends on {last} at the latest"):
        refuse_emergency(emergency(0, days), [])


def test_rf_13_an_emergency_scheme_makes_no_black_list() -> None:
    lists = linhe().lists
    black = next(rule for rule in lists if rule.kind == "black")
    red = next(rule for rule in lists if rule.kind == "red")
    refuse_emergency(emergency(lists=(red,)), [])
    with pytest.raises(FloorRefusal, match=f"RF-13: .* makes the black list {black.list}"):
        refuse_emergency(emergency(lists=(red, black)), [])


@pytest.mark.parametrize("days", [180, 181])
def test_after_180_days_without_one_another_may_follow(days: int) -> None:
    refuse_emergency(emergency(), [before(-days)])


@pytest.mark.parametrize("days", [179, 1, 0, -10])
def test_rf_13_none_of_the_same_authority_and_domain_follows_sooner(days: int) -> None:
    with pytest.raises(FloorRefusal, match=r"RF-13: .* lies less than 180 days from flood 2025.1"):
        refuse_emergency(emergency(), [before(-days)])


def test_rf_13_nor_is_one_put_shortly_before_another() -> None:
    later = replace(emergency(180 + 179, 30), scheme=SchemeId.parse("flood"))
    with pytest.raises(FloorRefusal, match="lies less than 180 days from flood"):
        refuse_emergency(emergency(), [later])
    refuse_emergency(emergency(), [replace(later, in_force=Days(after(360), after(370)))])


def test_other_authorities_other_domains_and_ordinary_schemes_are_no_hindrance() -> None:
    others = [
        before(-1, authority=AuthorityId.parse("linhe-court")),
        before(-1, domain="other"),
        before(-1, emergency=False),
        emergency(),
    ]
    refuse_emergency(emergency(), others)
    refuse_emergency(scheme(0), [before(-1)])


def test_days_between_two_periods() -> None:
    assert days_between(Days(after(0), after(10)), Days(after(15), None)) == 5
    assert days_between(Days(after(15), None), Days(after(0), after(10))) == 5
    assert days_between(Days(after(0), None), Days(after(15), None)) == 0
    assert days_between(Days(after(0), after(20)), Days(after(15), None)) == 0
