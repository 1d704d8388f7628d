"""``evenhand audit``: every monitor over the whole ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from evenhand.cases.invariants import INVARIANTS, KEPT_UNDER, Looks
from evenhand.cases.monitors import Audit
from evenhand.cli.edge import open_at
from evenhand.cli.options import HERE, RegisterAt
from evenhand.cli.voice import Voice, number_of, speaking
from evenhand.kernel.text import Text
from evenhand.pipeline.auditing import audit_register

_LOOKED: Final[Mapping[Looks, Text]] = {
    "cases": Text(zh="案件", en="cases"),
    "deliveries": Text(zh="报送", en="deliveries"),
    "runs": Text(zh="运行", en="runs"),
    "editions": Text(zh="版次", en="editions"),
    "events": Text(zh="事件", en="events"),
    "tests": Text(zh="由测试证明", en="shown by tests"),
    "later": Text(zh="本版无查询", en="no look-ups yet"),
}


def audit(*, register: RegisterAt = HERE) -> int:
    """Run the monitors of every invariant over the ledger, by its events alone.

    Prints for each invariant what was looked at and how many violations there are; names each violation
    with its case and event. The same runs before every edition is signed. Exit code 3 when anything is
    broken.
    """
    voice = speaking()
    with open_at(register) as opened:
        found = audit_register(opened)
    broken = _broken(found)
    if voice.as_json:
        voice.result(
            {
                "events": found.events,
                "cases": found.lives,
                "invariants": {
                    number: {
                        "looked_at": invariant.looks,
                        "count": found.looked.get(invariant.looks, 0),
                        "violations": broken[number],
                    }
                    for number, invariant in INVARIANTS.items()
                },
                "violations": list(found.violations),
            }
        )
    else:
        _print(voice, found, broken)
    return 3 if found.violations else 0


def _broken(found: Audit) -> Counter[str]:
    """How many violations of each of the 30 invariants."""
    counted: Counter[str] = Counter()
    for number, count in found.by_invariant.items():
        counted[KEPT_UNDER.get(number, number)] += count
    return counted


def _print(voice: Voice, found: Audit, broken: Mapping[str, int]) -> None:
    heads = (
        ("不变式", "内容", "查看", "数量", "违反")
        if voice.language == "zh"
        else ("invariant", "what it says", "looked at", "count", "violations")
    )
    rows = []
    for number, invariant in INVARIANTS.items():
        seen = invariant.looks not in ("tests", "later")
        count = str(found.looked.get(invariant.looks, 0)) if seen else ""
        violations = str(broken[number]) if seen or broken[number] else ""
        rows.append(
            (number, voice(invariant.says), voice(_LOOKED[invariant.looks]), count, violations)
        )
    voice.table(heads, rows, numbers="lllrr")
    for line in found.violations:
        voice.say(line)
    total = len(found.violations)
    voice.say(
        voice.pick(
            f"已读 {found.events} 个事件、{found.lives} 个案件；{total} 处违反。",
            f"Read {number_of(found.events, 'event')} and {number_of(found.lives, 'case')}; "
            f"{number_of(total, 'violation')}.",
        )
    )
