"""The closing items: registers derived from the other items, ratings, the finished summary."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from xjtui.domain.attendance import LEAVES, all_taken
from xjtui.domain.plan import Item, RatingsRule, RegistersRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.applies import applicable_items
from xjtui.domain.situation import Situation
from xjtui.domain.states import ItemState, Judgement, Lack, Measure, Missing, Note, Remark


def registers(situation: Situation, rule: RegistersRule, others: Callable[[str], ItemState | None]) -> Judgement:
    """Every register has entries, every leave its approver, every absence of a present member its make-up."""
    missing: list[Missing] = []
    empty: list[str] = []
    days = []
    applicable = 0
    for key in rule.items:
        state = others(key)
        if state is None or not state.applicable:
            continue
        applicable += 1
        found = situation.done(state.item.key)
        if state.judgement.started and found:
            days.append(found[0].day)
        else:
            empty.append(key)
    if empty:
        missing.append(Missing(Lack.REGISTER, len(empty), items=tuple(empty)))
    current = {member.id for member in situation.everyone()}
    pending: dict[str, str] = {}
    unapproved: dict[str, str] = {}
    for taken in all_taken(situation):
        for member in taken.pending:
            if member in current:
                pending.setdefault(member, taken.record)
        for presence in taken.missed:
            if presence.mark in LEAVES and not presence.approver:
                unapproved.setdefault(presence.member, taken.record)
        days.extend(record.day for record in situation.about(taken.record, Kind.MAKEUP))
    if pending:
        missing.append(_people(Lack.MAKEUPS, situation, pending))
    if unapproved:
        missing.append(_people(Lack.LEAVE_APPROVER, situation, unapproved))
    return Judgement(
        applicable - len(empty),
        applicable,
        Measure.PIECES,
        max(days) if days and not missing else None,
        missing=tuple(missing),
        started=applicable > len(empty),
    )


def _people(lack: Lack, situation: Situation, found: dict[str, str]) -> Missing:
    names = situation.names(found)
    return Missing(lack, len(found), names, record=next(iter(found.values())), ids=tuple(found))


def to_rate(situation: Situation, rule: RatingsRule) -> tuple[Item, ...]:
    """The items that the look-back must rate."""
    return tuple(item for item in applicable_items(situation) if item.key not in rule.leave_out)


def latest_ratings(situation: Situation, item: str) -> dict[str, Record]:
    """The latest complete rating of each item, by item key."""
    return {key: records[-1] for key, records in _ratings(situation, item).items()}


def _ratings(situation: Situation, item: str) -> dict[str, list[Record]]:
    """The complete ratings of each item, oldest first; one given under a replaced key counts for the item of today."""
    found: dict[str, list[Record]] = {}
    for record in situation.done(item, Kind.RATING):
        if record.text("rating") and record.text("comment"):
            rated = situation.plan.item(record.text("item"))
            found.setdefault(rated.key if rated else record.text("item"), []).append(record)
    return found


def ratings(situation: Situation, item: Item, rule: RatingsRule) -> Judgement:
    """Every applicable item answered, rated, commented."""
    due = to_rate(situation, rule)
    first = {key: records[0] for key, records in _ratings(situation, item.key).items()}
    rated = [first[other.key] for other in due if other.key in first]
    left = tuple(other.key for other in due if other.key not in first)
    return Judgement(
        len(rated),
        len(due),
        Measure.ITEMS,
        max(record.day for record in rated) if rated and not left else None,
        tuple(record.id for record in rated),
        (Missing(Lack.RATINGS, len(left), items=left),) if left else (),
        started=bool(rated),
    )


def fingerprint(situation: Situation) -> str:
    """SHA-256 (hex) of what a summary rests on: every record in force, with its revision, and the roster."""
    facts = [f"{record.id}:{record.revision}" for record in situation.known if record.kind is not Kind.SUMMARY]
    facts += [f"{member.id}:{member.revision}" for member in situation.members]
    return hashlib.sha256("\n".join(sorted(facts)).encode()).hexdigest()


def summary(situation: Situation, item: Item) -> Judgement:
    """Finished once finalised; a later change of the data marks it outdated, and does not undo it."""
    records = situation.done(item.key, Kind.SUMMARY)
    final = [record for record in records if record.text("digest")]
    if not final:
        lack = Missing(Lack.FINISH if records else Lack.RECORD, record=records[-1].id if records else None)
        return Judgement(0, 1, Measure.COPIES, None, missing=(lack,), started=bool(records))
    notes: tuple[Note, ...] = ()
    if final[-1].text("digest") != fingerprint(situation):
        notes = (Note(Remark.OUTDATED, day=final[-1].day, records=(final[-1].id,)),)
    return Judgement(1, 1, Measure.COPIES, final[0].day, (final[-1].id,), notes=notes, started=True)
