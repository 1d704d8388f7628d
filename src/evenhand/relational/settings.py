"""What a register is from its first day on: its name, where, which kind, and whose keys found it.

The settings stand in ``register.json`` and in the register's first event. They never change;
a register whose file differs from its first event is not opened.
"""

from __future__ import annotations

import json
import zoneinfo
from dataclasses import dataclass
from typing import Any, Final, Literal, Self, get_args

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import PersonId
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.relational.form import FIRST, MIGRATIONS, migrated, written

RegisterKind = Literal["official", "demonstration", "reproduction"]
"""A demonstration has a clock of its own and says so in every edition; a reproduction of published
worksheets can decide and publish nothing."""

STEWARDS: Final = (PersonId("steward-1"), PersonId("steward-2"))
AUDITOR: Final = PersonId("auditor")
"""The accounts of the three whose keys found a register; they can never be anything else."""

_FORM: Final = written(FIRST + len(MIGRATIONS))


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a register.

    Attributes:
        jurisdiction: Whose register it is, as a short text such as ``CN-LINHE``.
        time_zone: Where its days begin and end, by the name in the IANA database.
        stewards: Public keys of the two stewards.
        auditor: Public key of the auditor.
        calendar: Name of the shipped calendar of working days; empty: the one of the jurisdiction's
            country.
    """

    name: Text
    jurisdiction: str
    time_zone: str
    kind: RegisterKind
    stewards: tuple[PublicKey, PublicKey]
    auditor: PublicKey
    calendar: str = ""

    def __post_init__(self) -> None:
        """Refuse settings on which no register can stand.

        Raises:
            BadInput: When the three keys are not three, or kind, jurisdiction or zone is none.
        """
        if len(self.stewards) != len(STEWARDS) or len({*self.stewards, self.auditor}) != 3:
            raise BadInput(
                Text(
                    zh="登记库需要两名管理员和一名审计员，三把公钥各不相同。",
                    en="A register needs two stewards and an auditor, with three different public keys.",
                )
            )
        if self.kind not in get_args(RegisterKind):
            raise _unfit("kind", self.kind)
        if not self.jurisdiction.strip():
            raise _unfit("jurisdiction", self.jurisdiction)
        try:
            zoneinfo.ZoneInfo(self.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            raise _unfit("time_zone", self.time_zone) from None

    def founders(self) -> dict[PersonId, PublicKey]:
        """The keys of stewards and auditor by their accounts."""
        return dict(zip((*STEWARDS, AUDITOR), (*self.stewards, self.auditor), strict=True))

    def said(self) -> dict[str, Json]:
        """The settings as a canonical value."""
        return {
            "form": _FORM,
            "name": {"zh": self.name.zh, "en": self.name.en},
            "jurisdiction": self.jurisdiction,
            "time_zone": self.time_zone,
            "kind": self.kind,
            "stewards": [str(key) for key in self.stewards],
            "auditor": str(self.auditor),
            **({"calendar": self.calendar} if self.calendar else {}),
        }

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read what ``said`` made, as bytes.

        Raises:
            BadInput: When it is no settings file, is of a newer form, or says what no register can
                stand on.
        """
        try:
            read: dict[str, Any] = migrated(json.loads(data))
            del read["form"]
            first, second = read.pop("stewards")
            return cls(
                name=Text(**read.pop("name")),
                stewards=(PublicKey.parse(first), PublicKey.parse(second)),
                auditor=PublicKey.parse(read.pop("auditor")),
                **read,
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            raise BadInput(
                Text(
                    zh="register.json 不是登记库的设置文件。",
                    en="register.json is not the settings of a register.",
                )
            ) from None


def _unfit(setting: str, read: str) -> BadInput:
    return BadInput(
        Text(
            zh=f"登记库设置 {setting} 不能是“{read}”。",
            en=f'The setting {setting} of a register cannot be "{read}".',
        )
    )
