"""A witness's door and the way to it: ``POST /add-checkpoint`` over HTTP (C2SP tlog-witness).

The door listens on the loopback interface alone: whoever lets others reach it puts a server before it.
It answers one request after another.
"""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Final

from evenhand.kernel.errors import BadInput, EvenhandError
from evenhand.kernel.text import Text
from evenhand.publication.witness import LONGEST_REQUEST, Refused
from evenhand.publication.witness_folder import Witness

PATH: Final = "/add-checkpoint"
LOOPBACK: Final = "127.0.0.1"
PATIENCE_SECONDS: Final = 10
"""So long either side waits for the other."""

_LONGEST_ANSWER = 65_536

Says = Callable[[Text], None]
"""Tells whoever runs the witness what happened."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a witness answered: the status, and its body."""

    status: int
    body: bytes


def door(witness: Witness, port: int, clock: Callable[[], int], says: Says) -> HTTPServer:
    """Make the server; the caller lets it serve. Port 0 takes any that is free.

    Raises:
        BadInput: When the port is taken.
    """

    class _Door(BaseHTTPRequestHandler):
        timeout = PATIENCE_SECONDS
        server_version = "evenhand-witness"
        sys_version = ""

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if self.path != PATH:
                self._answer(404, b"", "text/plain")
            elif not (length.isascii() and length.isdigit()) or int(length) > LONGEST_REQUEST:
                self._answer(400, b"", "text/plain")
            else:
                self._weigh(self.rfile.read(int(length)))

        def _weigh(self, request: bytes) -> None:
            try:
                outcome = witness.answer(request, clock)
            except EvenhandError as fault:
                says(fault.text)
                self._answer(500, b"", "text/plain")
                return
            if isinstance(outcome, Refused):
                says(outcome.text)
                known = outcome.size is not None
                body = f"{outcome.size}\n" if known else f"{outcome.text.en}\n"
                kind = "text/x.tlog.size" if known else "text/plain; charset=utf-8"
                self._answer(outcome.status, body.encode(), kind)
                return
            says(_cosigned(outcome.origin, outcome.seen.size))
            self._answer(200, f"{outcome.cosignature.line()}\n".encode(), "text/plain")

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing of requests; what was decided is said in words."""

    try:
        return HTTPServer((LOOPBACK, port), _Door)
    except OSError as fault:
        raise BadInput(
            Text(
                zh=f"无法监听端口 {port}：{fault.strerror}。",
                en=f"Port {port} cannot be listened on: {fault.strerror}.",
            )
        ) from None


def ask(url: str, request: bytes) -> Answered:
    """Ask a witness.

    Raises:
        BadInput: When the address is none of HTTP, or nobody answers there.
    """
    if not url.startswith(("http://", "https://")):
        raise BadInput(
            Text(
                zh=f"“{url}”不是见证人的地址，例如 http://127.0.0.1:8642。",
                en=f'"{url}" is no address of a witness; one is http://127.0.0.1:8642.',
            )
        )
    asked = urllib.request.Request(  # noqa: S310 - the scheme was checked
        url.rstrip("/") + PATH, data=request, method="POST"
    )
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310
            return Answered(answer.status, answer.read(_LONGEST_ANSWER))
    except urllib.error.HTTPError as refused:
        with refused:
            return Answered(refused.code, refused.read(_LONGEST_ANSWER))
    except (OSError, http.client.HTTPException):
        raise BadInput(
            Text(
                zh=f"见证人 {url} 没有回答。没有记录任何内容；请稍后再试。",
                en=f"The witness at {url} does not answer. Nothing was recorded; try again later.",
            )
        ) from None


def _cosigned(origin: str, size: int) -> Text:
    return Text(zh=f"已联署 {origin}，{size} 行。", en=f"Cosigned {origin}, {size} leaves.")
