"""Lines, salts and tables: one spelling, nothing without a salt, nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.kernel.canonical import canonical
from evenhand.kernel.codes import resident_number_passes
from evenhand.lists.disclose import ALLOWED
from evenhand.lists.tally import FIGURES
from evenhand.publication.fields import (
    FIELDS,
    ORGANISATIONS,
    NoEntry,
    check,
    names_a_person,
    read_plain,
)
from evenhand.publication.manifest import TALLY
from evenhand.publication.shards import (
    entry_bytes,
    entry_leaf,
    line_of,
    manifest_leaf,
    read_json,
    read_line,
    salt_for,
)
from evenhand.publication.table import COLUMNS, table_of
from tests.unit.publication.town import shown, uscc

GOOD: dict[str, Any] = dict(shown([1])[0].fields)
SECRET = b"s" * 32


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cell(name: str, value: object) -> str:
    table = rows(table_of([GOOD | {name: value}]))
    said: dict[str, str] = dict(zip(*table, strict=True))
    return said[name]


def test_a_line_reads_back() -> None:
    entry = entry_bytes(GOOD)
    salt = salt_for(SECRET, entry)
    line = read_line(line_of(entry, 7, salt))
    assert (line.fields, line.leaf, line.digest) == (GOOD, 7, entry_leaf(salt, entry))


def test_a_stranger_computes_the_leaf_from_the_words_of_the_readme() -> None:
    entry = entry_bytes(GOOD)
    said = json.loads(line_of(entry, 0, salt_for(SECRET, entry)))
    by_hand = json.dumps(said["entry"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256(bytes.fromhex(said["salt"]) + by_hand.encode()).digest()
    assert entry_leaf(bytes.fromhex(said["salt"]), entry) == b"E" + digest
    assert manifest_leaf(b"{}") == b"M" + hashlib.sha256(b"{}").digest()


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=30), st.text(max_size=30))
def test_the_quick_form_is_the_canonical_form(name: str, title: str) -> None:
    fields = GOOD | {"name": name, "legal_basis": [{"zh": title, "en": name, "article": "1"}]}
    try:
        wanted = canonical(fields)
    except UnicodeEncodeError:
        with pytest.raises(UnicodeEncodeError):
            entry_bytes(fields)
    else:
        assert entry_bytes(fields) == wanted


texts = st.text(st.sampled_from('a临"\\/\n\x7f\u202e\U0001f600 9é'), max_size=6)
words = st.sampled_from(["a", "food-safety", "-", "A", "", "a" * 65, 'x"y'])
values = st.one_of(
    texts,
    words,
    st.integers(-5, 2**54),
    st.none(),
    st.lists(words, max_size=3),
    st.lists(st.integers(0, 9), max_size=3),
    st.fixed_dictionaries({"after": texts, "needs": st.lists(words, max_size=2)}),
    st.lists(st.fixed_dictionaries({"article": texts, "en": texts, "zh": texts}), max_size=2),
)


@settings(max_examples=500, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), values, max_size=3))
def test_the_quick_reading_gives_what_the_careful_one_gives(changes: dict[str, Any]) -> None:
    """What one expression reads, JSON reads to the same; what JSON refuses, it refuses too."""
    entry = entry_bytes(GOOD | changes)
    quick = read_plain(entry.decode())
    if quick is not None:
        assert read_json(entry) == quick
    elif b"\\" not in entry:
        with pytest.raises(NoEntry):
            read_json(entry)


def test_a_salt_is_the_same_for_the_same_entry_and_no_other() -> None:
    entry, other = entry_bytes(GOOD), entry_bytes(GOOD | {"last_day": "2028-01-01"})
    assert salt_for(SECRET, entry) == salt_for(SECRET, entry)
    assert len({salt_for(SECRET, entry), salt_for(SECRET, other), salt_for(b"t" * 32, entry)}) == 3
    with pytest.raises(ValueError, match="at least 32 bytes"):
        salt_for(b"short", entry)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_no_field_may_be_missing_or_of_another_kind(name: str) -> None:
    check(GOOD)
    without = {key: value for key, value in GOOD.items() if key != name}
    with pytest.raises(NoEntry, match=f"^{name}$"):
        check(without)
    wrongs: list[object] = [1.5, True, "", "\x00", "\u202e", [[]], {"a": 1}, -1, "x" * 5000]
    for wrong in wrongs:
        with pytest.raises(NoEntry, match=f"^{name}$"):
            check(GOOD | {name: wrong})


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("last_day", "2026-02-31x"),
        ("last_day", "2026-2-3"),
        ("list", "../x"),
        ("records", ["R-1"]),
        ("decisions", [True]),
        ("decisions", [2**60]),
        ("legal_basis", [{"zh": "法", "en": "law"}]),
        ("legal_basis", [{"zh": "法", "en": "law", "article": "1", "more": "x"}]),
        ("repair", {"after": "12 months"}),
        ("identifier_scheme", "resident"),
        ("subject_kind", "family"),
        ("kind", "grey"),
    ],
)
def test_a_value_that_does_not_look_like_its_field_is_refused(name: str, wrong: object) -> None:
    with pytest.raises(NoEntry, match=f"^{name}$"):
        check(GOOD | {name: wrong})


def test_a_line_that_is_too_long_is_not_written() -> None:
    with pytest.raises(ValueError, match="at most 32768 bytes"):
        line_of(b"x" * 40_000, 0, b"s" * 32)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"{}\n",
        b'{"entry":{},"leaf":0,"salt":"' + b"0" * 64 + b'"}',
        b'{"entry":{},"leaf":00,"salt":"' + b"0" * 64 + b'"}\n',
        b'{"entry":{},"leaf":0,"salt":"' + b"A" * 64 + b'"}\n',
        b'{"entry":[],"leaf":0,"salt":"' + b"0" * 64 + b'"}\n',
        b'{"entry":{"a":NaN},"leaf":0,"salt":"' + b"0" * 64 + b'"}\n',
        b'{"entry":{"a":"\\ud800"},"leaf":0,"salt":"' + b"0" * 64 + b'"}\n',
        b'{"entry":{"a":"\xff"},"leaf":0,"salt":"' + b"0" * 64 + b'"}\n',
    ],
)
def test_what_is_no_line_is_refused(line: bytes) -> None:
    with pytest.raises(NoEntry):
        read_line(line)


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1+1",
        "＋1",
        "|cmd",
        "%x",
        "2026-3",
        "12",
        "1E5",
        "1,5",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_or_change_gets_an_apostrophe(value: str) -> None:
    assert cell("name", value) == "'" + value


@pytest.mark.parametrize(
    "value", ["临禾食品有限公司", "a=1", "ACME 2026", "E-mail GmbH", "'quoted"]
)
def test_a_plain_cell_stays_as_it_is(value: str) -> None:
    assert cell("name", value) == value


def test_every_identifier_has_an_apostrophe_and_days_none() -> None:
    assert cell("identifier", "911000000000000012") == "'911000000000000012"
    assert cell("identifier", "91000000MA0000000X") == "'91000000MA0000000X"
    assert cell("last_day", "2029-03-26") == "2029-03-26"
    assert cell("version", "2026.10") == "'2026.10"


def test_the_table_has_every_field_in_words() -> None:
    table = rows(table_of([GOOD | {"repair": None}, GOOD]))
    assert tuple(table[0]) == COLUMNS
    first, second = (dict(zip(COLUMNS, row, strict=True)) for row in table[1:])
    assert (first["repair_after"], second["repair_after"]) == ("", "12 months")
    assert (first["repair_needs"], second["repair_needs"]) == ("", "penalty_performed")
    assert first["legal_basis_zh"] == "《食品安全法》 art. 123"
    assert first["decided_by"] == "linhe-market-bureau"


@pytest.mark.parametrize(
    ("fields", "is_one"),
    [
        ({}, False),
        ({"subject_kind": "resident"}, True),
        ({"subject_kind": "sole_trader"}, True),
        ({"identifier": uscc(1, "92000000")}, True),
        ({"identifier": uscc(1, "12000000"), "subject_kind": "public_body"}, False),
        ({"name": "王某 110101199003074450"}, True),
        ({"name": "王某110101199003074450号"}, True),
        ({"name": "合同 110101199003074451"}, False),  # check character fails
        ({"name": "1101011990030744501"}, False),  # nineteen digits
        ({"identifier_scheme": "register_number", "identifier": "110101199003074450"}, True),
        ({"legal_basis": [{"zh": "110101199003074450", "en": "x", "article": "x"}]}, True),
    ],
)
def test_a_resident_is_known_by_kind_code_or_number(fields: dict[str, Any], is_one: bool) -> None:
    """RF-3: no resident and no sole trader in anything public."""
    assert names_a_person(GOOD | fields) is is_one


def test_a_companys_code_that_looks_like_a_residents_number_is_a_companys_code() -> None:
    """Some codes read as a birth day with a fitting check character; they still pass as codes."""
    codes = [uscc(number, "91440319") for number in range(900307000, 900308000)]
    alike = [code for code in codes if resident_number_passes(code)]
    assert alike
    for code in alike:
        assert not names_a_person(GOOD | {"identifier": code, "name": f"临禾公司 {code}"})


def test_the_strangers_copies_of_the_closed_lists_are_those_of_the_register() -> None:
    assert set(ALLOWED) == set(ORGANISATIONS)
    for allowed in ALLOWED.values():
        assert set(allowed) == set(FIELDS)
    assert set(TALLY) == set(FIGURES)
