"""A small town with a real register on disk: change one thing, run a day, look.

The register is a demonstration, because only such a one has a clock that can be moved; its people,
contracts, rules and doors are those of any register. Every turn goes through the command line, in this
process: what a test sees is what a person at a terminal sees. A founded town is made once and copied.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import hashlib
import io
import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter

from evenhand.cases.act import Hand
from evenhand.cases.enrol import Enrolment, countersign, enrol
from evenhand.cli.main import call
from evenhand.kernel.codes import pseudonym, resident_check_character, uscc_check_character
from evenhand.kernel.ids import AuthorityId, DeliveryId, PersonId
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.founding import add_source, found_register, publish_scheme, shipped
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.proposing import Motives, propose_scheme
from evenhand.relational.ledger import SYSTEM, Draft, Event
from evenhand.relational.register import open_register
from evenhand.relational.settings import AUDITOR, STEWARDS, Settings
from tests.small_register import counted_chance

ZONE: Final = ZoneInfo("Asia/Shanghai")
ORIGIN: Final = "town.example/log"

ENVIRONMENT: Final = "linhe-environment-bureau"
CREDIT: Final = "linhe-credit-office"
HEALTH: Final = "linhe-health-commission"
COURT: Final = "linhe-court"

STAFF: Final[Mapping[str, tuple[str, str, str]]] = {
    # account: role, authority, natural person
    "clerk": ("clerk", ENVIRONMENT, "n-clerk"),
    "registrar": ("clerk", ENVIRONMENT, "n-registrar"),
    "officer-1": ("officer", ENVIRONMENT, "n-officer-1"),
    "officer-2": ("officer", ENVIRONMENT, "n-officer-2"),
    "clerk-as-officer": ("officer", ENVIRONMENT, "n-clerk"),
    "officer-1-again": ("officer", ENVIRONMENT, "n-officer-1"),
    "reviewer": ("reviewer", ENVIRONMENT, "n-reviewer"),
    "credit-clerk": ("clerk", CREDIT, "n-credit-clerk"),
    "credit-registrar": ("clerk", CREDIT, "n-credit-registrar"),
    "health-clerk": ("clerk", HEALTH, "n-health-clerk"),
    "court-clerk": ("clerk", COURT, "n-court-clerk"),
    "court-registrar": ("clerk", COURT, "n-court-registrar"),
    "judge-1": ("officer", COURT, "n-judge-1"),
    "judge-2": ("officer", COURT, "n-judge-2"),
    "judge-3": ("officer", COURT, "n-judge-3"),
    "judge-4": ("officer", COURT, "n-judge-4"),
}

PENALTIES: Final = "linhe-environment-penalties"
REPAIRS: Final = "linhe-credit-office-repairs"
CONSENTS: Final = "linhe-credit-office-consents"
DONATIONS: Final = "linhe-health-blood-donations"
DEBTORS: Final = "linhe-court-debtors"

HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    PENALTIES: (
        "行政相对人名称", "统一社会信用代码", "行政处罚决定书文号", "处罚决定日期", "处罚依据",
        "罚款金额（元）", "处罚机关",
    ),
    REPAIRS: ("企业名称", "统一社会信用代码", "原处罚决定书文号", "处罚机关", "确认日期"),
    CONSENTS: ("授权书编号", "身份证号码", "加入或退出", "签署日期"),
    DONATIONS: ("身份证号码", "献血证号", "献血日期"),
}  # fmt: skip
CLERKS: Final[Mapping[str, str]] = {
    PENALTIES: "clerk",
    REPAIRS: "credit-clerk",
    CONSENTS: "credit-clerk",
    DONATIONS: "health-clerk",
}

SERIOUS: Final = "《水污染防治法》第八十三条"
MINOR: Final = "《水污染防治法》第八十二条"
LIST: Final = "environment-serious"
REASONS: Final = "处罚决定书已生效，依据第八十三条，符合列入条件。"

Row = Sequence[object]


def clock(day: str, hour: int = 9) -> Moment:
    """An hour of a day in the town."""
    return (
        dt.datetime.fromisoformat(f"{day}T{hour:02}:00:00").replace(tzinfo=ZONE).astimezone(dt.UTC)
    )


FOUNDED: Final = clock("2025-01-06")
START: Final = clock("2026-03-02")


def company(number: int) -> str:
    """The unified social credit code of a company that no place has."""
    first = f"91000000MA{number:07d}"
    return first + uscc_check_character(first)


def resident(number: int) -> str:
    """The number of a grown-up whom no place has."""
    first = f"99999919{60 + number % 30}0307{number:03d}"
    return first + resident_check_character(first)


def penalty(number: int, article: str = SERIOUS, **changes: object) -> Row:
    """A row of the bureau's penalties: company, document and day made of a number."""
    values: dict[str, object] = {
        "name": f"临禾第{number}化工有限公司",
        "uscc": company(number),
        "document": f"临环罚〔2026〕{number}号",
        "decided_on": "2026-02-10",
        "article": article,
        "amount": "50000",
        "agency": "临禾市生态环境局",
    }
    return tuple((values | changes).values())


