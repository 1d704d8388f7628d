"""``evenhand demo``: a made-up city, from worksheets to a verified edition, on a clock of its own."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli import demo_days as days
from evenhand.cli.demo_report import print_life
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.errors import Conflict
from evenhand.kernel.text import Text
from evenhand.lab.city import FULL, SMALL, CitySize, make_city
from evenhand.lab.worksheets import Worksheet, worksheets
from evenhand.sources.read_catalogue import read_catalogue


def demo(
    *,
    out: Annotated[Path, Parameter(help="Folder to make; nothing may be there.")] = Path("linhe"),
    seed: Annotated[int, Parameter(help="Decides everything that is made up.")] = 2026,
    small: Annotated[bool, Parameter(help="A twentieth of the city.", negative=())] = False,
) -> int:
    """Four days in the register of the made-up city of Linhe.

    Day 1 rules are made public; day 2 worksheets come in and cases are proposed; day 3 officers decide;
    day 4 a signed edition is published and verified. Officers are played by a script that signs with
    their keys and goes through the same door as a person.
    """
    voice = speaking()
    if out.exists() and any(out.iterdir()):
        raise Conflict(
            Text(
                zh=f"{out} 已存在且非空。请换一个文件夹，或先删除它。",
                en=f"{out} is there and not empty. Name another folder, or remove it first.",
            )
        )
    out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    sheets = _write_worksheets(voice, out / "worksheets", seed, SMALL if small else FULL)
    register = out / "register"

    def words(zh: str, en: str) -> str:
        return voice.pick(zh, en)

    life = days.day_one(register, out / "keys", voice.progress, words)
    days.day_two(register, sheets, life, voice.progress, words)
    days.day_three(register, life, voice.progress, words)
    days.day_four(register, life, voice.progress, words)
    _copy_edition(life, out / "edition")
    print_life(voice, out, life)
    spent = time.monotonic() - started
    voice.tell(voice.pick(f"用时 {spent:.0f} 秒。", f"It took {spent:.0f} seconds."))
    return 0


def _write_worksheets(voice: Voice, folder: Path, seed: int, size: CitySize) -> list[Worksheet]:
    """Make the city and write what its authorities would send."""
    folder.mkdir()
    what = voice.pick("编造城市和工作表", "Make up city and worksheets")
    made = []
    with voice.progress(what) as advance:
        city = make_city(seed, size, read_catalogue())
        for done, sheet in enumerate(worksheets(city), start=1):
            (folder / sheet.name).write_bytes(sheet.data)
            made.append(sheet)
            advance(done, len(city.files))
    return made


def _copy_edition(life: days.Life, target: Path) -> None:
    """Lay a copy of the edition beside the register, as a stranger would get it."""
    if life.edition is not None:
        shutil.copytree(life.edition.folder, target)
