"""``evenhand check``: everything that a register holds, held against itself."""

from __future__ import annotations

from evenhand.cases.monitors import violations
from evenhand.cli.edge import open_at
from evenhand.cli.options import HERE, RegisterAt
from evenhand.cli.voice import number_of, speaking
from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.text import Language
from evenhand.keys.signing import PublicKey
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.own_signatures import unlawful_consents
from evenhand.pipeline.witnessing import broken_heads
from evenhand.publication.sign import NoteKey, signed_by
from evenhand.publication.verify import verify_edition
from evenhand.relational.self_check import check_register, damage


def check(*, register: RegisterAt = HERE) -> int:
    """Check ledger, evidence, receipts, vault, and every case by its events alone.

    Exit code 3 when anything does not hold.
    """
    voice = speaking()
    with open_at(register) as opened, voice.progress(voice.pick("自检", "Check")) as advance:
        found = check_register(opened.register, lambda _p, done, total: advance(done, total))
        broken = violations(opened.register.ledger.read(), opened.founders, opened.zone)
        broken += unlawful_consents(opened.register.ledger.read(), opened.founders)
        broken += _edition(opened, voice.language)
        broken += [text.said_in(voice.language) for text in broken_heads(opened)]
    bad = damage(found)
    if voice.as_json:
        voice.result(
            {
                "damage": [f.sentence(voice.language) for f in bad],
                "notes": [f.sentence(voice.language) for f in found if f not in bad],
                "violations": list(broken),
            }
        )
        return 3 if bad or broken else 0
    voice.findings(found)
    for line in broken:
        voice.say(line)
    if bad or broken:
        voice.say(
            voice.pick(
                f"{len(bad)} 处损坏，{len(broken)} 处违反规则。",
                f"{number_of(len(bad), 'place')} {'is' if len(bad) == 1 else 'are'} damaged, "
                f"{number_of(len(broken), 'rule')} {'was' if len(broken) == 1 else 'were'} broken.",
            )
        )
        return 3
    voice.say(voice.pick("登记库完好。", "The register is whole."))
    return 0


def _edition(opened: Opened, language: Language) -> list[str]:
    """Verify the last published edition as of its own moment, against what the ledger says of it."""
    published = list(opened.register.ledger.read(kinds=("edition.published",)))
    if not published:
        return []
    said = published[-1].body
    folder = opened.register.editions / str(said["number"])
    key = NoteKey(str(said["origin"]), PublicKey.parse(str(said["key"])))
    try:
        if signed_by((folder / "checkpoint").read_bytes(), key) != str(said["checkpoint"]).encode():
            return [f"{folder.name}: checkpoint"]
        verify_edition(folder, key, published[-1].at)
    except OSError:
        return [f"edition {folder.name}"]
    except ProofFailed as failed:
        return [failed.said_in(language)]
    return []