def annulment(number: int, on: str) -> Row:
    """A row that says: the penalty of this number was annulled on a day."""
    return (
        f"临禾第{number}化工有限公司", company(number), f"临环罚〔2026〕{number}号",
        "临禾市生态环境局", on,
    )  # fmt: skip


def consent(number: int, act: str = "加入", on: str = "2025-06-02") -> Row:
    """A row of the register of signed forms."""
    return (f"授权〔{on}〕{number}号{act}", resident(number), act, on)


def donation(number: int, on: str = "2025-09-01", certificate: int = 1) -> Row:
    """A row of blood donors."""
    return (resident(number), f"血证{number}-{certificate}号", on)


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """What it printed as JSON."""
        return json.loads(self.out)


def minor_and_serious() -> tuple[Row, Row]:
    """One penalty that meets the rule of a list, and one that does not."""
    return penalty(1), penalty(2, MINOR)


def founded_once(factory: pytest.TempPathFactory) -> World:
    """The founded town of this run of the tests; to be copied."""
    return _founded_under(factory.getbasetemp())


@functools.cache
def _founded_under(folder: Path) -> World:
    return World.founded(folder / "founded-town")


def key_of(person: str) -> PrivateKey:
    """Somebody's key, the same in every run."""
    return PrivateKey.from_chance(hashlib.sha256(f"key of {person}".encode()).digest())


