"""Spoil the files of a model city, and write down everything that was done to them."""

from __future__ import annotations

from evenhand.kernel.canonical import Json
from evenhand.lab.fault_cells import ABOUT_ORGANISATIONS, ABOUT_RESIDENTS
from evenhand.lab.fault_files import report_again, spell_heads, swap_columns
from evenhand.lab.fault_rows import note_strays, note_under_aged, plant_rows
from evenhand.lab.faults import Faults, plant_cells
from evenhand.lab.sheets import File


def spoil(seed: int, files: list[File], under_aged: frozenset[int]) -> dict[str, Json]:
    """Plant every fault; rows first, so that cells have their last address when they are noted.

    The list grows by a file that comes in the wrong columns and one that repeats another.

    Args:
        seed: Decides everything.
        files: Changed in place.
        under_aged: Residents about whom nothing may be kept.
    """
    faults = Faults()
    report_again(faults, seed, files)
    plant_rows(faults, seed, files)
    note_under_aged(faults, files, under_aged)
    swap_columns(faults, files)
    plant_cells(faults, seed, _once(files), (*ABOUT_ORGANISATIONS, *ABOUT_RESIDENTS))
    note_strays(faults, files)
    spell_heads(faults, files)
    return faults.truth()


def _once(files: list[File]) -> list[File]:
    """Leave out the files that only repeat or spoil another, whose lines say no facts."""
    return [f for f in files if any(line.fact for page in f.pages for line in page.lines)]
