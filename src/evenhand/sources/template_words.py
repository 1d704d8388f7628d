"""The words of a template: what each column is called and how it is filled in, zh and en."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from evenhand.kernel.text import Text
from evenhand.sources.catalogue import FieldRule
from evenhand.sources.contract import Column, Contract, Role
from evenhand.sources.day_rules import DAY_RULES, USUAL_DAY_RULES

_ROLES: Final[dict[Role, str]] = {
    "name": "Name of the subject",
    "document": "Number of the document",
    "article": "Article cited",
    "decided_on": "Day of the decision",
    "happened": "Day of the event",
    "ends": "Last day of validity",
    "authority": "Issuing authority",
    "subject_kind": "Kind of subject",
    "state": "State of the document",
    "reported_on": "Time of entry",
    "scheme": "Scheme",
    "act": "Consent given or withdrawn",
}
_SCHEMES: Final = {
    "uscc": ("Unified social credit code", "91000000MA0000001R"),
    "organisation_code": ("Organisation code", "MA0000001"),
    "resident": ("Resident's number", ""),
    "register_number": ("Number in its register", ""),
}
_UNITS: Final = {
    "yuan": Text(zh="单位：元。", en="In yuan."),
    "10k-yuan": Text(zh="单位：万元。", en="In units of 10,000 yuan."),
}


def column_title(column: Column, rule: FieldRule | None) -> Text:
    """The heads of a column: the contract's first spelling, and an English title."""
    return Text(zh=column.spellings[0], en=_english(column, rule))


def column_words(column: Column, allowed: Sequence[str], closed: bool) -> Text:
    """Say how the cells of a column are filled in."""
    parts = [
        Text(zh="必填。", en="Required.")
        if column.required
        else Text(zh="可空。", en="May be empty.")
    ]
    if column.scheme:
        example = _SCHEMES[column.scheme][1]
        parts.append(
            Text(
                zh=f"按原件以文本键入{'，例如 ' + example if example else ''}。",
                en=f"Typed as text, as the document has it{', such as ' + example if example else ''}.",
            )
        )
    if column.is_day:
        rules = [DAY_RULES[name] for name in column.dates or USUAL_DAY_RULES]
        parts.append(
            Text(
                zh=f"日期写法：{'；'.join(r.zh for r in rules)}。",
                en=f"Days are written as: {'; '.join(r.en for r in rules)}.",
            )
        )
    if column.unit:
        parts.append(_UNITS[column.unit])
    if allowed:
        said = "、".join(allowed)
        parts.append(
            Text(zh=f"只能填：{said}。", en="Choose from the list.")
            if closed
            else Text(
                zh=f"目录中的条款：{said}。", en="The list has the articles of the catalogue."
            )
        )
    return Text(zh="".join(p.zh for p in parts), en=" ".join(p.en for p in parts))


def explained(contract: Contract) -> Iterator[Text]:
    """Say what holds for the workbook as a whole."""
    yield Text(
        zh="橙色列必填。不要改动列名、工作表名称和版本单元格；可以删去不用的可空列。",
        en="Orange columns are required. Leave heads, sheet names and the version cell as they are.",
    )
    if contract.waived:
        yield Text(
            zh=f"不要填报：{'、'.join(contract.waived)}。这些内容即使报送也不会读取。",
            en="Columns about the people behind a company are not to be filled in; they are never read.",
        )
    bases = dict.fromkeys(rule.constants.legal_basis for rule in contract.sheets)
    for basis in bases:
        if basis is not None:
            yield Text(zh=f"依据：{basis.zh}。", en=f"Legal basis: {basis.en}.")
    if contract.made_up:
        yield contract.made_up


def _english(column: Column, rule: FieldRule | None) -> str:
    if rule is not None:
        return rule.title.en
    if column.scheme:
        return _SCHEMES[column.scheme][0]
    return _ROLES.get(column.role) or column.field.replace("_", " ").capitalize()
