"""The same rules as a scheme file: what Evenhand reads."""

from __future__ import annotations

from benchmarks.workload.companies.rules import AS_OF, LASTS, RULES, Rule

_LAW = "[{title: {zh: 《临禾市公共信用信息条例》, en: Linhe Regulations}, article: 第二十五条}]"
_HEAD = f"""\
scheme: workload-lists
title: {{zh: 基准企业名单, en: Lists of the workload}}
version: "1"
authority: linhe-credit-office
jurisdiction: Linhe
domain: compliance
legal_basis: {_LAW}
subjects: enterprise
participation: by_law
published: 2020-01-06
in_force: {{from: 2020-03-01, until: 2029-12-31}}
made_up: {{zh: 全部为测试所拟。, en: All of it is made up to measure with.}}
score: {{base: 0, floor: 0, ceiling: 1}}
lists:
"""


def text() -> str:
    """The file."""
    examples = (
        f"examples:\n  - {{name: nothing, on: {AS_OF}, records: [], gives: {{proposes: []}}}}\n"
    )
    return _HEAD + "".join(_list(rule) for rule in RULES) + examples


def _list(rule: Rule) -> str:
    return f"""\
  - list: {rule.list}
    title: {{zh: 严重失信主体名单, en: Serious offences}}
    legal_basis: {_LAW}
    kind: black
    topic: {rule.topic}
    enters_on:
      accumulates:
        record: {rule.type}
        where: {{severity: minor}}
        same: violation_kind
        times: {rule.times}
        within: {rule.months} months
    lasts: {LASTS} months
    repair: {{after: 12 months, needs: [penalty_performed]}}
    purposes: [{rule.purpose}]
    measures: [{rule.measure}]
"""


if __name__ == "__main__":
    print(text(), end="")
