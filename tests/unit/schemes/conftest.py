"""The shipped catalogue and two small schemes that are accepted, to change one thing in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.schemes.check import check
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.read_catalogue import read_catalogue
from tests.conftest import ROOT

GOOD = ROOT / "tests" / "good" / "schemes"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue that comes with Evenhand."""
    return read_catalogue()


@pytest.fixture(scope="session")
def points() -> str:
    """A small scheme about residents, as text."""
    return (GOOD / "town-points.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def compliance() -> str:
    """A small scheme about enterprises with a list of each kind, as text."""
    return (GOOD / "town-compliance.yaml").read_text(encoding="utf-8")


@pytest.fixture
def read(catalogue: Catalogue) -> Callable[[str], Scheme]:
    """Read a scheme from text."""
    return lambda text: read_scheme(text.encode(), "town.yaml", catalogue)


@pytest.fixture
def told(catalogue: Catalogue) -> Callable[[str], list[Finding]]:
    """Everything that is found against a text: by the reader, or else by the checker."""

    def tell(text: str) -> list[Finding]:
        try:
            scheme = read_scheme(text.encode(), "town.yaml", catalogue)
        except SchemeRefused as refused:
            return list(refused.findings)
        return list(check(scheme, catalogue))

    return tell