class World:
    """The town.

    Attributes:
        folder: Everything of it: ``register``, ``keys``, ``inbox``.
        at: Its clock.
    """

    def __init__(self, folder: Path, at: Moment) -> None:
        self.folder = folder
        self.at = at
        self.register = folder / "register"

    @classmethod
    def founded(cls, folder: Path) -> Self:
        """Found the register fourteen months before, with people, contracts and two schemes.

        One day was run already, so that the plans are compiled.
        """
        town = cls(folder, FOUNDED)
        for name in ("keys", "inbox"):
            (folder / name).mkdir(parents=True)
        for person in (*STAFF, *STEWARDS, AUDITOR, "publisher", "stranger"):
            key_of(person).write(town.key(person))
        settings = Settings(
            Text(zh="小城信用登记库", en="Register of a small town"),
            "CN-LINHE",
            "Asia/Shanghai",
            "demonstration",
            (key_of(STEWARDS[0]).public, key_of(STEWARDS[1]).public),
            key_of(AUDITOR).public,
        )
        steward, other = (Hand(s, key_of(s).sign) for s in STEWARDS)
        with found_register(town.register, settings, FOUNDED, counted_chance("town")) as opened:
            _enrol(opened)
            for source in (*HEADS, DEBTORS):
                name = f"{source.removeprefix('linhe-')}.yaml"
                data = shipped("sources", "linhe", name).read_bytes()
                add_source(opened, data, name, FOUNDED, steward)
            for scheme in ("linhe-compliance.yaml", "linhe-osmanthus.yaml"):
                data = shipped("schemes", "linhe", scheme).read_bytes()
                motives = Motives("The first rules of the town.")
                propose_scheme(opened, (data, scheme), motives, FOUNDED, steward)
                publish_scheme(opened, data, scheme, FOUNDED, other)
        town.move(START - dt.timedelta(days=3))
        town.run()
        town.move(START)
        return town

    def copy(self, folder: Path) -> Self:
        """The same town once more, to change it."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return type(self)(folder, self.at)

    # time

    def move(self, to: Moment) -> None:
        """Move the clock."""
        self.at = to
        with open_register(self.register) as register:
            draft = Draft("clock.moved", "clock", SYSTEM, {"to": said(to)})
            register.ledger.append([draft], to)

    def later(self, days: int = 0, minutes: int = 0) -> None:
        """Let time go by."""
        self.move(self.at + dt.timedelta(days=days, minutes=minutes))

    # people

    def key(self, person: str) -> Path:
        """The file of somebody's key."""
        return self.folder / "keys" / f"{person}.pem"

    def acting(self, person: str) -> list[str]:
        """The options with which somebody acts."""
        return ["--as", person, "--key", str(self.key(person))]

    # turns

    def call(self, *arguments: object) -> Said:
        """Type a command that needs no register."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = call([str(a) for a in arguments])
        return Said(code, out.getvalue(), err.getvalue())

    def say(self, *arguments: object) -> Said:
        """Type a command about the town's register."""
        return self.call(*arguments, "--register", self.register)

    def must(self, *arguments: object) -> Said:
        """Type a command that has to succeed."""
        done = self.say(*arguments)
        assert done.code == 0, done.err
        return done

    def file(self, source: str, *rows: Row, name: str = "") -> Path:
        """Write a worksheet as a clerk would send it: annulments as a workbook, all else as text."""
        head = HEADS[source]
        if source == REPAIRS:
            path = self.folder / "inbox" / (name or f"{source}-{_digest(rows)}.xlsx")
            write_workbook(path, "处罚撤销", (head, *rows))
            return path
        path = self.folder / "inbox" / (name or f"{source}-{_digest(rows)}.csv")
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows((head, *rows))
        return path

    def deliver(self, source: str, *rows: Row) -> dict[str, Any]:
        """Deliver rows, signed by the source's clerk; the receipt.

        Forms of consent are confirmed by a second clerk at once; ``receive`` alone leaves them waiting.
        """
        receipt = self.receive(source, *rows)
        if source == CONSENTS and any(row[2] == "加入" for row in rows):
            file = self.file(source, *rows)
            sheet = ("--worksheet", file)
            self.must("consent", "confirm", *sheet, *self.acting("credit-registrar"))
        return receipt

    def receive(self, source: str, *rows: Row) -> dict[str, Any]:
        """Deliver rows and nothing more; the receipt."""
        file = self.file(source, *rows)
        receipt: dict[str, Any] = self.must(
            "receive", source, file, *self.acting(CLERKS[source]), "--json"
        ).value
        return receipt

    def run(self) -> dict[str, Any]:
        """Run the day."""
        report: dict[str, Any] = self.must("run", "--json").value
        return report

    def case(self, act: str, case: str, person: str, *arguments: object) -> Said:
        """One act of somebody in a case."""
        return self.say("case", act, case, *arguments, *self.acting(person))

    def notified(self, case: str, how: str = "signed_return") -> Said:
        """The registrar records how the notice fared."""
        paper = self.folder / "inbox" / "return.txt"
        paper.write_text(f"return of service {case}", encoding="utf-8")
        proof = () if how == "bounced" else ("--paper", paper)
        day = self.at.astimezone(ZONE).date()
        return self.case("deliver", case, "registrar", "--how", how, "--on", day, *proof)

    def officer(self, case: str, person: str, outcome: str = "list", read: int = 5) -> Said:
        """An officer opens the dossier, reads it for some minutes, and decides."""
        opened = self.case("open", case, person)
        if opened.code:
            return opened
        self.later(minutes=read)
        return self.case("decide", case, person, "--outcome", outcome, "--reasons", REASONS)

    def publish(self) -> dict[str, Any]:
        """Publish an edition of what is in force."""
        edition: dict[str, Any] = self.must(
            "publish", "--key", self.key("publisher"), "--origin", ORIGIN, "--json"
        ).value
        return edition

    def only_case(self) -> str:
        """The number of the one case that there is."""
        (case,) = self.look()
        return case

    def list_only_case(self) -> None:
        """Let two officers list it, and let the next day carry that out."""
        for person in ("officer-1", "officer-2"):
            done = self.officer(self.only_case(), person)
            assert done.code == 0, done.err
        self.later(days=1)
        self.run()

    # looks

    def events(self, *kinds: str) -> list[Event]:
        """Events of the ledger; of some kinds, or all."""
        with open_register(self.register) as register:
            return list(register.ledger.read(kinds=kinds or None))

    def head(self) -> tuple[int, str]:
        """The end of the ledger."""
        with open_register(self.register) as register:
            return register.ledger.head()

    def look(self) -> dict[str, str]:
        """Where each case stands."""
        with Opened(self.register) as opened:
            return {case: state.status for case, state in sorted(opened.desk.states.items())}

    def suspended(self, case: str) -> bool:
        """Say whether an entry is suspended."""
        with Opened(self.register) as opened:
            return opened.desk.state(case).suspension is not None

    def sizes(self, *clocks: object) -> dict[str, int]:
        """Lists with somebody on them."""
        sizes: dict[str, int] = self.must("list", "sizes", "--json", *clocks).value
        return {name: count for name, count in sizes.items() if count}

    def subject(self, number: int) -> str:
        """A resident's number in the register; only the vault can tell it."""
        with open_register(self.register) as register:
            vault = register.vault
            found = vault.subject_of("resident", pseudonym(resident(number), vault.pseudonym_key))
        return str(found)

    def receipt(self, delivery: str) -> bytes:
        """A receipt as it was written."""
        with open_register(self.register) as register:
            return register.receipt_path(DeliveryId.parse(delivery)).read_bytes()


