"""How a verification fails: the first thing that is wrong, its place, and what to do about it."""

from __future__ import annotations

from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.kernel.text import Language, Text

FETCH = Text(
    zh="请从登记库重新下载整个版次；若仍不通过，请不要使用，并告知登记库和审计人。",
    en="Fetch the whole edition from the register again. If it still fails, do not use it, and tell "
    "the register and its auditor.",
)
CURRENT = Text(zh="请下载当前版次。", en="Fetch the current edition.")
REPORT = Text(
    zh="请不要使用。请把这一版次原样保存，交给审计人。",
    en="Do not use it. Keep the edition as it is and hand it to the auditor.",
)
CHANGED = Text(
    zh="公布之后改动过的版次，什么也证明不了。",
    en="An edition that was changed after publication proves nothing.",
)
ONE_VIEW = Text(
    zh="同一登记库只能有一份名单，对所有人都一样。",
    en="A register has one list, the same for everybody.",
)


def refuses(
    code: str,
    what: Text,
    why: Text = CHANGED,
    mend: Text = FETCH,
    *,
    floor: str | None = None,
    silent: bool = False,
) -> Kind:
    """Declare a kind of finding that ends a verification."""
    return Kind(code, "stops", what, why, mend, floor=floor, silent=silent)


def failed(kind: Kind, place: Place, **values: object) -> ProofFailed:
    """Make the exception that names what is wrong and where; the caller raises it."""
    finding = found(kind, place, **values)
    return ProofFailed(Text(zh=_said(finding, "zh"), en=_said(finding, "en")), finding)


def _said(finding: Finding, language: Language) -> str:
    at, between = str(finding.place), "：" if language == "zh" else ": "
    gap = "" if language == "zh" else " "
    where = f"{at}{between}" if at else ""
    mend = finding.kind.mend.said_in(language)
    return f"{finding.kind.code} {where}{finding.sentence(language)}{gap}{mend}"
