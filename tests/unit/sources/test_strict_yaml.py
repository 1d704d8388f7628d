from __future__ import annotations

import pytest

from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Kind
from evenhand.sources.strict_yaml import DEEPEST, LARGEST, MOST, position_of, positions, read_yaml
from evenhand.sources.yaml_findings import KINDS


def refusal(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(BadInput) as caught:
        read_yaml(data, "f.yaml")
    return [
        f"{f.place} {f.kind.code} {f.sentence('en')}".removeprefix("f.yaml:")
        for f in caught.value.findings
    ]


@pytest.mark.parametrize(
    "word", ["no", "12:30:00", "2021.10", "0755", "null", "~", "1e3", "=", "2026-03-02"]
)
def test_every_plain_scalar_is_text(word: str) -> None:
    assert read_yaml(f"a: {word}\n".encode(), "f").plain() == {"a": word}


def test_an_empty_value_is_an_empty_text() -> None:
    assert read_yaml(b"a:\nb: ''\n", "f").plain() == {"a": "", "b": ""}


def test_flow_maps_block_texts_and_a_byte_order_mark_are_read() -> None:
    text = "\ufefftitle: {zh: 示例, en: Example}\nlong: >\n  one\n  two\nlist: [1, 2]\n"
    assert read_yaml(text.encode(), "f").plain() == {
        "title": {"zh": "示例", "en": "Example"},
        "long": "one two\n",
        "list": ["1", "2"],
    }


def test_a_merge_key_is_a_name_like_any_other() -> None:
    assert read_yaml(b"<<: {a: b}\n", "f").plain() == {"<<": {"a": "b"}}


def test_each_part_keeps_its_place() -> None:
    node = read_yaml(b"a:\n  - b: 1\n    c: 2\nd: {e: f}\n", "f")
    known = positions(node)
    assert known[("a",)] == (1, 1)
    assert known[("a", 0, "c")] == (3, 8)
    assert known[("d", "e")] == (4, 8)
    assert isinstance(node.value, dict)
    assert node.keys == {"a": (1, 1), "d": (4, 1)}


def test_a_missing_key_stands_where_its_map_stands() -> None:
    known = positions(read_yaml(b"a:\n  - b: 1\n", "f"))
    assert position_of(("a", 0, "missing", "deeper"), known) == (2, 5)
    assert position_of(("nothing",), known) == (1, 1)


def test_everything_forbidden_is_named_at_once() -> None:
    assert refusal("a: &x 1\nb: *x\na: 2\nc: !!int 3\n? [q]\n: b\n") == [
        "1:4 E-FILE-64 Anchors and references are not allowed (&x).",
        "2:4 E-FILE-64 Anchors and references are not allowed (*x).",
        '3:1 E-FILE-63 The key "a" is there twice; it was first on line 1.',
        "4:4 E-FILE-65 Tags are not allowed (tag:yaml.org,2002:int).",
        "5:3 E-FILE-66 A key has to be a word, not a list or a map.",
    ]


def test_what_was_found_before_a_syntax_error_is_still_named() -> None:
    found = refusal("a: &x 1\nb: c: d\n")
    assert found[0].startswith("1:4 E-FILE-64")
    assert found[1].startswith("2:5 E-FILE-62 This is not YAML: mapping values are not allowed")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a:\n\tb: c\n", "2:1 E-FILE-71 A tab indents this line."),
        ("a:\r\n  b:\r\n \t c: 1\r\n", "3:2 E-FILE-71 A tab indents this line."),
        ("a: {b: 1\n", "E-FILE-62 This is not YAML"),
        ("a: 'x\n", "E-FILE-62 This is not YAML: found unexpected end of stream"),
        ("", "1:1 E-FILE-70 The file is empty."),
        ("# only a remark\n", "1:1 E-FILE-70"),
        ("a: 1\n---\nb: 2\n", "2:1 E-FILE-68 A file holds one document"),
        ("%YAML 1.1\n---\na: 1\n", 'no "%" directive'),
        (
            'a: "\\u202e x"\n',
            "1:4 E-FILE-69 There is an invisible control character here (U+202E).",
        ),
        ("a: \x00b\n", "1:4 E-FILE-69 There is an invisible control character here (U+0000)."),
        ("! a\n", "E-FILE-65 Tags are not allowed (!)."),
        ("[a, b]: 1\n", "E-FILE-66"),
        (b"\xff\xfe", "1:1 E-FILE-61 The file is not UTF-8 text."),
        ("a: 1\n".encode("utf-16"), "1:1 E-FILE-61 The file is not UTF-8 text."),
        ("\ufeffa: 1\nb: 二\n".encode() + b"c: \xc4\xe3\n", "3:4 E-FILE-61"),
        (b"a: " + b"x" * LARGEST, f"1:1 E-FILE-60 The file has {LARGEST + 3} bytes;"),
        ("a: x\u0085b: 2\n", "1:5 E-FILE-69"),
        ("a: 1 # \u202e remark\n", "1:8 E-FILE-69"),
        ("a: x\u200by\n", "control character here (U+200B)."),
        ("a: 1\rb: 2\n", "1:5 E-FILE-69 There is an invisible control character here (U+000D)."),
        ("a: 1\nb: \ufeff\n", "2:4 E-FILE-69"),
        ("\u00e1: 1\na\u0301: 2\n", "is there twice; it was first on line 1."),
        (
            "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
            "3:8 E-FILE-64 Anchors and references are not allowed (*b).",
        ),
    ],
)
def test_other_readings_are_refused_with_words(text: str | bytes, words: str) -> None:
    assert words in " ".join(refusal(text))


