"""Which segments count, folded from events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TypeAlias

import pytest

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.periods import microseconds
from evenhand.relational.events import Event
from evenhand.relational.live import (
    LiveDelivery,
    Rewriting,
    live_deliveries,
    live_segments,
    out_of_use,
    rewritings,
)

AT = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)


Told: TypeAlias = tuple[str, Mapping[str, Json]]


def told(*kinds_and_bodies: Told) -> list[Event]:
    """Events, one a day."""
    return [
        Event(n + 1, AT + n * dt.timedelta(days=1), kind, "t", "system", body, "", "", "")
        for n, (kind, body) in enumerate(kinds_and_bodies)
    ]


ONE: Told = ("delivery.received", {"delivery": "D-1", "segments": ["a", "b"], "stored": 10})
TWO: Told = ("delivery.received", {"delivery": "D-2", "segments": ["c"], "processed": 7})
UNDONE: Told = ("delivery.undone", {"delivery": "D-1"})
SETTLED: Told = ("held.settled", {"delivery": "D-1", "segments": ["d"], "stored": 2})
REWRITTEN: Told = (
    "evidence.rewritten",
    {
        "replaced": [
            {"old": "a", "new": "a2", "rows": 3},
            {"old": "c", "new": None, "rows": 7},
        ]
    },
)


def test_segments_count_in_the_order_of_their_deliveries() -> None:
    assert live_segments(told(ONE, ("rows.read", {}), TWO)) == ("a", "b", "c")
    assert live_deliveries(told(ONE, TWO)) == {
        "D-1": LiveDelivery("D-1", ("a", "b"), 10, exact=True),
        "D-2": LiveDelivery("D-2", ("c",), 7, exact=False),
    }


def test_an_undone_delivery_counts_no_more() -> None:
    assert live_segments(told(ONE, TWO, UNDONE)) == ("c",)


def test_settled_rows_are_added() -> None:
    live = live_deliveries(told(ONE, SETTLED))
    assert live["D-1"] == LiveDelivery("D-1", ("a", "b", "d"), 12, exact=True)
    nothing: Told = ("held.settled", {"delivery": "D-1", "rows": 1})
    assert live_deliveries(told(ONE, nothing)) == live_deliveries(told(ONE))


def test_a_rewritten_segment_takes_the_place_of_the_old() -> None:
    live = live_deliveries(told(ONE, TWO, REWRITTEN))
    assert live["D-1"] == LiveDelivery("D-1", ("a2", "b"), 7, exact=True)
    assert live["D-2"] == LiveDelivery("D-2", (), 0, exact=False)


def test_earlier_moments_see_what_stood_then() -> None:
    events = told(ONE, TWO, UNDONE)
    assert live_segments(events, known_at=AT) == ("a", "b")
    assert live_segments(events, known_at=AT + dt.timedelta(days=1)) == ("a", "b", "c")
    assert live_segments(events, known_at=AT - dt.timedelta(days=1)) == ()


def test_whoever_was_erased_is_absent_at_every_moment() -> None:
    events = told(ONE, TWO, REWRITTEN)
    assert live_segments(events, known_at=AT) == ("a2", "b")


COMPACTED: Told = (
    "evidence.compacted",
    {"replaced": [{"old": ["b", "c"], "new": [{"segment": "bc", "deliveries": ["D-1", "D-2"]}]}]},
)
SET_APART: Told = (
    "evidence.compacted",
    {
        "replaced": [
            {
                "old": ["bc"],
                "new": [
                    {"segment": "c2", "deliveries": ["D-2"]},
                    {"segment": "b2", "deliveries": ["D-1"]},
                ],
            }
        ]
    },
)


def test_one_segment_takes_the_place_of_several_in_each_of_their_deliveries() -> None:
    live = live_deliveries(told(ONE, TWO, COMPACTED))
    assert live["D-1"] == LiveDelivery("D-1", ("a", "bc"), 10, exact=True)
    assert live["D-2"] == LiveDelivery("D-2", ("bc",), 7, exact=False)
    assert live_segments(told(ONE, TWO, COMPACTED)) == ("a", "bc")


def test_where_not_all_was_known_a_shared_segment_is_named_with_the_moment() -> None:
    events = told(ONE, TWO, COMPACTED)
    assert live_segments(events, known_at=AT) == ("a", f"bc@{microseconds(AT)}")
    assert live_segments(events, known_at=AT + dt.timedelta(days=1)) == ("a", "bc")
    assert live_segments(events, known_at=AT - dt.timedelta(days=1)) == ()


def test_what_was_undone_is_set_apart_and_counted_until_then() -> None:
    events = told(ONE, TWO, COMPACTED, UNDONE, SET_APART)
    assert live_segments(events) == ("c2",)
    assert live_segments(events, known_at=AT + dt.timedelta(days=2)) == ("a", "b2", "c2")
    assert live_segments(events, known_at=AT) == ("a", f"b2@{microseconds(AT)}")


def test_rows_erased_from_a_shared_segment_are_counted_by_delivery() -> None:
    change: Json = {"old": "bc", "new": "bc2", "rows": 3, "deliveries": {"D-1": 1, "D-2": 2}}
    events = told(ONE, TWO, COMPACTED, ("evidence.rewritten", {"replaced": [change]}))
    live = live_deliveries(events)
    assert [(one.segments, one.rows) for one in live.values()] == [(("a", "bc2"), 9), (("bc2",), 5)]
    assert live_segments(events, known_at=AT) == ("a", f"bc2@{microseconds(AT)}")


def test_what_others_took_the_place_of_is_out_of_use() -> None:
    assert out_of_use(told(ONE, TWO)) == frozenset()
    assert out_of_use(told(ONE, TWO, COMPACTED)) == {"b", "c"}
    assert out_of_use(told(ONE, TWO, COMPACTED, UNDONE, SET_APART)) == {"b", "c", "bc"}
    assert out_of_use(told(ONE, TWO, REWRITTEN)) == {"a", "c"}


def test_what_was_rewritten_is_told() -> None:
    event = told(REWRITTEN)[0]
    assert rewritings(event) == (Rewriting("a", "a2", 3), Rewriting("c", None, 7))
    assert rewritings(told(ONE)[0]) == ()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("delivery.received", {}),
        ("delivery.received", {"delivery": "D-1", "segments": "a", "stored": 1}),
        ("delivery.received", {"delivery": "D-1", "segments": ["a"]}),
        ("delivery.received", {"delivery": "D-1", "segments": ["a"], "stored": -1}),
        ("delivery.received", {"delivery": "D-1", "segments": ["a"], "stored": "1"}),
        ("delivery.received", {"delivery": "D-1", "segments": ["a"], "stored": True}),
        ("delivery.undone", {}),
        ("evidence.rewritten", {}),
        ("evidence.rewritten", {"replaced": [1]}),
        ("evidence.rewritten", {"replaced": [{"old": "a", "rows": 1}]}),
        (
            "evidence.rewritten",
            {"replaced": [{"old": "a", "new": "b", "rows": 1, "deliveries": 1}]},
        ),
        ("evidence.compacted", {}),
        ("evidence.compacted", {"replaced": ["a"]}),
        ("evidence.compacted", {"replaced": [{"old": "a", "new": []}]}),
        ("evidence.compacted", {"replaced": [{"old": ["a"], "new": ["ab"]}]}),
        ("evidence.compacted", {"replaced": [{"old": ["a"], "new": [{"segment": "ab"}]}]}),
    ],
)
def test_an_event_that_lacks_what_it_must_say_is_damage(kind: str, body: dict[str, Json]) -> None:
    with pytest.raises(RegisterDamaged, match=rf"Event 2 \({kind}\) lacks") as refused:
        live_deliveries(told(ONE, (kind, body)))
    assert "第 2 号事件" in refused.value.said_in("zh")


def test_a_row_settled_without_a_count_is_damage() -> None:
    uncounted: Told = ("held.settled", {"delivery": "D-1", "segments": ["d"]})
    with pytest.raises(RegisterDamaged, match="lacks what such an event says"):
        live_deliveries(told(ONE, uncounted))
