"""Facts as JSON-able values with stable keys, shared by all JSON reports, each with a sentence beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

from xjtui.domain.guide import Gap
from xjtui.domain.opinions import speaker
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import Sheet
from xjtui.domain.situation import Situation
from xjtui.domain.states import GRAVE, ItemState, Missing, NotApplicable, Note, Status, Tally
from xjtui.words import Words, tell

Json = dict[str, Any]


def iso(day: date | None) -> str | None:
    """A date as 2009-04-15."""
    return day.isoformat() if day else None


def unit_json(sheet: Sheet, words: Words) -> Json:
    """Who it is about, by which plan, as of when."""
    situation = sheet.situation
    unit, plan = situation.unit, situation.plan
    kind = plan.kind(unit.kind)
    return {
        "id": unit.id,
        "name": unit.name,
        "audience": unit.audience.value,
        "kind": unit.kind,
        "kind_text": kind.text.of(words.language) if kind else unit.kind,
        "secretary": situation.name(unit.secretary) if unit.secretary else "",
        "plan": {"id": plan.id, "version": plan.version, "title": plan.title.of(words.language)},
    }


def tally_json(tally: Tally) -> Json:
    """Items done of those applicable."""
    return {
        "done": tally.done,
        "of": tally.of,
        "overdue": tally.overdue,
        "late": tally.late,
        "started": tally.started,
        "complete": tally.complete,
    }


def tally_status(tally: Tally) -> Status:
    """One status for several items: overdue where one is, done where all are."""
    if tally.of == 0:
        return Status.NOT_APPLICABLE
    if tally.overdue:
        return Status.OVERDUE
    if tally.complete:
        return Status.MET_LATE if tally.late else Status.MET
    return Status.IN_PROGRESS if tally.started else Status.NOT_STARTED


def missing_json(lack: Missing, sheet: Sheet, words: Words) -> Json:
    """One thing that is missing."""
    return {
        "what": lack.what.value,
        "text": tell.missing(words, lack, sheet, 0),
        "count": lack.count,
        "names": list(lack.names),
        "ids": list(lack.ids),
        "texts": [text.of(words.language) for text in lack.texts],
        "items": list(lack.items),
        "fields": list(lack.fields),
        "day": iso(lack.day),
        "record": lack.record,
        "reason": lack.reason,
    }


def note_json(note: Note, sheet: Sheet, words: Words) -> Json:
    """One thing worth noting; `grave` ones warn."""
    return {
        "what": note.what.value,
        "text": tell.note(words, note, sheet, 0),
        "grave": note.what in GRAVE,
        "count": note.count,
        "limit": note.limit,
        "names": list(note.names),
        "day": iso(note.day),
        "records": list(note.records),
    }


def not_applicable_text(why: NotApplicable, words: Words) -> str:
    """The reason why an item does not bind the unit."""
    if why.nobody:
        return words.phrases.nobody
    return why.reason if isinstance(why.reason, str) else why.reason.of(words.language)


def state_json(state: ItemState, sheet: Sheet, words: Words) -> Json:
    """One item as it stands."""
    item, judged, why = state.item, state.judgement, state.not_applicable
    return {
        "key": item.key,
        "stage": item.stage,
        "title": item.title.of(words.language),
        "status": state.status.value,
        "have": judged.have,
        "need": judged.need,
        "measure": judged.measure.value,
        "due": iso(state.due),
        "due_basis": item.due.basis.value,
        "soft": item.due.soft,
        "continuous": item.due.continuous,
        "basis": item.basis.value,
        "weight": item.weight,
        "satisfied_on": iso(judged.satisfied_on),
        "records": list(judged.counted),
        "missing": [missing_json(lack, sheet, words) for lack in judged.missing] if state.applicable else [],
        "notes": [note_json(note, sheet, words) for note in judged.notes],
        "not_applicable": None
        if why is None
        else {
            "reason": not_applicable_text(why, words),
            "approver": sheet.situation.name(why.approver) if why.approver else "",
            "record": why.record,
            "nobody": why.nobody,
        },
    }


def gap_json(gap: Gap | None, sheet: Sheet, words: Words) -> Json | None:
    """What comes next, None where nothing is missing."""
    if gap is None:
        return None
    action = gap.action
    return {
        "item": gap.state.item.key,
        "title": gap.state.item.title.of(words.language),
        "why": gap.why.value,
        "why_text": tell.gap(words, gap),
        "days": gap.days,
        "missing": missing_json(gap.missing, sheet, words),
        "kind": action.kind.value if action else None,
        "record": action.record if action else None,
        "about": action.about if action else None,
        "blocked_by": list(gap.blocked_by),
    }


def record_json(record: Record, situation: Situation, words: Words) -> Json:
    """One record. Names that were given anonymously are left out, whatever stands in the data."""
    data = dict(record.data)
    if record.kind in (Kind.IDEA, Kind.OPINION) and not speaker(record):
        data.pop("author", None)
    voided = record.voided
    return {
        "id": record.id,
        "item": record.item,
        "kind": record.kind.value,
        "day": record.day.isoformat(),
        "text": tell.record_title(words, record, situation),
        "data": data,
        "about": record.about,
        "by": record.by,
        "entered": record.entered.isoformat(),
        "entered_later": record.entered_later,
        "revision": record.revision,
        "voided": {"by": voided.by, "at": voided.at.isoformat(), "why": voided.why} if voided else None,
    }
