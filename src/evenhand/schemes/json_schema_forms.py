"""What scalars, conditions and example records look like to an editor, names of the catalogue listed.

An editor types plain words by YAML 1.2 (``2021.10`` is a number there) where the reader takes every
scalar as text. So each form allows what the editor makes of it and the text itself.
"""

from __future__ import annotations

from typing import Final

from evenhand.kernel.canonical import Json
from evenhand.schemes.values import field_names, field_rule
from evenhand.sources.catalogue import Catalogue, FieldRule, TypeRule

Schema = dict[str, Json]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The draft that editors of YAML know best."""

_NUMBER: Final = r"^[+-]?[0-9]{1,12}(\.[0-9]{1,12})?$"
_NAME: Final = "^[a-z0-9]([a-z0-9_-]{0,62}[a-z0-9])?$"
_SPAN: Final = "[1-9][0-9]{0,3} (day|month|year)s?"
_DAY: Final = "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$"

_SECTIONS: Final = {
    "record_type": ("types", "a record type of the catalogue"),
    "authority": ("authorities", "an authority of the catalogue"),
    "domain": ("domains", "a domain of the catalogue"),
    "purpose": ("purposes", "a purpose of the catalogue"),
    "measure": ("measures", "a measure of the catalogue"),
    "benefit": ("benefits", "a benefit of the catalogue"),
}


def ref(name: str) -> Schema:
    """A reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def any_of(*forms: Json) -> Schema:
    """Any one of several forms."""
    return {"anyOf": list(forms)}


def forms(catalogue: Catalogue) -> dict[str, Schema]:
    """The definition of every form of scalar, by its name."""
    said: dict[str, Schema] = {
        "text_as_typed": _called("a text", _typed_text()),
        "name": _called("a name: small letters, digits, - and _", _name(_NAME)),
        "grade": _called("a grade's name", _name("^[^\\s]{1,32}$")),
        "day": _called("a day, 2026-03-14", {"type": "string", "pattern": _DAY}),
        "length": _called("a length, 24 months", {"type": "string", "pattern": f"^{_SPAN}$"}),
        "deadline": _called(
            "a length, year_end or next_year_end",
            {"type": "string", "pattern": f"^({_SPAN}|year_end|next_year_end)$"},
        ),
        "number": _called("a number with at most three decimals", _number(-1_000_000, 1_000_000)),
        "share": _called("a share above 0 and up to 1", _number(0, 1, "exclusiveMinimum")),
        "weight": _called("a weight of 0 or more", _number(0, 1000)),
        "count": _called("a whole number from 1 to 1000", _whole(1, 1000)),
        "days": _called("a number of days", _whole(0, 365)),
        "flag": _called("true or false", {"enum": [True, False, "true", "false"]}),
        "dated_number": _dated("number"),
        "cap": _dated("cap_number"),
        "cap_number": _called("a number of 0 or more", _number(0, 1_000_000)),
    }
    for form, (section, title) in _SECTIONS.items():
        names: list[Json] = sorted(getattr(catalogue, section))
        said[form] = _called(title, {"type": "string", "enum": names})
    return said


def where(of: TypeRule) -> Schema:
    """The conditions that a record of a type may be held against: its fields, each with its tests."""
    rules = [(name, field_rule(of, name)) for name in field_names(of)]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _test(rule) for name, rule in rules if rule is not None},
    }


def example_record(of: TypeRule) -> Schema:
    """One record of an example: its day, what it cites, its fields."""
    rules = [(name, field_rule(of, name)) for name in field_names(of)]
    cites: list[Json] = [article.cites for article in of.articles]
    properties: Schema = {
        "on": ref("day"),
        "cites": {"enum": cites} if cites else ref("text_as_typed"),
        "document": ref("text_as_typed"),
        **{name: _value(rule) for name, rule in rules if rule is not None},
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["on"],
        "properties": properties,
    }


def names_of_fields(of: TypeRule, *kinds: str) -> Schema:
    """The fields of a type that are of some kinds; of any kind when none is named."""
    rules = [(name, field_rule(of, name)) for name in field_names(of)]
    names: list[Json] = [
        name for name, rule in rules if rule is not None and (not kinds or rule.kind in kinds)
    ]
    return {"enum": names} if names else {"not": {}}


def _called(title: str, form: Schema) -> Schema:
    return {"title": title, **form}


def _typed_text() -> Schema:
    return {"type": ["string", "number", "boolean"], "pattern": "\\S"}


def _name(pattern: str) -> Schema:
    return {"type": ["string", "integer"], "pattern": pattern}


def _number(least: int, most: int, bound: str = "minimum") -> Schema:
    number: Schema = {"type": "number", bound: least, "maximum": most}
    text: Schema = {"type": "string", "pattern": _NUMBER}
    return any_of(number, text)


def _whole(least: int, most: int) -> Schema:
    number: Schema = {"type": "integer", "minimum": least, "maximum": most}
    return any_of(number, {"type": "string", "pattern": "^[+-]?[0-9]{1,9}$"})


def _dated(number: str) -> Schema:
    """A number, or its history by day, each value with its article if one is given."""
    with_article: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": ["is", "article"],
        "properties": {"is": ref(number), "article": ref("text_as_typed")},
    }
    history: Schema = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "patternProperties": {_DAY: any_of(ref(number), with_article)},
    }
    title = "a number, or its history {2019-01-01: 3, 2021-07-01: 5}"
    return _called(title, any_of(ref(number), history))


def _value(rule: FieldRule) -> Schema:
    if rule.kind == "code":
        digits: list[Json] = [int(code) for code in rule.codes if code.isdigit()]
        return {"enum": [*rule.codes, *digits]}
    if rule.kind == "flag":
        return ref("flag")
    if rule.kind == "day":
        return ref("day")
    if rule.kind == "integer":
        return any_of({"type": "integer"}, {"type": "string", "pattern": "^[+-]?[0-9]{1,12}$"})
    return ref("number")


def _test(rule: FieldRule) -> Schema:
    value = _value(rule)
    several: Schema = {"type": "array", "minItems": 1, "items": value}
    tests: Schema = {"is": value, "one_of": several}
    if rule.kind in ("integer", "amount", "day"):
        tests |= dict.fromkeys(("at_least", "at_most", "more_than", "less_than"), value)
    form: Schema = {"type": "object", "additionalProperties": False, "properties": tests}
    return {"description": f"{rule.title.en}\n{rule.title.zh}", **any_of(value, several, form)}
