"""A witness's own folder: its key, the logs that it watches, and the last head of each that it cosigned.

``key.pem`` is the private key, ``witness.json`` the name and the logs, ``heads/`` one file for each log,
under the SHA-256 of its origin. A head is written durably before its cosignature leaves, under a lock
that every process of this witness takes, so that no two requests are ever weighed against one head.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.errors import BadInput, Conflict, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.publication.cosignature import Cosignature, WitnessKey, cosign
from evenhand.publication.sign import NoteKey, decoded, encoded
from evenhand.publication.witness import Agreed, Refused, Seen, consider
from evenhand.relational.durable import clear_leftovers, make_folder_durably, write_durably

FORM: Final = "evenhand/witness/1"
_SETTINGS, _KEY, _HEADS, _LOCK = "witness.json", "key.pem", "heads", ".lock"


class Witness:
    """A witness that is there."""

    def __init__(self, folder: Path) -> None:
        """Open it.

        Raises:
            BadInput: When the folder is no witness's, or others can read its key.
        """
        self.folder = folder
        self._private = PrivateKey.read(folder / _KEY)
        self.name, _ = self._settings()
        self.key = WitnessKey(self.name, self._private.public)

    @classmethod
    def create(cls, folder: Path, name: str, key: PrivateKey) -> Self:
        """Make a witness that knows no log yet.

        Raises:
            Conflict: When something is there already.
            BadInput: When the name cannot stand in a signature line.
        """
        WitnessKey(name, key.public)
        if folder.exists() and any(folder.iterdir()):
            raise Conflict(
                Text(
                    zh=f"{folder} 已存在且非空。请换一个文件夹。",
                    en=f"{folder} is there and not empty. Name another folder.",
                )
            )
        make_folder_durably(folder)
        make_folder_durably(folder / _HEADS)
        key.write(folder / _KEY)
        write_durably(folder / _SETTINGS, _settings_bytes(name, {}))
        return cls(folder)

    def logs(self) -> dict[str, tuple[NoteKey, ...]]:
        """The keys that may sign for each log, by its origin."""
        return self._settings()[1]

    def trust(self, key: NoteKey) -> None:
        """Take a key for a log from now on, beside those that it has."""
        with self._alone():
            logs = self.logs()
            logs[key.name] = tuple(dict.fromkeys((*logs.get(key.name, ()), key)))
            write_durably(self.folder / _SETTINGS, _settings_bytes(self.name, logs))

    def distrust(self, key: NoteKey) -> None:
        """Take a key no more; what was cosigned stays known.

        Raises:
            BadInput: When it was not trusted.
        """
        with self._alone():
            logs = self.logs()
            if key not in logs.get(key.name, ()):
                raise BadInput(
                    Text(zh=f"本见证人不认识 {key}。", en=f"This witness does not know {key}.")
                )
            logs[key.name] = tuple(one for one in logs[key.name] if one != key)
            write_durably(self.folder / _SETTINGS, _settings_bytes(self.name, logs))

    def answer(self, request: bytes, clock: Callable[[], int]) -> Agreed | Refused:
        """Weigh a request and, where nothing speaks against it, cosign; durable when it returns.

        Args:
            request: As it arrived.
            clock: The witness's clock, in whole seconds since 1970; read once nobody else can act.
        """
        with self._alone():
            logs = self.logs()
            seen = {origin: one for origin in logs if (one := self.seen(origin)) is not None}
            outcome = consider(request, logs, seen, self._cosigns, clock())
            if isinstance(outcome, Agreed):
                data = _seen_bytes(outcome.origin, outcome.seen)
                write_durably(self._head_path(outcome.origin), data)
        return outcome

    def seen(self, origin: str) -> Seen | None:
        """The last head of a log that was cosigned; None before the first.

        Raises:
            RegisterDamaged: When what was kept cannot be read: nothing is cosigned then.
        """
        path = self._head_path(origin)
        try:
            read: dict[str, Any] = json.loads(path.read_bytes())
            root = decoded(str(read["root"]))
            if read["origin"] != origin or root is None or len(root) != 32:
                raise ValueError
            return Seen(int(read["size"]), root, int(read["seconds"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            raise RegisterDamaged(
                Text(
                    zh=f"{path} 损坏。见证人不再联署 {origin}，以免联署两个不同的检查点。请恢复这个文件。",
                    en=f"{path} is damaged. The witness cosigns nothing for {origin}, so that it never "
                    "cosigns two heads. Restore the file.",
                )
            ) from None

    def _cosigns(self, text: str, seconds: int) -> Cosignature:
        return cosign(text, self.name, self._private, seconds)

    def _head_path(self, origin: str) -> Path:
        return self.folder / _HEADS / f"{hashlib.sha256(origin.encode()).hexdigest()}.json"

    def _settings(self) -> tuple[str, dict[str, tuple[NoteKey, ...]]]:
        try:
            read: dict[str, Any] = json.loads((self.folder / _SETTINGS).read_bytes())
            if read["form"] != FORM:
                raise ValueError
            logs = {
                str(origin): tuple(NoteKey.parse(str(key)) for key in keys)
                for origin, keys in read["logs"].items()
            }
            return str(read["name"]), logs
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise BadInput(
                Text(
                    zh=f"{self.folder} 不是见证人的文件夹。请先运行 evenhand witness init。",
                    en=f"{self.folder} is no witness's folder. Run evenhand witness init first.",
                )
            ) from None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Shut out every other process of this witness."""
        opened = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX)
            clear_leftovers(self.folder)
            clear_leftovers(self.folder / _HEADS)
            yield
        finally:
            os.close(opened)


def _settings_bytes(name: str, logs: dict[str, tuple[NoteKey, ...]]) -> bytes:
    said: Json = {
        "form": FORM,
        "logs": {origin: [str(key) for key in keys] for origin, keys in logs.items()},
        "name": name,
    }
    return canonical(said) + b"\n"


def _seen_bytes(origin: str, seen: Seen) -> bytes:
    said: Json = {
        "origin": origin,
        "root": encoded(seen.root),
        "seconds": seen.seconds,
        "size": seen.size,
    }
    return canonical(said) + b"\n"
