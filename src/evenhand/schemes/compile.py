"""A scheme to its relational plan: SQL text, made once with Ibis and kept by what it was made of.

The plan of a scheme reads the view ``records`` and small tables that Python makes (``days.py`` says
which). Its SQL depends on the scheme, on this compiler and on the engine's dialect, and on nothing
else: the day that the scheme became public, the days and moments asked about are data. So it is kept
under the digest of these three, in memory and in a folder if one is given, and whoever finds it
there loads no Ibis.
"""

from __future__ import annotations

import hashlib
from functools import cache as once
from importlib.resources import files
from pathlib import Path

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.text import Text
from evenhand.relational.engine import Query
from evenhand.rights.floor import enforces, refusal
from evenhand.schemes.kept_plans import kept
from evenhand.schemes.pair import Pair
from evenhand.schemes.plan import Plan
from evenhand.schemes.scheme import Factor, InForce, LinearFade, OnGradeHeld, Scheme, SharePoints

_OF_PAIR = "compared"


def compile_scheme(in_force: InForce, dialect: str = "duckdb", cache: Path | None = None) -> Plan:
    """Return the plan of a scheme, from memory, from the folder, or made anew.

    Raises:
        SchemeRefused: When the scheme asks for what no plan can say.
        FloorRefusal: When a black list would be entered on a grade (RF-6).
    """
    scheme = in_force.scheme
    return Plan.of(kept(plan_key(scheme, dialect), cache, lambda: _make(scheme, dialect).queries()))


def compile_pair(pair: Pair, dialect: str = "duckdb", cache: Path | None = None) -> Query:
    """Return the one query that compares two schemes, kept as the plan of a scheme is.

    Raises:
        SchemeRefused: When one of the two asks for what no plan can say, or both take one field for
            two kinds of value.
    """
    keys = [plan_key(scheme, dialect) for scheme in pair.both]
    key = hashlib.sha256("\n".join(["pair", *keys]).encode()).hexdigest()
    query = kept(key, cache, lambda: {_OF_PAIR: _make_pair(pair, dialect)})[_OF_PAIR]
    if query is None:
        raise ValueError("what compares two schemes is a query")
    return query


def plan_key(scheme: Scheme, dialect: str) -> str:
    """Digest of all that a plan is made of: the scheme's parts, this compiler, the dialect.

    The parts stand beside the file's digest because a reform is a scheme that came from no file.
    """
    said: list[object] = [scheme.scale, scheme.factors, scheme.grades, scheme.direct, scheme.lists]
    said += [scheme.components, scheme.ceilings, scheme.stages]
    made_of = f"{scheme.digest}\n{_compiler()}\n{dialect}\n{said!r}"
    return hashlib.sha256(made_of.encode()).hexdigest()


@once
def _compiler() -> str:
    """Digest of the compiler's own text, so that no plan of another compiler is ever run."""
    here = files("evenhand.schemes")
    sources = [here / "compile.py", here / "ages.py", here / "days.py", here / "pair.py"]
    sources += sorted(
        (part for part in (here / "passes").iterdir() if part.name.endswith(".py")),
        key=lambda part: part.name,
    )
    return hashlib.sha256(b"\0".join(part.read_bytes() for part in sources)).hexdigest()


def _make(scheme: Scheme, dialect: str) -> Plan:
    """Make a plan; only this loads Ibis."""
    _refuse_what_no_plan_says(scheme)
    from evenhand.schemes.passes.assembling import assembled

    return assembled(scheme, dialect)


def _make_pair(pair: Pair, dialect: str) -> Query:
    """Make the query that compares two; only this loads Ibis."""
    for scheme in pair.both:
        _refuse_what_no_plan_says(scheme)
    from evenhand.schemes.passes.assembling import assembled_pair

    return assembled_pair(pair, dialect)


@enforces("RF-6")
def _refuse_what_no_plan_says(scheme: Scheme) -> None:
    for factor in scheme.factors:
        _refuse_share_of_single_records(factor)
        if isinstance(factor.fade, LinearFade) and factor.within is None:
            raise SchemeRefused(
                Text(
                    zh=f"指标“{factor.factor}”按天匀减：须写明计算期（within）。",
                    en=f'The factor "{factor.factor}" fades linearly: it needs a window.',
                )
            )
    for rule in scheme.lists:
        for trigger in rule.enters_on:
            if isinstance(trigger, OnGradeHeld) and rule.kind == "black":
                raise refusal(
                    "RF-6",
                    Text(
                        zh=f"名单“{rule.list}”：严重失信主体名单只能依据信息列入，不能依据等级。",
                        en=f'The list "{rule.list}" is black: it is entered on records, never on a grade.',
                    ),
                )
            if isinstance(trigger, OnGradeHeld) and trigger.during.unit not in ("month", "year"):
                raise SchemeRefused(
                    Text(
                        zh=f"名单“{rule.list}”要求等级保持一段时间：请用月或年。",
                        en=f'The list "{rule.list}" asks for a grade held: say how long in months or years.',
                    )
                )


def _refuse_share_of_single_records(factor: Factor) -> None:
    caps = (factor.at_most, factor.at_most.gains, factor.at_most.losses)
    periods = [
        period
        for limits in caps
        if limits is not None
        for period in (limits.per_day, limits.per_month, limits.per_year, limits.rolling)
    ]
    of_one = factor.counting != "each" or factor.fade is not None or factor.mended is not None
    of_one = of_one or any(period is not None for period in periods)
    if isinstance(factor.points, SharePoints) and of_one:
        raise SchemeRefused(
            Text(
                zh=f"指标“{factor.factor}”按比例计分：它对窗口内的全部信息求和，不能只取其中一条，"
                "也没有逐条的淡化、退还和分期上限。",
                en=f'The factor "{factor.factor}" is a share: it sums all records of its window, '
                "so it can neither count one of them nor have fading, mending or a cap of a period.",
            )
        )
