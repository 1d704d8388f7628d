"""What can be wrong with the worked examples that a scheme must carry."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

EXAMPLE_OUT_OF_FORCE: Final = Kind(
    "E-SCH-40",
    "stops",
    what=Text(
        zh="示例“{read}”问的是 {day}，那天办法没有生效。",
        en='The example "{read}" asks about {day}, when the scheme is not in force.',
    ),
    why=Text(
        zh="办法只在生效期间有结果。", en="A scheme gives an answer only while it is in force."
    ),
    mend=Text(
        zh="改示例的日期，相应移动信息的日期。",
        en="Move the example's day and the days of its records.",
    ),
)

EXAMPLE_GIVES_NOTHING: Final = Kind(
    "E-SCH-41",
    "stops",
    what=Text(
        zh="示例“{read}”没有写结果。", en='The example "{read}" says nothing of what comes out.'
    ),
    why=Text(zh="没有结果的示例无法核对。", en="An example without a result cannot be checked."),
    mend=Text(
        zh="在 gives 中写 score、grade 或 proposes。",
        en="State score, grade or proposes under gives.",
    ),
    example="gives: {score: 109, grade: base}",
)

EXAMPLE_CONTRADICTS: Final = Kind(
    "E-SCH-42",
    "stops",
    what=Text(
        zh="示例写的 {field} 是“{read}”，按所引条文是“{allowed}”。",
        en='The example says {field} "{read}"; by the cited article it is "{allowed}".',
    ),
    why=Text(
        zh="轻重和种类只按所引条文取自目录。",
        en="Severity and kind come from the catalogue by the cited article.",
    ),
    mend=Text(zh="改正所引条文，或删去该值。", en="Cite another article, or remove the value."),
)

NO_EXAMPLE_FIRES: Final = Kind(
    "E-SCH-43",
    "stops",
    what=Text(
        zh="指标“{read}”没有一个计分的示例。",
        en='No worked example shows the factor "{read}" counting a record.',
    ),
    why=Text(
        zh="读者从示例看懂规则；没有示例的规则没有人试过。",
        en="Readers learn a rule from examples; a rule without one was never tried.",
    ),
    mend=Text(
        zh="加一个示例：窗口内有一条满足条件的该类信息，并写明 score。",
        en="Add an example with such a record inside the window, and state its score.",
    ),
)

NO_EXAMPLE_JUST_NOT: Final = Kind(
    "E-SCH-44",
    "stops",
    what=Text(
        zh="指标“{read}”没有一个差一点就计分的示例。",
        en='No worked example shows the factor "{read}" just not counting.',
    ),
    why=Text(
        zh="界限在哪里，只有差一点的情形说得清。", en="Only a near miss shows where the line is."
    ),
    mend=Text(
        zh="加一个示例：有一条不满足条件（或在所问日期之后）的该类信息，没有一条计分。",
        en="Add an example whose record misses a condition or lies after the day asked about.",
    ),
)

NO_EXAMPLE_EXPIRED: Final = Kind(
    "E-SCH-45",
    "stops",
    what=Text(
        zh="指标“{read}”没有一个已过窗口的示例。",
        en='No worked example shows the factor "{read}" after its window has passed.',
    ),
    why=Text(
        zh="信息什么时候不再计算，要看得到。", en="When a record stops counting has to be seen."
    ),
    mend=Text(
        zh="加一个示例：该类信息满足条件，但早于窗口，没有一条计分。",
        en="Add an example whose only such record lies before the window.",
    ),
)

NO_EXAMPLE_ENTERS: Final = Kind(
    "E-SCH-46",
    "stops",
    what=Text(
        zh="名单“{read}”没有一个提议列入的示例。",
        en='No worked example shows an entry on the list "{read}" being proposed.',
    ),
    why=Text(
        zh="读者从示例看懂怎样会列入。", en="Readers learn from examples what leads to a list."
    ),
    mend=Text(
        zh="加一个示例，其 gives 的 proposes 中有该名单，并有相应的信息。",
        en="Add an example whose gives proposes it, with the records that lead there.",
    ),
    example="gives: {proposes: [food-safety-serious]}",
)

NO_EXAMPLE_ONE_SHORT: Final = Kind(
    "E-SCH-47",
    "stops",
    what=Text(
        zh="名单“{read}”没有一个差一步就列入的示例。",
        en='No worked example falls one short of the list "{read}".',
    ),
    why=Text(
        zh="界限在哪里，只有差一步的情形说得清。", en="Only a near miss shows where the line is."
    ),
    mend=Text(
        zh="加一个示例：少一次、差一个条件或少一个月，gives 的 proposes 中没有该名单。",
        en="Add an example that lacks one record, one condition or one month.",
    ),
    example="gives: {proposes: []}",
)

KINDS: Final = (
    EXAMPLE_OUT_OF_FORCE,
    EXAMPLE_GIVES_NOTHING,
    EXAMPLE_CONTRADICTS,
    NO_EXAMPLE_FIRES,
    NO_EXAMPLE_JUST_NOT,
    NO_EXAMPLE_EXPIRED,
    NO_EXAMPLE_ENTERS,
    NO_EXAMPLE_ONE_SHORT,
)