@pytest.mark.parametrize("bomb", ["[" * 200_000, "{a: " * 60_000, "- " * 100_000, "? " * 100_000])
def test_depth_is_refused_at_once_and_needs_no_stack(bomb: str) -> None:
    said = refusal(bomb)[-1]
    assert said.endswith(f"Lists and maps stand more than {DEEPEST} deep in each other.")
    column = int(said.split(" ")[0].split(":")[1])
    assert column <= 4 * (DEEPEST + 2), "it read on after the depth was known"


def test_more_parts_than_a_person_reads_are_refused_at_once() -> None:
    assert refusal("a: [" + "1," * 120_000 + "1]\n") == [
        f"1:{5 + 2 * (MOST - 3)} E-FILE-72 The file has more than {MOST} parts."
    ]
    many = "".join(f"k{n}: 1\n" for n in range(MOST // 2))
    assert refusal(many)[-1].endswith(f"more than {MOST} parts.")
    read_yaml(many.rpartition("k")[0].encode(), "f")


def test_lines_that_end_with_carriage_return_and_line_feed_keep_their_places() -> None:
    node = read_yaml(b"a:\r\n  b: 'x\r\n    y'\r\nc: 1\r\n", "f")
    assert node.plain() == {"a": {"b": "x y"}, "c": "1"}
    assert positions(node)[("c",)] == (4, 4)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.code)
def test_each_kind_says_why_and_what_to_do(kind: Kind) -> None:
    assert kind.weight == "stops"
    for text in (kind.why, kind.mend):
        assert text.en.endswith(".")
        assert text.zh.endswith("。")


def test_twenty_levels_are_allowed() -> None:
    read_yaml(("[" * DEEPEST + "]" * DEEPEST).encode(), "f")


def test_a_refusal_counts_what_is_wrong_in_both_languages() -> None:
    with pytest.raises(BadInput) as caught:
        read_yaml(b"a: 1\na: 2\na: 3\n", "规则.yaml")
    assert caught.value.said_in("zh") == "文件“规则.yaml”无法读取，发现 2 个问题。"
    assert caught.value.exit_code == 2
