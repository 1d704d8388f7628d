"""``evenhand init``: make a register, empty or from an example."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli.edge import chance, machine_now
from evenhand.cli.voice import speaking
from evenhand.kernel.errors import BadInput
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey, PublicKey
from evenhand.pipeline.founding import add_source, found_register, publish_scheme, shipped
from evenhand.pipeline.opened import unknown
from evenhand.relational.settings import Settings

EXAMPLES: dict[str, tuple[Text, tuple[str, ...], tuple[str, ...]]] = {
    "shandong-penalties": (
        Text(zh="山东环境行政处罚（研究用）", en="Shandong environmental penalties (for study)"),
        ("cn-shandong",),
        (),
    ),
    "gansu-lists": (
        Text(zh="甘肃公布的名单（研究用）", en="Lists published in Gansu (for study)"),
        ("cn-gansu",),
        (),
    ),
    "new-york-restaurants": (
        Text(zh="纽约餐饮检查（研究用）", en="New York restaurant inspections (for study)"),
        ("new-york",),
        ("new-york",),
    ),
    "highway-credit": (
        Text(zh="公路施工企业信用评价（研究用）", en="Highway contractors' credit (for study)"),
        ("cn-highway",),
        ("cn-highway",),
    ),
    "uk-food-hygiene": (
        Text(
            zh="英国食品卫生评级（研究用）",
            en="Food hygiene ratings of the United Kingdom (for study)",
        ),
        ("uk",),
        ("uk",),
    ),
    "san-francisco-restaurants": (
        Text(zh="旧金山餐饮检查（研究用）", en="San Francisco restaurant scores (for study)"),
        ("san-francisco",),
        ("san-francisco",),
    ),
    "geohazard-credit": (
        Text(
            zh="四川地质灾害防治单位信用评价（研究用）",
            en="Sichuan geohazard contractors' credit (for study)",
        ),
        ("cn-sichuan",),
        ("cn-sichuan",),
    ),
}
"""Name of an example, its title, and the shipped folders of its contracts and schemes."""


def init(
    *,
    register: Annotated[
        Path, Parameter(env_var="EVENHAND_REGISTER", help="Folder to make.")
    ] = Path("register"),
    example: Annotated[
        str | None, Parameter(help="A register of study for published data.")
    ] = None,
    name_zh: Annotated[str, Parameter(help="Its name in Chinese.")] = "",
    name_en: Annotated[str, Parameter(help="Its name in English.")] = "",
    jurisdiction: Annotated[str, Parameter(help="Whose register it is, such as CN-LINHE.")] = "",
    calendar: Annotated[
        str, Parameter(help="Its working days; without it those of the jurisdiction's country.")
    ] = "",
    time_zone: Annotated[str, Parameter(help="Where its days begin and end.")] = "Asia/Shanghai",
    steward: Annotated[
        tuple[str, ...],
        Parameter(help="Public key of a steward; write it twice.", negative=()),
    ] = (),
    auditor: Annotated[str, Parameter(help="Public key of the auditor.")] = "",
) -> int:
    """Make a register on the public keys of two stewards and an auditor, who can never be officers.

    With --example the register is one of study: published worksheets come in, schemes score them, and
    nothing can be decided or published.
    """
    voice = speaking()
    if example is not None:
        _study(register, example)
    else:
        if len(steward) != 2 or not auditor or not (name_zh and name_en and jurisdiction):
            raise BadInput(
                Text(
                    zh="请写 --name-zh、--name-en、--jurisdiction、两个 --steward 公钥和一个 --auditor 公钥。"
                    "公钥由 evenhand officer key 文件 生成。",
                    en="Write --name-zh, --name-en, --jurisdiction, --steward KEY twice and --auditor KEY. "
                    "Keys come from: evenhand officer key FILE",
                )
            )
        settings = Settings(
            Text(zh=name_zh, en=name_en),
            jurisdiction,
            time_zone,
            "official",
            (PublicKey.parse(steward[0]), PublicKey.parse(steward[1])),
            PublicKey.parse(auditor),
            calendar,
        )
        found_register(register, settings, machine_now(), chance).close()
    voice.say(voice.pick(f"已建立登记库：{register}", f"There is a register now: {register}"))
    return 0


def _study(register: Path, example: str) -> None:
    if example not in EXAMPLES:
        raise unknown(example, tuple(EXAMPLES), Text(zh="示例", en="example"))
    title, sources, schemes = EXAMPLES[example]
    keys = [PrivateKey.from_chance(chance(32)).public for _ in range(3)]
    settings = Settings(
        title, "STUDY", "Asia/Shanghai", "reproduction", (keys[0], keys[1]), keys[2]
    )
    at = machine_now()
    with found_register(register, settings, at, chance) as opened:
        for folder in sources:
            for file in sorted(shipped("sources", folder).iterdir(), key=lambda f: f.name):
                add_source(opened, file.read_bytes(), file.name, at)
        for folder in schemes:
            for file in sorted(shipped("schemes", folder).iterdir(), key=lambda f: f.name):
                publish_scheme(opened, file.read_bytes(), file.name, at)