def write_workbook(path: Path, sheet: str, rows: Sequence[Row]) -> None:
    """Write a workbook of texts; the same rows give the same bytes."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    book.set_properties({"created": dt.datetime(2026, 3, 2)})  # noqa: DTZ001
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            page.write_string(number, column, str(value))
    book.close()


def _digest(rows: Sequence[Row]) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:12]


def _enrol(opened: Opened) -> None:
    """Two stewards sign each enrolment, the auditor countersigns it."""
    one, two = (Hand(s, key_of(s).sign) for s in STEWARDS)
    auditor = Hand(AUDITOR, key_of(AUDITOR).sign)
    for person, (role, authority, natural) in STAFF.items():
        wanted = Enrolment(
            PersonId(person),
            natural,
            role,  # type: ignore[arg-type]
            AuthorityId(authority),
            key_of(person).public,
        )
        enrol(opened.desk, one, wanted, FOUNDED)
        enrol(opened.desk, two, wanted, FOUNDED)
        countersign(opened.desk, auditor, wanted, FOUNDED)


def paper_form(town: World, number: int, **changes: str) -> dict[str, str]:
    """What a resident's form says: joins the scheme of the town, on the words of today."""
    words = town.must("consent", "words", "linhe-osmanthus", "--json").value["words"]
    return {
        "number": resident(number),
        "form": f"临授权〔2026〕{number}号",
        "signed": "2026-03-02",
        "act": "join",
        "scheme": "linhe-osmanthus",
        "words": words,
        "name": f"桂小{number}",
        "address": f"临禾市桂花路{number}号402室",
        **changes,
    }


def form_file(town: World, said: Mapping[str, str], name: str) -> Path:
    """A form as one clerk typed it."""
    path = town.folder / "inbox" / f"{name}.json"
    path.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    return path
