"""The ways to evaluate the workload, by scheme: which module, what it needs, which sizes it can bear."""

from __future__ import annotations

from dataclasses import dataclass, field

EVERY = ("XS", "S", "M", "L")
SMALL = ("XS", "S", "M")
HAND = "by_hand"
OURS = "evenhand_way"


@dataclass(frozen=True)
class Way:
    """One way.

    Attributes:
        name: What tables call it.
        module: Run as ``python -m module FOLDER OUT``.
        needs: The library that it needs, when not every installation has it.
        sizes: The sizes at which it is run.
        once: Whether one run is enough, because it is slow and measures nothing.
    """

    name: str
    module: str
    needs: str = ""
    sizes: tuple[str, ...] = EVERY
    once: bool = False


@dataclass(frozen=True)
class Part:
    """One table of results: a scheme, its ways, and what the environment says besides."""

    title: str
    ways: tuple[Way, ...]
    says: dict[str, str] = field(default_factory=dict)


def ways(package: str) -> tuple[Way, ...]:
    """Every way of a package; the first is what the others are held against."""
    return (
        Way(HAND, f"{package}.by_hand"),
        Way("with_polars", f"{package}.with_polars", "polars"),
        Way("with_pandas", f"{package}.with_pandas", "pandas", SMALL),
        Way("with_openfisca", f"{package}.with_openfisca", "openfisca_core", SMALL),
        Way(OURS, f"{package}.evenhand_way"),
        Way("oracle", f"{package}.oracle", "", SMALL, once=True),
    )


RESIDENTS = "benchmarks.workload"
COMPANIES = "benchmarks.workload.companies"

PARTS = (
    Part("residents, 22 factors", ways(RESIDENTS)),
    *(
        Part(
            f"residents, {many} factors",
            tuple(one for one in ways(RESIDENTS) if one.name in (HAND, OURS)),
            {"WORKLOAD_FACTORS": str(many)},
        )
        for many in (44, 88)
    ),
    Part("companies, 5 accumulation rules", ways(COMPANIES)),
)
