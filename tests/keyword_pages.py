"""The pages of the keywords: what is made of the shape, and the snippets that are read and refused.

A page has a made part between two remarks, a hand-written part, a snippet that is accepted, a snippet
that is refused, and the words of the refusal. A snippet is put into a small scheme of ``tests/good``: each
keyword of a part replaces the same keyword, and a part of another name is added.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.schemes import example_findings as examples
from evenhand.schemes.check import check
from evenhand.schemes.json_schema import editor_schema
from evenhand.schemes.meanings_of_outcomes import meaning
from evenhand.schemes.read import read_scheme
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.strict_yaml import read_yaml
from tests.conftest import ROOT

FOLDER: Final = ROOT / "docs" / "reference" / "keywords"
MADE: Final = re.compile(r"<!-- made by `make golden` -->\n.*?<!-- /made -->\n", re.S)
SNIPPET: Final = re.compile(r"```yaml (accepted|refused)( residents)?\n(.*?)```\n", re.S)
REFUSAL: Final = re.compile(r"```text\n(.*?)```\n", re.S)

BASES: Final = {"": "town-compliance", " residents": "town-points"}
NOT_SHOWN: Final = {
    examples.NO_EXAMPLE_FIRES,
    examples.NO_EXAMPLE_JUST_NOT,
    examples.NO_EXAMPLE_EXPIRED,
    examples.NO_EXAMPLE_ENTERS,
    examples.NO_EXAMPLE_ONE_SHORT,
}
"""A snippet need not bring the examples that its change would need."""

NAMED_BY: Final = {
    "factors": "factor",
    "components": "component",
    "totals": "total",
    "grades": "grade",
    "direct_grades": "grade",
    "ceilings": "not_above",
    "benefits": "benefit",
    "lists": "list",
    "examples": "name",
}

WHERE: Final = {
    "SchemePart": "the file",
    "TextPart": "a text",
    "CitationPart": "`legal_basis`",
    "ForcePart": "`in_force`",
    "FrameworkPart": "`framework`",
    "ScorePart": "`score`",
    "ExposurePart": "`exposure`",
    "PeersPart": "`peers`",
    "FactorPart": "a factor",
    "RatedPart": "`points`, a rate",
    "TabledPart": "`points`, a table",
    "SharePart": "`points`, a share",
    "CapsPart": "`at_most`",
    "LimitsPart": "`gains`, `losses`",
    "RollingPart": "`rolling`",
    "StepFadePart": "`fade`",
    "HalfLifePart": "`fade`",
    "FadeStepPart": "`steps` of `fade`",
    "MendedPart": "`mended`",
    "GiveBackPart": "`gives_back`",
    "TestsPart": "a test of `where`",
    "ComponentPart": "a component",
    "TotalPart": "a total",
    "GradePart": "a grade",
    "OfEachPart": "`needs` of a grade",
    "DirectGradePart": "a direct grade",
    "CeilingPart": "a ceiling of grades",
    "LookPart": "`when`",
    "AllLooksPart": "`when`",
    "StagesPart": "`stages`",
    "StagePart": "`steps` of `stages`",
    "BenefitPart": "a benefit",
    "NeedsPart": "`needs` of a benefit",
    "ListPart": "a list",
    "AnyTrigger": "`enters_on`",
    "RecordTrigger": "`enters_on`",
    "AccumulationTrigger": "`enters_on`",
    "AccumulationPart": "`accumulates`",
    "GradeTrigger": "`enters_on`",
    "RepairPart": "`repair`",
    "ExamplePart": "an example",
    "GivesPart": "`gives`",
    "ExampleRecordPart": "a record of an example",
}
"""Where each part of the shape stands in a file."""

_FORMS: Final = {
    "text_as_typed": "text as typed",
    "TextPart": "text in both languages",
    "records": "list of `{record type: {…}}`",
}


def page_of(keyword: str) -> Path:
    """The file of a keyword's page."""
    return FOLDER / f"{keyword}.md"


def standings(catalogue: Catalogue) -> dict[str, list[tuple[str, str, str, str]]]:
    """By keyword: the parts that it stands in, its type and default there, and the part's name."""
    schema: Any = editor_schema(catalogue)
    parts = {"SchemePart": schema, **schema["definitions"]}
    parts["ExampleRecordPart"] = {"required": ["on"], "properties": dict(_OF_RECORDS)}
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for name, where in WHERE.items():
        part = parts[name]
        for keyword, form in part["properties"].items():
            default = f"`{form['default']}`" if "default" in form else "none"
            needed = keyword in part.get("required", ())
            told = (where, _said(form), "required" if needed else default, name)
            found.setdefault(keyword, []).append(told)
    return found


_OF_RECORDS: Final = {
    "on": {"$ref": "#/definitions/day"},
    "cites": {"$ref": "#/definitions/text_as_typed"},
    "document": {"$ref": "#/definitions/text_as_typed"},
}


