"""Cases as the ledger tells them: one function for each thing that happens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import AuthorityId, ListId, RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Day, Days, Moment, Span
from evenhand.kernel.text import Text
from evenhand.schemes.scheme import (
    Article,
    Dated,
    Line,
    ListRule,
    OnRecord,
    Repair,
    Scale,
    Scheme,
)

SCHEME = SchemeId("linhe-compliance")
FOOD = ListId("food-safety-serious")
TODAY = dt.date(2026, 3, 30)


@dataclass(frozen=True, slots=True)
class Happened:
    seq: int
    at: Moment
    kind: str
    topic: str
    actor: str
    body: Mapping[str, Json]
    signature: str = ""


class Life:
    """The events of some cases, in the order in which they are told."""

    def __init__(self) -> None:
        self.events: list[Happened] = []

    def tell(self, kind: str, case: str, actor: str = "system", /, **body: Json) -> None:
        seq = len(self.events) + 1
        at = dt.datetime(2026, 3, 2, tzinfo=dt.UTC) + dt.timedelta(minutes=seq)
        self.events.append(Happened(seq, at, kind, case, actor, {"on": "2026-03-27", **body}))

    def proposed(self, number: int, on: str = FOOD, version: str = "2026.1") -> str:
        case = f"C-{number:016x}"
        self.tell(
            "case.proposed",
            case,
            subject=str(SubjectId(number)),
            list=on,
            kind="black",
            scheme=SCHEME,
            version=version,
            rule=1,
            records=[str(RecordId(number))],
            documents=[str(number)],
            met_on="2026-02-01",
            authority="linhe-market-bureau",
            subjects="enterprise",
            public_since="2025-01-06",
            objection_days=15,
            lasts="36 months",
            lasts_months=36,
            submitters=["clerk-1"],
            deliveries=["D-0000000000000001"],
        )
        return case

    def delivered(self, case: str) -> None:
        self.tell("case.noticed", case, content="c")
        self.tell(
            "case.delivered",
            case,
            "clerk-2",
            how="signed_return",
            delivered_on="2026-03-05",
            paper="p",
            object_until="2026-03-20",
            decide_until="2026-06-30",
        )

    def decided(self, case: str, outcome: str = "list") -> None:
        for stage, officer in (("first", "officer-1"), ("second", "officer-2")):
            self.tell(
                "case.decided",
                case,
                officer,
                stage=stage,
                outcome=outcome,
                reasons="because",
                content="c",
                objections=[],
            )
            if outcome != "list":
                self.tell("case.closed", case, why="not_listed")
                return

    def in_effect(self, number: int, on: str = FOOD, until: str = "2029-03-26") -> str:
        case = self.proposed(number, on)
        self.delivered(case)
        self.decided(case)
        self.tell("case.took_effect", case, until=until)
        return case


def scheme(version: str = "2026.1", visibility: str = "public") -> Scheme:
    line = Line(1, 1)
    rule = ListRule(
        list=FOOD,
        title=Text(zh="食品安全严重失信主体名单", en="Serious food-safety offences"),
        legal_basis=(Article(Text(zh="《食品安全法》", en="Food Safety Law"), "art. 123"),),
        kind="black",
        topic="food-safety",
        enters_on=(OnRecord("food_safety_penalty", (), line),),  # type: ignore[arg-type]
        lasts=Span(36, "month"),
        objection_days=15,
        repair=Repair(Span(12, "month"), ("penalty_performed",)),
        visibility=visibility,  # type: ignore[arg-type]
        purposes=("food-licence-review",),
        measures=("inspect-more-often",),
        line=line,
    )
    return Scheme(
        scheme=SCHEME,
        version=version,
        title=Text(zh="办法", en="Scheme"),
        authority=AuthorityId("linhe-credit-office"),
        jurisdiction="Linhe",
        domain="market",
        kind="official",
        legal_basis=(),
        subjects="enterprise",
        participation="by_law",
        published=Day(2025, 1, 6),
        in_force=Days(Day(2025, 3, 1)),
        scale=Scale(Dated.always(100_000), None, None, "higher"),
        factors=(),
        grades=(),
        direct=(),
        grades_purposes=(),
        benefits=(),
        lists=(rule,),
        examples=(),
        made_up=None,
        digest="0" * 64,
    )


RULES = {(SCHEME, "2026.1"): scheme()}
