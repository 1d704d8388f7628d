"""The same factors as a scheme file: what Evenhand reads."""

from __future__ import annotations

from benchmarks.workload.factors import AS_OF, BASE, CEILING, FACTORS, GRADES, Row

_HEAD = """\
scheme: workload-points
title: {{zh: 基准居民积分, en: Resident points of the workload}}
version: "1"
authority: linhe-credit-office
jurisdiction: Linhe
domain: civic-participation
legal_basis:
  - title: {{zh: 《临禾市公共信用信息条例》, en: Linhe Regulations on Public Credit Information}}
    article: 第四十条
subjects: resident
participation: opt_in
published: 2020-01-06
in_force: {{from: 2020-03-01, until: 2029-12-31}}
made_up: {{zh: 全部为测试所拟。, en: All of it is made up to measure with.}}
score: {{base: {base}, floor: {base}, ceiling: {ceiling}}}
factors:
"""


def text() -> str:
    """The file."""
    parts = [_HEAD.format(base=BASE // 1000, ceiling=CEILING // 1000)]
    parts += [_factor(number, row) for number, row in enumerate(FACTORS)]
    parts.append("grades:\n")
    parts += [f"  - {{grade: {name}, from: {at // 1000}}}\n" for name, at in GRADES]
    parts.append("grades_purposes: [benefit-entitlement]\n")
    parts.append(
        "examples:\n"
        f"  - {{name: gives blood, on: {AS_OF}, records: [{{blood_donation_certificate: "
        f"{{on: {AS_OF}}}}}], gives: {{score: 105}}}}\n"
    )
    return "".join(parts)


def _factor(number: int, row: Row) -> str:
    lines = [
        f"  - factor: factor-{number}",
        f"    title: {{zh: 指标{number}, en: Factor {number}}}",
        f"    counts: {row.type}",
    ]
    if row.least is not None:
        least = row.least // 1000 if row.field == "amount" else row.least
        lines.append(f"    where: {{{row.field}: {{at_least: {least}}}}}")
    if row.codes:
        codes = ", ".join(f'"{code}"' for code in row.codes)
        lines.append(f"    where: {{{row.field}: [{codes}]}}")
    points = f"{row.points / 1000:g}"
    lines.append(
        f"    points: {{field: {row.field}, times: {points}}}"
        if row.rate
        else f"    points: {points}"
    )
    lines.append(f"    within: {row.months} months")
    caps = {"per_year": row.year, "in_all": row.whole}
    said = ", ".join(f"{name}: {most / 1000:g}" for name, most in caps.items() if most is not None)
    if said:
        lines.append(f"    at_most: {{{said}}}")
    if row.fade == "linear":
        lines.append("    fade: linear")
    if row.fade == "half_life":
        lines.append(f"    fade: {{half_life: {row.half_life} months}}")
    lines.append(f'    article: "{number + 1}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(text(), end="")
