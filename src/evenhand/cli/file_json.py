"""A subject's file as one JSON value: the same parts as its page, with every event whole."""

from __future__ import annotations

from evenhand.cli.explain_json import contributions_as_json
from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import Day, said
from evenhand.pipeline.subject_file import CaseInFile, RecordInFile, SubjectFile


def file_as_json(file: SubjectFile) -> Json:
    """The file."""
    return {
        "subject": str(file.subject),
        "numbers": [str(n) for n in file.numbers],
        "kind": file.kind,
        "identifier": None
        if file.identifier is None
        else {"scheme": file.identifier[0], "code": file.identifier[1]},
        "name": file.name,
        "on": file.on.isoformat(),
        "head": file.head,
        "can": [{"case": c.case, "doing": c.doing, "until": _iso(c.until)} for c in file.can],
        "records": [_record(record) for record in file.records],
        "standings": [contributions_as_json(reckoning) for reckoning in file.standings],
        "cases": [_case(case) for case in file.cases],
        "consents": [
            {
                "scheme": c.scheme,
                "version": c.version,
                "since": c.since.isoformat(),
                "withdrawn": None if c.withdrawn is None else said(c.withdrawn),
            }
            for c in file.consents
        ],
        "events": [
            {
                "seq": e.seq,
                "at": said(e.at),
                "kind": e.kind,
                "topic": e.topic,
                "actor": e.actor,
                "body": dict(e.body),
                "reading": e.reading,
            }
            for e in file.events
        ],
    }


def _record(record: RecordInFile) -> Json:
    facts, typed, received = record.facts, record.said, record.received
    return {
        "record": str(facts.record),
        "type": facts.type,
        "authority": facts.authority,
        "happened": facts.happened.isoformat(),
        "ends": _iso(facts.ends),
        "delivery": facts.delivery,
        "source": None if received is None else received.source,
        "received": None if received is None else said(received.at),
        "document": None if typed is None else typed.document,
        "article": None if typed is None else typed.article,
        "values": []
        if typed is None
        else [
            {
                "field": {"zh": v.field.zh, "en": v.field.en},
                "original": v.original,
                "cell": v.cell,
            }
            for v in typed.values
        ],
        "waits": facts.waits,
        "in_doubt": record.in_doubt,
        "replaced_by": [str(r) for r in record.replaced_by],
    }


def _case(case: CaseInFile) -> Json:
    state, effect = case.state, case.state.effect
    return {
        "case": state.facts.case,
        "entry": state.facts.entry,
        "list": state.facts.list,
        "kind": state.facts.kind,
        "authority": state.facts.authority,
        "scheme": state.facts.scheme,
        "version": state.facts.version,
        "records": [str(r) for r in state.facts.records],
        "status": state.status,
        "why": state.why,
        "clocks": {
            "proposed_on": _iso(state.proposed_on),
            "noticed_on": _iso(state.noticed_on),
            "delivered_on": _iso(state.delivered_on),
            "object_until": _iso(state.object_until),
            "decide_until": _iso(state.decide_until),
            "effect_from": None if effect is None else effect.start.isoformat(),
            "last_day": None if effect is None else _iso(effect.last),
            "review_until": None
            if state.suspension is None
            else state.suspension.review_until.isoformat(),
        },
        "objections": [
            {"objection": o.objection, "on": o.on.isoformat(), "text": o.text, "answer": o.answer}
            for o in state.objections
        ],
        "decisions": [
            {
                "stage": d.stage,
                "outcome": d.outcome,
                "by": d.by,
                "on": d.on.isoformat(),
                "reasons": d.reasons,
            }
            for d in (*state.decisions, *state.reviews)
        ],
        "letters": [
            {"event": one.seq, "kind": one.kind, "on": one.on.isoformat()} for one in case.letters
        ],
        "content": case.content.value(),
    }


def _iso(day: Day | None) -> str | None:
    return None if day is None else day.isoformat()
