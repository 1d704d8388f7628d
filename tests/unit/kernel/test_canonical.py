"""One canonical form: RFC 8785 where Evenhand uses it, and what it refuses."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.canonical import canonical, digest

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_keys_are_sorted_by_utf16_units_and_nothing_is_escaped_without_need() -> None:
    assert canonical({"\ue000": 1, "\U00010000": 2, "a": "临禾\n"}) == (
        '{"a":"临禾\\n","\U00010000":2,"\ue000":1}'.encode()
    )


@given(values)
def test_reading_back_gives_the_value_and_the_same_bytes(value: object) -> None:
    data = canonical(value)  # type: ignore[arg-type]
    assert json.loads(data) == value
    assert canonical(json.loads(data)) == data


@given(st.dictionaries(st.text(), st.integers(0, 9), min_size=2))
def test_the_order_of_insertion_does_not_matter(value: dict[str, int]) -> None:
    assert digest(value) == digest(dict(reversed(value.items())))


@pytest.mark.parametrize("value", [1.0, float("nan"), {"a": [0.5]}, b"bytes", {1, 2}])
def test_floats_and_other_types_are_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no canonical form"):
        canonical(value)  # type: ignore[arg-type]


def test_keys_that_are_no_text_are_refused() -> None:
    with pytest.raises(TypeError, match="text keys only"):
        canonical({1: "a"})  # type: ignore[dict-item]


@pytest.mark.parametrize("value", [2**53, -(2**53), [2**63]])
def test_large_integers_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="write it as text"):
        canonical(value)  # type: ignore[arg-type]
