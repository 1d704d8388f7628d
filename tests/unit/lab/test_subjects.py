"""Nobody in the model city can be taken for somebody real, and every code passes its check."""

from __future__ import annotations

import datetime as dt

import pytest

from evenhand.kernel import codes
from evenhand.kernel.ids import AuthorityId
from evenhand.lab.bodies import AUTHORITIES, make_bodies
from evenhand.lab.chance import Chance
from evenhand.lab.city import City, CitySize
from evenhand.sources.catalogue import Catalogue


def test_enterprises_have_right_codes_of_no_area(full: City) -> None:
    for enterprise in full.enterprises:
        assert codes.uscc_passes(enterprise.uscc), enterprise
        assert enterprise.uscc[2:8] == "000000"
        assert codes.organisation_code_passes(codes.organisation_code_in(enterprise.uscc))
        assert codes.kind_of_organisation(enterprise.uscc) == "enterprise"
    assert (
        len({e.uscc for e in full.enterprises}) == len({e.name for e in full.enterprises}) == 20_000
    )


def test_some_codes_begin_with_a_letter_and_some_are_all_digits(full: City) -> None:
    assert sum(e.uscc[0].isalpha() for e in full.enterprises) > 100
    assert sum(e.uscc.isdigit() for e in full.enterprises) > 1_000


def test_names_of_enterprises_say_the_place_and_the_form(full: City) -> None:
    for enterprise in full.enterprises:
        assert enterprise.name.startswith("临禾")
        assert enterprise.name.endswith(("公司", "合作社", "联合社"))


def test_residents_have_right_numbers_of_no_area(full: City) -> None:
    for resident in full.residents:
        assert codes.resident_number_passes(resident.number), resident
        assert resident.number.startswith("999999")
        assert codes.birth_day(resident.number) == resident.born
    assert len({r.number for r in full.residents}) == 60_000


def test_about_twelve_in_a_hundred_residents_joined(full: City) -> None:
    assert sum(r.joined is not None for r in full.residents) == full.truth["residents"]["joined"]  # type: ignore[index, call-overload]
    assert 0.11 < sum(r.joined is not None for r in full.residents) / 60_000 < 0.125


def test_nobody_under_age_joined_and_some_live_there(full: City) -> None:
    day_two = dt.date(2026, 3, 2)
    under_age = [r for r in full.residents if codes.years_old(r.born, day_two) < 18]
    assert 700 < len(under_age) < 1_100
    assert not any(r.joined for r in under_age)
    others = [r for r in full.residents if codes.years_old(r.born, day_two) >= 18]
    assert all(codes.years_old(r.born, dt.date(2025, 1, 6)) >= 18 for r in others)


def test_authorities_are_public_bodies_with_the_codes_of_the_catalogue(
    full: City, catalogue: Catalogue
) -> None:
    by_name = {body.name: body for body in full.bodies}
    for name, _, title in AUTHORITIES:
        authority = catalogue.authorities[AuthorityId(name)]
        assert authority.title.zh == title
        assert by_name[title].uscc == authority.uscc


def test_public_bodies_have_right_codes(full: City) -> None:
    assert len({b.uscc for b in full.bodies}) == len({b.name for b in full.bodies}) == 200
    for body in full.bodies:
        assert codes.uscc_passes(body.uscc)
        assert body.uscc[:2] in ("11", "12")
        assert body.uscc[2:8] == "000000"


def test_a_city_cannot_have_more_public_bodies_than_it_has_names_for() -> None:
    with pytest.raises(ValueError, match="the city has 211 public bodies, not 500"):
        make_bodies(500)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ((100, 20, 1_000), "400 to 40,000 enterprises"),
        ((50_000, 20, 1_000), "400 to 40,000 enterprises"),
        ((1_000, 5, 1_000), "14 to 200 public bodies"),
        ((1_000, 20, 5), "100 to 1,000,000 residents"),
    ],
)
def test_a_city_of_an_impossible_size_is_refused(size: tuple[int, int, int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        CitySize(*size)


def test_draws_are_the_same_for_the_same_seed_and_topic() -> None:
    one, same, other = Chance(7, "a"), Chance(7, "a"), Chance(7, "b")
    drawn = [one.below(1_000) for _ in range(20)]
    assert drawn == [same.below(1_000) for _ in range(20)]
    assert drawn != [other.below(1_000) for _ in range(20)]


def test_a_sample_has_no_item_twice_and_refuses_too_many() -> None:
    assert sorted(Chance(1, "x").sample(range(30), 30)) == list(range(30))
    assert len(set(Chance(1, "x").sample(range(30_000), 20))) == 20
    with pytest.raises(ValueError, match="4 of 3 cannot be drawn"):
        Chance(1, "x").sample(range(3), 4)


def test_working_days_are_working_days_within_their_limits() -> None:
    chance = Chance(3, "days")
    first, last = dt.date(2025, 3, 1), dt.date(2025, 3, 31)
    drawn = {chance.working_day(first, last) for _ in range(500)}
    assert all(day.weekday() < 5 and first <= day <= last for day in drawn)
