"""The days of a scheme's publication (RF-13): notice, comments, emergencies. Pure.

The day of publication is the register's own. An emergency scheme may start on that day; it is in
force for at most 180 days, makes no black list, and between two of one authority and domain lie at
least 180 days without one. It ends by itself: who asks about a later day does not find it in force.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.periods import ONE_DAY, Day, Days
from evenhand.kernel.text import Text
from evenhand.rights.floor import enforces, refusal
from evenhand.schemes.scheme import Scheme

NOTICE_DAYS: Final = 30
"""A scheme is public this many days before it takes effect (RF-13; State Council 2020 No. 49)."""

COMMENT_DAYS: Final = 30
"""Everybody has at least so many days to say what they think of it."""

EMERGENCY_DAYS: Final = 180
"""An emergency scheme is in force for at most so many days, and so many lie before the next."""


@dataclass(frozen=True, slots=True)
class Comments:
    """The first and the last day on which everybody may comment on a scheme."""

    first: Day
    last: Day


@enforces("RF-13")
def refuse_without_notice(scheme: Scheme, today: Day) -> None:
    """Refuse a scheme that takes effect too soon after the day on which it becomes public.

    Raises:
        FloorRefusal: RF-13, when it would.
    """
    starts, file = scheme.in_force.start, scheme.origin.file or scheme.scheme
    if scheme.emergency:
        if starts < today:
            raise refusal(
                "RF-13",
                Text(
                    zh=f"{file} 自 {starts} 起生效，早于公布日 {today}；应急办法也不溯及既往。",
                    en=f"{file} takes effect on {starts}, before {today}, on which it becomes public "
                    "here. An emergency scheme reaches back no more than any other.",
                ),
            )
        return
    if starts < today + NOTICE_DAYS * ONE_DAY:
        raise refusal(
            "RF-13",
            Text(
                zh=f"{file} 自 {starts} 起生效，距公布日 {today} 不足{NOTICE_DAYS}天。",
                en=f"{file} takes effect on {starts}, less than {NOTICE_DAYS} days after {today}, on "
                "which it becomes public here.",
            ),
        )


@enforces("RF-13")
def comments_on(scheme: Scheme, today: Day, until: Day | None = None) -> Comments:
    """Work out the comment period of a scheme that becomes public today.

    Args:
        scheme: The scheme; its notice was checked.
        today: The register's day.
        until: The last day that its author wants; None: the day before it takes effect.

    Raises:
        FloorRefusal: RF-13, when it would be shorter than 30 days, or go on after the scheme is in
            force. Comments on an emergency scheme go on while it is.
    """
    least = today + (COMMENT_DAYS - 1) * ONE_DAY
    most = scheme.in_force.start - ONE_DAY
    if scheme.emergency:
        end = scheme.in_force.last or least
        least, most = min(least, end), end
    last = until or (least if scheme.emergency else most)
    if not least <= last <= most:
        raise refusal(
            "RF-13",
            Text(
                zh=f"征求意见到 {last} 为止：应在 {least} 与 {most} 之间，至少{COMMENT_DAYS}天。",
                en=f"Comments until {last}: the last day lies between {least} and {most}, so that there "
                f"are at least {COMMENT_DAYS} days.",
            ),
        )
    return Comments(today, last)


@enforces("RF-13")
def refuse_emergency(scheme: Scheme, others: Iterable[Scheme]) -> None:
    """Refuse an emergency scheme that lasts too long, makes a black list, or follows too soon.

    Args:
        scheme: The scheme; one that is none of emergency passes.
        others: Every scheme that was ever public in the register.

    Raises:
        FloorRefusal: RF-13; names the scheme that it would follow, or lie too near before.
    """
    if not scheme.emergency:
        return
    days, file = scheme.in_force, scheme.origin.file or scheme.scheme
    if days.stop is None or days.stop - days.start > EMERGENCY_DAYS * ONE_DAY:
        last = days.start + (EMERGENCY_DAYS - 1) * ONE_DAY
        raise refusal(
            "RF-13",
            Text(
                zh=f"应急办法 {file} 最迟于 {last} 终止（{EMERGENCY_DAYS}天）。",
                en=f"The emergency scheme {file} ends on {last} at the latest, after {EMERGENCY_DAYS} "
                "days in force.",
            ),
        )
    for rule in scheme.lists:
        if rule.kind == "black":
            raise refusal(
                "RF-13",
                Text(
                    zh=f"应急办法 {file} 设有不利名单 {rule.list}：应急办法不设不利名单。",
                    en=f"The emergency scheme {file} makes the black list {rule.list}; an emergency "
                    "scheme makes none.",
                ),
            )
    for other in others:
        if _too_near(scheme, other):
            raise refusal(
                "RF-13",
                Text(
                    zh=f"应急办法 {file}（{days.start} 至 {days.last}）与同一机关、同一领域的 {other.scheme} "
                    f"{other.version}（{other.in_force.start} 至 {other.in_force.last}）相隔不足"
                    f"{EMERGENCY_DAYS}天。",
                    en=f"The emergency scheme {file} ({days.start} to {days.last}) lies less than "
                    f"{EMERGENCY_DAYS} days from {other.scheme} {other.version} ({other.in_force.start} "
                    f"to {other.in_force.last}), of the same authority and domain.",
                ),
            )


def _too_near(scheme: Scheme, other: Scheme) -> bool:
    same = (scheme.scheme, scheme.version) == (other.scheme, other.version)
    alike = (scheme.authority, scheme.domain) == (other.authority, other.domain)
    if same or not alike or not other.emergency:
        return False
    return days_between(scheme.in_force, other.in_force) < EMERGENCY_DAYS


def days_between(one: Days, other: Days) -> int:
    """How many days lie between two periods; 0 when they touch or have a day in common."""
    first, second = sorted((one, other), key=lambda period: period.start)
    return 0 if first.stop is None else max(0, (second.start - first.stop).days)
