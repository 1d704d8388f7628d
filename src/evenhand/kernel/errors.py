"""Every exception that Evenhand raises, as one tree.

::

    EvenhandError                  exit code 1: our fault, unless a branch below says otherwise
    ├── BadInput                   2: a file, option or value is wrong; carries findings, all at once
    │   ├── MalformedIdentifier    a text is not the identifier that it is taken for
    │   ├── DeliveryRefused        a delivered file is refused whole; nothing of it is kept but why
    │   ├── ContractRefused        a source contract cannot be used
    │   └── SchemeRefused          a scheme is refused by the checker or by the rights floor
    ├── FloorRefusal               2: asked for something below the rights floor; names the rule
    ├── Conflict                   2: what is asked no longer fits the state of the register
    │   ├── AlreadyRecorded        the same thing was recorded before; carries what was recorded
    │   └── NotLawfulNow           a case command that its state, a guard or a clock does not allow
    ├── ProofFailed                3: an edition, a log or a register does not hold what it claims
    ├── NotPermitted               4: this person may not
    └── RegisterDamaged            1: the register's own stores contradict each other
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from evenhand.kernel.findings import Finding
from evenhand.kernel.text import Language, Text


class EvenhandError(Exception):
    """Anything that Evenhand raises on purpose; says itself in both languages.

    Attributes:
        text: What happened and what to do, zh and en.
        exit_code: What the command line returns.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)

    def said_in(self, language: Language) -> str:
        """Return the message in one language."""
        return self.text.said_in(language)


class BadInput(EvenhandError):
    """A file, option or value is wrong; ``findings`` lists everything that is wrong with it."""

    exit_code = 2

    def __init__(self, text: Text, findings: Sequence[Finding] = ()) -> None:
        self.findings = tuple(findings)
        super().__init__(text)


class MalformedIdentifier(BadInput):
    """A text is not the identifier that it is taken for."""


class DeliveryRefused(BadInput):
    """A delivered file is refused whole."""


class ContractRefused(BadInput):
    """A source contract cannot be used."""


class SchemeRefused(BadInput):
    """A scheme is refused by the checker or by the rights floor."""


class FloorRefusal(EvenhandError):
    """Something below the rights floor was asked for; ``rule`` is its number, such as ``RF-2``."""

    exit_code = 2

    def __init__(self, rule: str, text: Text) -> None:
        self.rule = rule
        super().__init__(Text(zh=f"{rule}：{text.zh}", en=f"{rule}: {text.en}"))


class Conflict(EvenhandError):
    """What is asked no longer fits the state of the register."""

    exit_code = 2


class AlreadyRecorded(Conflict):
    """The same thing was recorded before; ``known`` is the sequence number of that event."""

    def __init__(self, text: Text, known: int) -> None:
        self.known = known
        super().__init__(text)


class NotLawfulNow(Conflict):
    """A case command that its state, a guard or a clock does not allow; ``guard`` names which."""

    def __init__(self, guard: str, text: Text) -> None:
        self.guard = guard
        super().__init__(text)


class ProofFailed(EvenhandError):
    """An edition, a log or a register does not hold what it claims.

    ``finding`` names the first thing that is wrong and its place, where there is such a finding.
    """

    exit_code = 3

    def __init__(self, text: Text, finding: Finding | None = None) -> None:
        self.finding = finding
        super().__init__(text)


class NotPermitted(EvenhandError):
    """This person may not; ``guard`` names which condition they do not meet, where one is named."""

    exit_code = 4

    def __init__(self, text: Text, guard: str = "") -> None:
        self.guard = guard
        super().__init__(text)


class RegisterDamaged(EvenhandError):
    """The register's own stores contradict each other."""
