"""Documents with parts, confirmations one by one, filings with their receipts, reports with all their parts."""

from __future__ import annotations

from collections.abc import Mapping

from xjtui.domain.plan import ConfirmationsRule, DocumentRule, Item, Option, ReportsRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.applies import applicable_items
from xjtui.domain.situation import Situation
from xjtui.domain.states import Judgement, Lack, Measure, Missing, Note, Remark


def missing_parts(record: Record, parts: tuple[Option, ...]) -> tuple[Option, ...]:
    """The parts a record leaves empty."""
    texts = record.data.get("parts")
    filled: Mapping[str, object] = texts if isinstance(texts, Mapping) else {}
    return tuple(part for part in parts if not str(filled.get(part.key) or "").strip())


def unassigned(situation: Situation, record: Record) -> tuple[str, ...]:
    """The applicable items for which a record names no current member."""
    value = record.data.get("assignments")
    named: Mapping[str, str] = value if isinstance(value, Mapping) else {}
    current = {member.id for member in situation.everyone()}
    return tuple(
        item.key
        for item in applicable_items(situation)
        if not any(named.get(key) in current for key in (item.key, *item.replaces))
    )


def _document_gaps(situation: Situation, rule: DocumentRule, record: Record) -> tuple[Missing, ...]:
    gaps = []
    if empty := missing_parts(record, rule.parts):
        gaps.append(Missing(Lack.PARTS, len(empty), texts=tuple(part.text for part in empty), record=record.id))
    if rule.assignments and (items := unassigned(situation, record)):
        gaps.append(Missing(Lack.ASSIGNEES, len(items), items=items, record=record.id))
    return tuple(gaps)


def document(situation: Situation, item: Item, rule: DocumentRule) -> Judgement:
    """A document is complete when every part is filled; the first complete one sets the date, the last shows the gaps."""
    records = situation.done(item.key, Kind.DOCUMENT)
    need = len(rule.parts) + rule.assignments or 1
    if not records:
        return Judgement(0, need, Measure.PARTS, None, missing=(Missing(Lack.RECORD),))
    complete = [record for record in records if not _document_gaps(situation, rule, record)]
    if complete:
        return Judgement(need, need, Measure.PARTS, complete[0].day, tuple(r.id for r in complete), started=True)
    last = records[-1]
    gaps = _document_gaps(situation, rule, last)
    have = len(rule.parts) - len(missing_parts(last, rule.parts))
    if rule.assignments and not unassigned(situation, last):
        have += 1
    return Judgement(have, need, Measure.PARTS, None, (last.id,), gaps, started=True)


def confirmations(situation: Situation, item: Item, rule: ConfirmationsRule) -> Judgement:
    """Every part confirmed; three of four is in progress."""
    first: dict[str, Record] = {}
    for record in situation.done(item.key, Kind.CONFIRMATION):
        first.setdefault(record.text("part"), record)
    done = [first[part.key] for part in rule.parts if part.key in first]
    open_parts = tuple(part.text for part in rule.parts if part.key not in first)
    return Judgement(
        len(done),
        len(rule.parts),
        Measure.PARTS,
        max(record.day for record in done) if done and not open_parts else None,
        tuple(record.id for record in done),
        (Missing(Lack.PARTS, len(open_parts), texts=open_parts),) if open_parts else (),
        started=bool(done),
    )


def last_receipt(situation: Situation, filing_record: Record) -> Record | None:
    """The office's latest word on a filing, None while there is none."""
    receipts = situation.about(filing_record.id, Kind.RECEIPT)
    return receipts[-1] if receipts else None


def filing(situation: Situation, item: Item) -> Judgement:
    """Filed, received, returned: a return reopens, and the first filing decides whether it was in time."""
    filings = situation.done(item.key, Kind.FILING)
    if not filings:
        return Judgement(0, 1, Measure.COPIES, None, missing=(Missing(Lack.RECORD),))
    last = filings[-1]
    receipt = last_receipt(situation, last)
    ids = tuple(record.id for record in filings)
    if receipt is not None and receipt.text("outcome") == "returned":
        gap = Missing(Lack.RETURNED, day=receipt.day, record=last.id, reason=receipt.text("reason"))
        return Judgement(0, 1, Measure.COPIES, None, ids, (gap,), started=True)
    notes = () if receipt else (Note(Remark.AWAITS_RECEIPT, day=last.day, records=(last.id,)),)
    return Judgement(1, 1, Measure.COPIES, filings[0].day, ids, notes=notes, started=True)


def reports(situation: Situation, item: Item, rule: ReportsRule) -> Judgement:
    """Reports that each carry all parts; the interval is advice and becomes a note, never a status."""
    records = situation.done(item.key, Kind.REPORT)
    complete = [record for record in records if not missing_parts(record, rule.parts)]
    missing = []
    for record in records:
        if empty := missing_parts(record, rule.parts):
            texts = tuple(part.text for part in empty)
            missing.append(Missing(Lack.PARTS, len(empty), texts=texts, record=record.id, day=record.day))
    enough = len(complete) >= rule.count
    if not records:
        missing.append(Missing(Lack.RECORD))
    elif not enough:
        missing.append(Missing(Lack.MORE, rule.count - len(complete)))
    notes = []
    if rule.every_days and situation.today <= situation.plan.end and complete:
        silent = (situation.today - complete[-1].day).days
        if silent > rule.every_days:
            notes.append(Note(Remark.INTERVAL, silent, rule.every_days, day=complete[-1].day))
    return Judgement(
        len(complete),
        rule.count,
        Measure.COPIES,
        complete[rule.count - 1].day if enough else None,
        tuple(record.id for record in complete),
        () if enough else tuple(missing),
        tuple(notes),
        started=bool(records),
    )
