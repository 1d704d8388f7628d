"""The city is the same for the same seed, and what was planted is there in exact numbers."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections import Counter, defaultdict

import pytest

from evenhand.kernel.canonical import digest
from evenhand.kernel.codes import uscc_passes
from evenhand.kernel.ids import RecordType
from evenhand.lab.city import SMALL, City, make_city
from evenhand.lab.conduct import OFFENCES
from evenhand.lab.facts import DAY_ONE, LAST, Fact
from evenhand.lab.worksheets import worksheets
from evenhand.sources.catalogue import Catalogue

LISTED = {
    *("food_safety_penalty", "drug_safety_penalty", "special_equipment_penalty"),
    *("product_quality_penalty", "environmental_penalty", "work_safety_penalty"),
    *("fair_competition_penalty", "intellectual_property_penalty", "wage_arrears_decision"),
    "construction_penalty",
}
"""Types whose serious or repeated penalties lead to a list of the demonstration."""

PENALTIES = {offences.record for offences in OFFENCES}


def planned(city: City, plan: str, record: str) -> list[Fact]:
    return [fact for fact in city.facts if fact.plan == plan and fact.record == record]


def test_two_cities_of_one_seed_send_the_same_bytes(catalogue: Catalogue, small: City) -> None:
    again = make_city(7, SMALL, catalogue)
    one = [hashlib.sha256(w.data).hexdigest() for w in worksheets(small)]
    assert one == [hashlib.sha256(w.data).hexdigest() for w in worksheets(again)]
    assert digest(small.truth) == digest(again.truth)


def test_another_seed_makes_another_city(catalogue: Catalogue, small: City) -> None:
    other = make_city(8, SMALL, catalogue)
    assert {e.name for e in small.enterprises} != {e.name for e in other.enterprises}
    assert digest(small.truth) != digest(other.truth)


def test_seventy_to_ninety_in_a_hundred_grounds_are_judgment_debtors(full: City) -> None:
    debtors = len(planned(full, "debtor", "judgment_default"))
    serious = sum(len(planned(full, "serious", record)) for record in LISTED)
    three = sum(len(planned(full, "three of a kind", record)) // 3 for record in LISTED)
    assert (debtors, serious, three) == (160, 30, 11)
    assert 0.7 < debtors / (debtors + serious + three) < 0.9


def test_other_findings_of_the_court_must_lead_to_nothing(full: City) -> None:
    number = {plan: len(planned(full, plan, "judgment_default")) for plan in (
        "debtor before day one", "debtor with a stay", "debtor who paid", "debtor by a reversed ruling"
    )}  # fmt: skip
    assert number == {
        "debtor before day one": 20,
        "debtor with a stay": 6,
        "debtor who paid": 14,
        "debtor by a reversed ruling": 4,
    }
    assert all(
        f.decided_on < DAY_ONE for f in planned(full, "debtor before day one", "judgment_default")
    )


def test_closures_name_the_ruling_they_close_and_come_later(full: City) -> None:
    rulings = {f.document: f for f in full.facts if f.record == "judgment_default"}
    for closure in (f for f in full.facts if f.record in ("judgment_satisfied", "ruling_reversed")):
        ruling = rulings[closure.document]
        assert ruling.subject == closure.subject
        assert ruling.decided_on < closure.decided_on <= LAST


def test_only_what_was_planted_comes_thrice_of_one_kind(full: City, catalogue: Catalogue) -> None:
    days: dict[tuple[str, int, str, str], list[dt.date]] = defaultdict(list)
    for fact in full.facts:
        rule = catalogue.types.get(RecordType(fact.record))
        cited = rule.cited(fact.article) if rule and fact.article else None
        if cited and cited.severity == "minor" and fact.record in PENALTIES:
            days[fact.record, fact.subject, cited.kind, fact.plan].append(fact.decided_on)
    thrice = {key: sorted(on) for key, on in days.items() if len(on) >= 3}
    assert {key[3] for key in thrice} == {"three of a kind", "three of a kind in over a year"}
    for (*_, plan), on in thrice.items():
        assert (on[-1] - on[0] > dt.timedelta(days=366)) == (plan != "three of a kind")


def test_three_of_three_kinds_are_of_three_kinds(full: City, catalogue: Catalogue) -> None:
    kinds: dict[tuple[str, int], set[str]] = defaultdict(set)
    for fact in full.facts:
        if fact.plan == "three of three kinds":
            cited = catalogue.types[RecordType(fact.record)].cited(fact.article)
            assert cited is not None
            kinds[fact.record, fact.subject].add(cited.kind)
    assert len(kinds) == 10
    assert all(len(of) == 3 for of in kinds.values())


def test_no_enterprise_has_two_plans(full: City) -> None:
    plans: dict[int, set[str]] = defaultdict(set)
    for fact in full.facts:
        if fact.plan.startswith(("debtor", "serious", "three")):
            plans[fact.subject].add(fact.plan.removesuffix(" and annulled"))
    assert all(len(of) == 1 for of in plans.values())


def test_rates_are_those_that_were_published(full: City) -> None:
    tax = Counter(
        f.value("rating")
        for f in full.facts
        if f.record == "tax_rating" and f.value("year") == 2024
    )
    assert sum(tax.values()) == 12_000
    assert 0.04 < tax["A"] / 12_000 < 0.06
    assert 0.06 < tax["D"] / 12_000 < 0.08
    green = Counter(f.value("rating") for f in full.facts if f.record == "environmental_rating")
    assert 0.10 < green["green"] / 400 < 0.18
    assert 0.68 < green["blue"] / 400 < 0.80
    penalised = {f.subject for f in full.facts if f.record in PENALTIES}
    assert 0.145 < len(penalised) / 20_000 < 0.155


def test_red_lists_stay_short(full: City) -> None:
    number: Counter[str] = Counter()
    for fact in full.facts:
        level = fact.value("level")
        if fact.record in ("quality_award", "innovation_award", "safety_award", "charity_award"):
            number["awards"] += level in ("national", "provincial")
        number["customs"] += fact.record == "customs_certification" and level == "advanced"
        green = fact.record == "environmental_rating" and fact.value("rating") == "green"
        number["green"] += green
    twice = {f.subject for f in full.facts if f.plan == "rated A twice"}
    assert 90 < sum(number.values()) + len(twice) < 150


def test_only_the_planted_were_rated_a_twice(full: City) -> None:
    rated: dict[int, list[object]] = defaultdict(list)
    for fact in full.facts:
        if fact.record == "tax_rating":
            rated[fact.subject].append(fact.value("rating"))
    twice = [who for who, ratings in rated.items() if ratings.count("A") > 1]
    assert len(twice) == 12


def test_documents_have_numbers_of_their_own(full: City) -> None:
    corrections = {
        "penalty_performed",
        "rectification_confirmed",
        "penalty_annulled",
        "judgment_satisfied",
        "ruling_reversed",
    }
    numbers = Counter((f.authority, f.document) for f in full.facts if f.record not in corrections)
    assert [number for number, times in numbers.items() if times > 1] == []


def test_facts_lie_where_the_demonstration_needs_them(full: City) -> None:
    for fact in full.facts:
        assert dt.date(2023, 1, 1) < fact.decided_on <= LAST
        assert fact.reported <= dt.date(2026, 3, 1)
    before = sum(f.decided_on < DAY_ONE for f in full.facts if f.record == "food_safety_penalty")
    assert 0.04 < before / len([f for f in full.facts if f.record == "food_safety_penalty"]) < 0.12


def test_every_fact_is_of_the_catalogue_and_says_its_fields(
    full: City, catalogue: Catalogue
) -> None:
    for record, group in itertools.groupby(
        sorted(full.facts, key=lambda f: f.record), lambda f: f.record
    ):
        rule = catalogue.types[RecordType(record)]
        said = {field.field: field for field in rule.fields}
        for fact in group:
            authority = catalogue.authorities[fact.authority]  # type: ignore[index]
            assert authority.kind in rule.authorities, (record, authority)
            if record not in ("penalty_performed", "rectification_confirmed", "penalty_annulled"):
                assert {name for name, _ in fact.fields} == set(said), record
            for name, value in fact.fields:
                if said[name].kind == "code":
                    assert value in said[name].codes
            if fact.article:
                assert rule.cited(fact.article), fact.article


def test_residents_who_joined_signed_before_they_left(full: City) -> None:
    signed: dict[int, dict[object, dt.date]] = defaultdict(dict)
    for fact in full.facts:
        if fact.record == "scheme_consent":
            signed[fact.subject][fact.value("act")] = fact.decided_on
    left = [acts for acts in signed.values() if "withdrawn" in acts]
    assert len(left) == 144
    assert all(acts["given"] <= acts["withdrawn"] for acts in left)


def test_public_bodies_return_for_each_month_and_some_poorly(full: City) -> None:
    months = Counter(f.subject for f in full.facts if f.record == "double_publicity_return")
    assert set(months.values()) == {12}
    poor = {f.subject for f in full.facts if f.plan == "poor"}
    assert 15 <= len(poor) <= 35
    for fact in full.facts:
        if fact.record == "data_supply_return":
            said = {name: value for name, value in fact.fields if isinstance(value, int)}
            assert said["loaded"] <= said["supplied"] <= said["produced"]
            assert said["items_accurate"] <= said["items_given"] <= said["items_required"]


def test_the_truth_is_a_canonical_value_and_names_only_made_up_codes(full: City) -> None:
    assert len(digest(full.truth)) == 64
    planted = full.truth["planted"]
    assert isinstance(planted, dict)
    codes = {code for of in planted.values() for group in of.values() for code in group}
    assert len(codes) > 250
    assert all(uscc_passes(code) and code[2:8] == "000000" for code in codes)


@pytest.mark.parametrize("plan", ["serious and annulled", "unknown document"])
def test_annulments_that_matter_are_planted(full: City, plan: str) -> None:
    facts = planned(full, plan, "penalty_annulled")
    known = {f.document: f for f in full.facts if f.record in PENALTIES}
    if plan == "unknown document":
        assert [f.document in known for f in facts] == [False]
    else:
        assert [known[f.document].plan for f in facts] == ["serious"] * 3
