"""Audit a register: run every monitor over its ledger, and stop what would be signed on a broken one."""

from __future__ import annotations

from dataclasses import replace

from evenhand.cases.monitors import Audit, audit
from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.text import Text
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.own_signatures import unlawful_consents
from evenhand.rights.floor import enforces


def audit_register(opened: Opened) -> Audit:
    """Run every monitor over the whole ledger, and look after every consent's signatures.

    Raises:
        RegisterDamaged: When an event cannot be read at all.
    """
    read = opened.register.ledger.read
    found = audit(read(), opened.founders, opened.zone)
    consents = unlawful_consents(read(), opened.founders)
    return replace(found, violations=(*found.violations, *consents))


@enforces("RF-14")
def refuse_unlawful(opened: Opened) -> None:
    """Let nothing be signed over a ledger that was changed, or in which an invariant is broken.

    Raises:
        ProofFailed: When the chain of events does not hold, or a monitor finds anything; names the
            first event.
    """
    opened.register.ledger.verify()
    found = audit_register(opened).violations
    if not found:
        return
    raise ProofFailed(
        Text(
            zh=f"账本中有 {len(found)} 处违反不变式，因此不公布任何名单。第一处：{found[0]}。"
            "请运行 evenhand audit 查看全部，由审计员查明原因。",
            en=f"The ledger breaks invariants in {len(found)} places, so nothing is published. "
            f"The first: {found[0]}. "
            "Run `evenhand audit` to see them all, and let the auditor find the cause.",
        )
    )