def _said(form: Any) -> str:
    """A form of the JSON Schema in words."""
    if "allOf" in form:
        return _said(form["allOf"][0])
    if "$ref" in form:
        name = str(form["$ref"]).rpartition("/")[2]
        if name in WHERE and name not in _FORMS:
            return "map"
        return _FORMS.get(name, name.replace("_", " "))
    if "enum" in form or "const" in form:
        return ", ".join(f"`{word}`" for word in form.get("enum", [form.get("const")]))
    if "anyOf" in form:
        return " or ".join(dict.fromkeys(_said(each) for each in form["anyOf"]))
    if form.get("type") == "array":
        return f"list of {_said(form['items'])}"
    return "map"


def made_part(keyword: str, catalogue: Catalogue) -> str:
    """What a page says of the shape: what the keyword means in each part, its type, its default."""
    rows = standings(catalogue)[keyword]
    lines = ["<!-- made by `make golden` -->"]
    meanings = [meaning(part, keyword) for *_, part in rows]
    lines += ["| stands in | type | default | meaning | |", "| --- | --- | --- | --- | --- |"]
    for (where, form, default, _), text in zip(rows, meanings, strict=True):
        lines.append(f"| {where} | {form} | {default} | {text.en} | {text.zh} |")
    return "\n".join([*lines, "<!-- /made -->", ""])


def index(catalogue: Catalogue) -> str:
    """The page that leads to all of them."""
    lines = [
        "# Keywords",
        "",
        "Made from the shape that the reader uses, by `make golden`.",
        "[The scheme language](../scheme-language.md) says how the parts work together.",
        "",
        "The snippets on these pages are read by a test. Each is put into a small scheme,",
        "`tests/good/schemes/town-compliance.yaml`, or `tests/good/schemes/town-points.yaml` where it",
        "is marked `residents`: a keyword of a part replaces the same keyword, and a part of another",
        "name is added.",
        "",
        "| keyword | stands in | meaning |",
        "| --- | --- | --- |",
    ]
    for keyword, rows in sorted(standings(catalogue).items()):
        where = ", ".join(dict.fromkeys(row[0] for row in rows))
        meanings = "; ".join(dict.fromkeys(meaning(row[3], keyword).en for row in rows))
        lines.append(f"| [`{keyword}`]({keyword}.md) | {where} | {meanings} |")
    return "\n".join(lines) + "\n"


def snippets(text: str) -> Iterator[tuple[str, str, str]]:
    """The snippets of a page: accepted or refused, into which scheme, the text."""
    yield from SNIPPET.findall(text)


def told(base: str, snippet: str, catalogue: Catalogue) -> list[Finding]:
    """What is found against a small scheme with a snippet put into it."""
    path = ROOT / "tests" / "good" / "schemes" / f"{BASES[base]}.yaml"
    whole: Any = read_yaml(path.read_bytes(), path.name).plain()
    change: Any = read_yaml(snippet.encode(), "snippet.yaml").plain()
    put_into(whole, change)
    data = json.dumps(whole, ensure_ascii=False).encode()
    try:
        scheme = read_scheme(data, "town.yaml", catalogue)
    except SchemeRefused as refused:
        return list(refused.findings)
    return [f for f in check(scheme, catalogue) if f.kind not in NOT_SHOWN]


def put_into(whole: dict[str, Any], change: dict[str, Any]) -> None:
    """Put a snippet into a scheme."""
    for key, value in change.items():
        if isinstance(value, dict) and key in ("score", "stages"):
            whole[key] = {**whole.get(key, {}), **value}
        elif isinstance(value, list) and value and key in NAMED_BY:
            parts = whole.setdefault(key, [])
            for part in value:
                _put_part(parts, part, NAMED_BY[key])
        else:
            whole[key] = value


def _put_part(parts: list[Any], part: dict[str, Any], name: str) -> None:
    same = [each for each in parts if name in part and each.get(name) == part[name]]
    if same:
        same[0].update(part)
    else:
        parts.append(part)


def refusal(findings: list[Finding]) -> str:
    """The words of a refusal, code by code."""
    lines = dict.fromkeys(f"{f.kind.code}  {f.sentence('en')}" for f in findings)
    return "".join(f"{line}\n" for line in lines)


def made_page(text: str, keyword: str, catalogue: Catalogue) -> str:
    """A page with its made parts as they are now."""
    parts = MADE.split(text)
    if len(parts) != 2:
        raise AssertionError(f"{keyword}.md has no made part, or several")
    text = made_part(keyword, catalogue).join(parts)
    bad = [(base, said) for kind, base, said in snippets(text) if kind == "refused"]
    if len(bad) != 1 or len(REFUSAL.findall(text)) != 1:
        raise AssertionError(f"{keyword}.md needs one snippet that is refused, and the words")
    words = refusal(told(*bad[0], catalogue))
    return REFUSAL.sub(lambda _: f"```text\n{words}```\n", text)
