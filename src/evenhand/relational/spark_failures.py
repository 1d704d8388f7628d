"""What a person is told when Spark fails: lost in the middle, out of memory, evidence that it cannot read.

Spark has no kinds of errors for the first two; they are told by the words of the Java errors that they
come with, and by the connection to the Java process being gone.
"""

from __future__ import annotations

from typing import Final

from evenhand.kernel.errors import EvenhandError, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.relational.columns import FIELD_PREFIX

_LOST: Final = (
    "SparkContext was shut down",
    "stopped SparkContext",
    "SparkContext has been shutdown",
    "ExecutorLost",
    "was lost",
    "Master removed our application",
    "Answer from Java side is empty",
)
_NO_MEMORY: Final = (
    "OutOfMemoryError",
    "Java heap space",
    "GC overhead limit",
    "spark.driver.maxResultSize",
    "UNABLE_TO_ACQUIRE_MEMORY",
)
_ENDED_FOR_MEMORY: Final = 52
"""``SparkExitCode.OOM``: the process ended itself when its memory ran out."""


def failed(error: Exception, ended: int | None) -> EvenhandError:
    """Say why Spark did not answer.

    Args:
        error: What it raised.
        ended: The code with which its process here ended; None while it answers.
    """
    said = said_by(error)
    if ended == _ENDED_FOR_MEMORY or any(part in said for part in _NO_MEMORY):
        return _without_memory(error)
    if ended is not None or any(part in said for part in _LOST):
        return lost(error)
    return damaged(error)


def lost(error: Exception) -> EvenhandError:
    """Say that what computed is gone."""
    said = first_line(error)
    return EvenhandError(
        Text(
            zh=f"集群中途失去了计算节点，已停止，没有写入任何内容：{said}。请再运行一次。",
            en=f"The cluster lost what was computing; nothing was written: {said}. Run it again.",
        )
    )


def _without_memory(error: Exception) -> EvenhandError:
    said = first_line(error)
    return EvenhandError(
        Text(
            zh=f"Spark 的内存不够，已停止，没有写入任何内容：{said}。"
            "本机请用 --driver-memory 多给一些（如 8g），集群上还要看 spark.executor.memory。",
            en=f"Spark ran out of memory; nothing was written: {said}. Give it more with --driver-memory "
            "(such as 8g); on a cluster look at spark.executor.memory too.",
        )
    )


def other_type(name: str, found: str, taken: str) -> RegisterDamaged:
    """Say that a field has one type in the evidence and is taken for another."""
    field = name.removeprefix(FIELD_PREFIX)
    return RegisterDamaged(
        Text(
            zh=f"字段“{field}”在登记册中是{found}，而办法把它当作{taken}。同名字段在目录中只能有一种类型。",
            en=f'The field "{field}" is {found} in the register, and the scheme takes it for {taken}. '
            "A field's name has one kind throughout the catalogue.",
        )
    )


def damaged(error: Exception) -> RegisterDamaged:
    """Say that Spark cannot read what it was given."""
    said = first_line(error)
    return RegisterDamaged(
        Text(zh=f"引擎无法读取登记册：{said}", en=f"The engine cannot read the register: {said}")
    )


def first_line(error: Exception) -> str:
    """What an error says, without the calls that it came through."""
    return said_by(error).split("\n", maxsplit=1)[0].rstrip(".")


def said_by(error: Exception) -> str:
    """All that an error says: py4j asks the Java process for it, which may have ended since."""
    try:
        return str(error)
    except Exception:  # py4j has no one kind of error for a process that is gone
        return " ".join(str(part) for part in error.args if isinstance(part, str))
