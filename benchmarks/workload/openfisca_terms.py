"""Variables, entities and simulations of OpenFisca from plain arrays, for both schemes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DAY
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.workload.factors import AS_OF

Formula = Callable[[Any, Any], Any]
TODAY = str(AS_OF)


@dataclass(frozen=True)
class Members:
    """One entity of single things, one that groups them, and which group each thing is of."""

    single: str
    group: str
    group_of: Any


def system(members: Members) -> tuple[Any, dict[str, Any]]:
    """An empty system with the two entities, and the entities by name."""
    single = build_entity(key=members.single, plural=f"{members.single}s", label="", is_person=True)
    role = {"key": "member", "plural": "members", "label": ""}
    group = build_entity(key=members.group, plural=f"{members.group}s", label="", roles=[role])
    return TaxBenefitSystem([single, group]), {members.single: single, members.group: group}


def variable(of: Any, entity: Any, name: str, formula: Formula | None = None) -> None:
    """Add a whole number of an entity: given, or made by a formula."""
    body = {"value_type": int, "entity": entity, "definition_period": DAY, "label": name}
    if formula is not None:
        body["formula"] = formula
    of.add_variable(type(name, (Variable,), body))


def simulation(of: Any, members: Members, given: Mapping[str, Any]) -> Any:
    """A simulation over the members, with the given columns of the single things."""
    builder = SimulationBuilder()
    builder.create_entities(of)
    builder.declare_person_entity(members.single, np.arange(len(members.group_of)))
    groups = builder.declare_entity(members.group, np.arange(members.group_of.max() + 1))
    builder.join_with_persons(
        groups, members.group_of, np.zeros(len(members.group_of), dtype="int8")
    )
    made = builder.build(of)
    for name, column in given.items():
        made.set_input(name, TODAY, column)
    return made
