"""Sessions: complete only with time, theme, attendance, the plan's parts and answered questions."""

from __future__ import annotations

from xjtui.domain.attendance import approved_afterwards, attendance
from xjtui.domain.forecast import days_left
from xjtui.domain.plan import Item, SessionsRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.documents import missing_parts
from xjtui.domain.situation import Situation
from xjtui.domain.states import Judgement, Lack, Measure, Missing, Note, Remark


def questions(record: Record) -> tuple[tuple[str, str], ...]:
    """The questions asked at a session, each with its answer ('' while unanswered)."""
    value = record.data.get("questions")
    rows = value if isinstance(value, (list, tuple)) else ()
    return tuple((str(row[0]), str(row[1])) for row in rows if len(row) == 2)


def session_gaps(situation: Situation, rule: SessionsRule, record: Record) -> tuple[Missing, ...]:
    """What a session still lacks to count."""
    gaps: list[Missing] = []
    if empty := tuple(key for key in ("start", "theme") if not record.text(key)):
        gaps.append(Missing(Lack.FIELDS, len(empty), fields=empty, record=record.id, day=record.day))
    taken = attendance(situation, record)
    if taken is None or not taken.rate.part:
        gaps.append(Missing(Lack.ATTENDANCE, record=record.id, day=record.day))
    if rule.on is not None and record.day != rule.on:
        gaps.append(Missing(Lack.RIGHT_DAY, day=rule.on, record=record.id))
    if parts := missing_parts(record, rule.parts):
        texts = tuple(part.text for part in parts)
        gaps.append(Missing(Lack.PARTS, len(parts), texts=texts, record=record.id, day=record.day))
    if rule.answers:
        asked = questions(record)
        answered = sum(bool(answer.strip()) for _, answer in asked)
        if answered < len(asked):
            gaps.append(Missing(Lack.UNANSWERED, len(asked) - answered, record=record.id, day=record.day))
        if answered < rule.answers:
            gaps.append(Missing(Lack.ANSWERS, rule.answers - answered, record=record.id, day=record.day))
    return tuple(gaps)


def sessions(situation: Situation, item: Item, rule: SessionsRule) -> Judgement:
    """At least `count` complete sessions; the day of the last one needed is the day it was met."""
    held = situation.done(item.key, Kind.SESSION)
    complete: list[Record] = []
    gaps: list[Missing] = []
    for record in held:
        found = session_gaps(situation, rule, record)
        gaps.extend(found)
        if not found:
            complete.append(record)
    enough = len(complete) >= rule.count
    missing: list[Missing] = []
    if not enough:
        short = rule.count - len(complete)
        missing = [*gaps, Missing(Lack.MORE, short)] if held else [Missing(Lack.RECORD, short, day=rule.on)]
        if held and len(held) >= rule.count:
            missing = gaps
    planned = tuple(record for record in situation.under(item.key, Kind.SESSION) if record.day > situation.today)
    return Judgement(
        len(complete),
        rule.count,
        Measure.SESSIONS,
        complete[rule.count - 1].day if enough else None,
        tuple(record.id for record in complete),
        tuple(missing),
        _notes(situation, held, planned, 0 if enough else rule.count - len(complete)),
        started=bool(held),
    )


def _notes(situation: Situation, held: tuple[Record, ...], planned: tuple[Record, ...], short: int) -> tuple[Note, ...]:
    notes = []
    afterwards: list[str] = []
    for record in held:
        taken = attendance(situation, record)
        if taken is not None:
            afterwards.extend(situation.names(approved_afterwards(taken)))
    if afterwards:
        notes.append(Note(Remark.LEAVE_AFTERWARDS, len(afterwards), names=tuple(afterwards)))
    if planned:
        ids = tuple(record.id for record in planned)
        notes.append(Note(Remark.PLANNED, len(planned), day=planned[0].day, records=ids))
    left = days_left(situation)
    if short and 0 <= left < short:
        notes.append(Note(Remark.CANNOT_BE_MET, short, left))
    return tuple(notes)
