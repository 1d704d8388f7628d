"""Claims that are finite: what the checks of the floor decide by names, numbers and structure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evenhand.kernel.findings import Finding
from evenhand.kernel.text import Text
from evenhand.schemes.floor_lists import LIST_RULES
from evenhand.schemes.floor_rules import FLOOR_RULES
from evenhand.schemes.prove_proof import Proof, Property
from evenhand.schemes.verdict import Claim, Means

DECIDED: Final[tuple[tuple[str, Means, Text], ...]] = (
    (
        "RF-1",
        "structure",
        Text(
            zh="居民办法只对同意加入的人计分，同意本身不计分。",
            en="A scheme for residents scores those who joined, and joining counts nothing.",
        ),
    ),
    (
        "RF-2",
        "membership",
        Text(
            zh="居民的分数和等级只开启激励，不排名、不分阶段、不含基本服务。",
            en="A resident's points and grade open benefits alone: no rank, no stage, no essential service.",
        ),
    ),
    (
        "RF-3",
        "structure",
        Text(zh="办法不把居民列入名单。", en="The scheme puts no resident on a list."),
    ),
    (
        "RF-4",
        "membership",
        Text(zh="没有关于禁止信息的部分。", en="No part is about prohibited data."),
    ),
    (
        "RF-5",
        "membership",
        Text(zh="没有以传闻为依据的部分。", en="No part rests on hearsay."),
    ),
    (
        "RF-6",
        "structure",
        Text(zh="不利名单只依据信息。", en="Adverse lists rest on records."),
    ),
    (
        "RF-7",
        "membership",
        Text(
            zh="每份名单和等级写明目录中的用途，严重失信主体名单的用途属于本领域。",
            en="Each list and grade names purposes of the catalogue, a black list those of its domain.",
        ),
    ),
    (
        "RF-8",
        "arithmetic",
        Text(
            zh="措施属于名单的领域，来自目录；期限和次数合乎规定。",
            en="Measures are of the list's domain and the catalogue; lengths and numbers keep the rule.",
        ),
    ),
    (
        "RF-9",
        "membership",
        Text(zh="没有关于他人行为的部分。", en="No part is about somebody else's conduct."),
    ),
    (
        "RF-10",
        "arithmetic",
        Text(
            zh="每份严重失信主体名单的异议期至少15天。",
            en="Each black list leaves at least 15 days to object.",
        ),
    ),
    (
        "RF-12",
        "arithmetic",
        Text(
            zh="每份严重失信主体名单都有终期和修复途径，计算的信息终会退出。",
            en="Each black list ends and has a way out, and what is counted leaves the register.",
        ),
    ),
    (
        "RF-13",
        "arithmetic",
        Text(
            zh="公布至少30天后生效；应急办法不超过180天，不设不利名单。",
            en="Published at least 30 days before it takes effect; an emergency ends within 180 days "
            "and makes no adverse list.",
        ),
    ),
    (
        "RF-15",
        "membership",
        Text(zh="不读取私营项目。", en="No private programme is read."),
    ),
)
"""RF-11, RF-14 and RF-16 act outside a file altogether: the register keeps them."""


def floor_claims(proof: Proof) -> Iterator[Claim]:
    """What the checks of the floor decide, a claim for each rule that they can break."""
    found: dict[str, list[Finding]] = {}
    for check in (*FLOOR_RULES, *LIST_RULES):
        for finding in check(proof.scheme, proof.catalogue):
            found.setdefault(finding.kind.floor or "", []).append(finding)
    for rule, means, says in DECIDED:
        of = Property(f"decided-{rule.lower()}", rule, says, means)
        below = [f for f in found.get(rule, ()) if f.kind.weight == "stops"]
        yield of.refuted(*below) if below else of.proved()
