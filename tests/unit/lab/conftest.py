"""One small and one full model city, made once."""

from __future__ import annotations

import pytest

from evenhand.lab.city import FULL, SMALL, City, make_city
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.read_catalogue import read_catalogue

SEED = 7


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue()


@pytest.fixture(scope="session")
def small(catalogue: Catalogue) -> City:
    return make_city(SEED, SMALL, catalogue)


@pytest.fixture(scope="session")
def full(catalogue: Catalogue) -> City:
    return make_city(SEED, FULL, catalogue)
