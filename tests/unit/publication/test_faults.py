"""Publication under strace: killed, out of disk, or with a disk that fails, at any call."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.kernel.errors import EvenhandError
from evenhand.publication.publish import current_number
from evenhand.publication.verify import verify_edition
from tests.faults import EIO, ENOSPC, KILL, SYNCS, Command, python, sweep
from tests.unit.publication.town import NAMED, NOW, content, published

pytestmark = [pytest.mark.slow, pytest.mark.needs_tool("strace")]


def check(folder: Path) -> list[str]:
    """What is wrong: the pointer names no edition, or one that does not verify."""
    try:
        number = current_number(folder / "editions")
        verify_edition(folder / "editions" / str(number), NAMED, NOW)
    except EvenhandError as wrong:
        return [str(wrong)]
    return []


def promise(printed: str, folder: Path) -> list[str]:
    """What was said to be published is current."""
    if "published 2" in printed and current_number(folder / "editions") != 2:
        return ["edition 2 was said to be published and is not current"]
    return []


PUBLISH = Command(
    python("-m", "tests.unit.publication.publishing", "{register}/editions"), check, promise
)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one edition."""
    folder = tmp_path_factory.mktemp("pristine") / "register"
    folder.mkdir()
    published(folder / "editions", content(range(5), range(2)))
    return folder


@pytest.mark.parametrize(
    ("fault", "calls", "points"),
    [
        (KILL, ("write", "rename", "mkdir", "unlink", "rmdir"), 25),
        (EIO, SYNCS, 20),
        (ENOSPC, ("write", "rename"), 12),
    ],
)
def test_at_any_call_the_old_edition_is_current_or_the_new_and_the_next_try_completes(
    pristine: Path, fault: str, calls: tuple[str, ...], points: int
) -> None:
    result = sweep(PUBLISH, pristine, fault, calls)
    assert result.violations == []
    assert result.missed == []
    assert result.points >= points
