"""What to do next and why: the actions an item offers, the gaps in order, the entry that closes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from xjtui.domain.answers import raw_of
from xjtui.domain.attendance import all_taken, attendance
from xjtui.domain.entry import Entry, answers_of
from xjtui.domain.forms import entry_kinds, form_for
from xjtui.domain.plan import CoverageRule, Item, Of, RatingsRule, SessionsRule, TopicsRule
from xjtui.domain.problems import Stand, life
from xjtui.domain.records import FOLLOW_UPS, Kind, Record
from xjtui.domain.rules.review import latest_ratings, to_rate
from xjtui.domain.sheet import Sheet
from xjtui.domain.states import ItemState, Lack, Missing, Status


class Why(StrEnum):
    """Why an item comes next."""

    RETURNED = "returned"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    NEXT = "next"
    ADVICE = "advice"


class Bar(StrEnum):
    """Why an action is not to be had now."""

    NOTHING_MISSED = "nothing_missed"
    DERIVED = "derived"
    NOT_APPLICABLE = "not_applicable"
    WAITING = "waiting"
    READ_ONLY = "read_only"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Action:
    """Something one may do under an item: enter a record of `kind`, edit `record`, or follow up `about`.

    `presets` are raw answers known beforehand. `bar` tells why it cannot be done now, None where it can.
    """

    item: str
    kind: Kind
    record: str | None = None
    about: str | None = None
    presets: Mapping[str, str] = field(default_factory=dict)
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """The next thing that is really missing: the item's state, why now, what exactly, and the action that closes it.

    `action` None: nothing can be entered under the item itself; `blocked_by` then names the items to do first.
    """

    state: ItemState
    why: Why
    missing: Missing
    action: Action | None
    days: int | None
    blocked_by: tuple[str, ...] = ()


SOON = 7
"""Days ahead in which a due date is «soon»."""


def gaps(sheet: Sheet) -> tuple[Gap, ...]:
    """All gaps, most pressing first: returned, overdue by date, then by due date and the plan's order; advice last."""
    found = [gap for state in sheet.states if (gap := _gap(sheet, state)) is not None]
    order = {why: n for n, why in enumerate((Why.RETURNED, Why.OVERDUE))}
    places = {state.item.key: n for n, state in enumerate(sheet.states)}

    def rank(gap: Gap) -> tuple[int, int, date, int]:
        waiting = gap.action is None
        due = gap.state.due or date.max
        return (waiting, order.get(gap.why, 3 if gap.why is Why.ADVICE else 2), due, places[gap.state.item.key])

    return tuple(sorted(found, key=rank))


def next_gap(sheet: Sheet, after: str | None = None) -> Gap | None:
    """The first gap, or the one after the item `after` (going round); None where nothing is missing."""
    found = gaps(sheet)
    if not found:
        return None
    keys = [gap.state.item.key for gap in found]
    if after in keys:
        return found[(keys.index(after) + 1) % len(found)]
    return found[0]


def gap_of(sheet: Sheet, key: str) -> Gap | None:
    """The gap of one item, None where nothing is missing there."""
    return next((gap for gap in gaps(sheet) if gap.state.item.key == key), None)


def _gap(sheet: Sheet, state: ItemState) -> Gap | None:
    if not state.applicable or state.satisfied or not state.judgement.missing:
        return None
    closing = _closing(sheet, state)
    missing, action = closing if closing is not None else (state.judgement.missing[0], None)
    today = sheet.situation.today
    days = (state.due - today).days if state.due else None
    if any(one.what is Lack.RETURNED for one in state.judgement.missing):
        why = Why.RETURNED
    elif state.item.due.soft:
        why = Why.ADVICE
    elif state.status is Status.OVERDUE:
        why = Why.OVERDUE
    elif days == 0:
        why = Why.DUE_TODAY
    elif days is not None and days <= SOON:
        why = Why.DUE_SOON
    else:
        why = Why.NEXT
    blocked = missing.items if action is None else ()
    return Gap(state, why, missing, action, days, blocked)


def _closing(sheet: Sheet, state: ItemState) -> tuple[Missing, Action] | None:
    """The first gap that can be closed now, and the action that does it."""
    for missing in state.judgement.missing:
        action = _action(sheet, state.item, missing)
        if action is not None:
            return missing, action
    return None


def _action(sheet: Sheet, item: Item, missing: Missing) -> Action | None:
    """What closes one gap, None where nothing can be entered for it now."""
    situation = sheet.situation
    record = situation.record(missing.record) if missing.record else None
    match missing.what:
        case Lack.WAIT | Lack.REGISTER:
            return None
        case Lack.MAKEUPS:
            return _next_makeup(sheet)
        case Lack.LEAVE_APPROVER if record is not None:
            return Action(record.item, record.kind, record=record.id)
        case Lack.UNANSWERED if record is not None and record.kind is Kind.IDEA:
            return Action(item.key, Kind.ANSWER, about=record.id)
        case Lack.OPEN_PROBLEMS | Lack.OPEN_URGINGS:
            return Action(item.key, Kind.STEP, about=missing.record)
        case (
            Lack.PARTS
            | Lack.FIELDS
            | Lack.ASSIGNEES
            | Lack.ATTENDANCE
            | Lack.ANSWERS
            | Lack.UNANSWERED
            | Lack.RIGHT_DAY
            | Lack.FINISH
        ) if record is not None:
            return Action(item.key, record.kind, record=record.id)
        case Lack.RECORD | Lack.MORE if isinstance(item.rule, SessionsRule):
            planned = [one for one in situation.under(item.key, Kind.SESSION) if one.day > situation.today]
            # What is planned already has to wait for its day; planning it again brings nothing.
            return None if len(planned) >= missing.count else Action(item.key, Kind.SESSION)
        case Lack.PERSONS if isinstance(item.rule, CoverageRule) and item.rule.of is Of.MEMBERS and missing.ids:
            presets = _presets(sheet, item, entry_kinds(item)[0], missing)
            return Action(item.key, entry_kinds(item)[0], presets=presets) if presets else None
        case _:
            kinds = entry_kinds(item)
            if not kinds:
                return None
            kind = Kind.VISIT if missing.what is Lack.TOPIC_VISITS else kinds[0]
            return Action(item.key, kind, presets=_presets(sheet, item, kind, missing))


def _next_makeup(sheet: Sheet) -> Action | None:
    """The oldest make-up owed by somebody still a member; it takes place on a later day than its session."""
    situation = sheet.situation
    current = {member.id for member in situation.everyone()}
    for taken in all_taken(situation):
        owing = [member for member in taken.pending if member in current]
        session = situation.record(taken.record)
        if owing and session is not None and taken.day < situation.today:
            return Action(session.item, Kind.MAKEUP, about=session.id, presets={"member": owing[0]})
    return None


def _presets(sheet: Sheet, item: Item, kind: Kind, missing: Missing) -> dict[str, str]:
    """Answers that the gap itself suggests: the next lecturer, the unrated item, the open part."""
    situation = sheet.situation
    rule = item.rule
    if kind is Kind.LECTURE and missing.ids:
        planned = {
            record.text("lecturer")
            for record in situation.under(item.key, Kind.LECTURE)
            if record.day > situation.today
        }
        free = [member for member in missing.ids if member not in planned]
        return {"lecturer": free[0]} if free else {}
    if kind is Kind.LEAD and isinstance(rule, CoverageRule) and missing.ids:
        keys = [aspect.key for aspect in rule.aspects if aspect.text in missing.texts]
        return {"member": missing.ids[0], **({"aspects": raw_of(keys)} if keys else {})}
    if kind is Kind.RATING and missing.items:
        return {"item": missing.items[0]}
    if kind is Kind.CONFIRMATION and missing.texts:
        form = form_for(situation, item, kind)
        part = form.field("part")
        keys = [choice.key for choice in part.choices if choice.text == missing.texts[0]] if part else []
        return {"part": keys[0]} if keys else {}
    if isinstance(rule, TopicsRule) and missing.texts:
        keys = [topic.key for topic in rule.topics if topic.text == missing.texts[0]]
        return {"topic": keys[0]} if keys else {}
    if kind is Kind.UNIT_VISIT and missing.ids:
        return {"unit": missing.ids[0]}
    return {}


def actions(sheet: Sheet, key: str) -> tuple[Action, ...]:
    """What one may enter under an item, with the reason where one may not."""
    state = sheet.state(key)
    if state is None:
        return ()
    nearest = _closing(sheet, state) if not state.satisfied and state.applicable else None
    closing = nearest[1] if nearest is not None else None
    found: list[Action] = [closing] if closing is not None else []
    for kind in entry_kinds(state.item):
        if closing is None or (closing.kind, closing.record, closing.about) != (kind, None, None):
            bar = None if state.applicable else Bar.NOT_APPLICABLE
            found.append(Action(state.item.key, kind, bar=bar))
    if not entry_kinds(state.item) and closing is None:
        found.append(Action(state.item.key, Kind.DOCUMENT, bar=Bar.DERIVED))
    if state.applicable and not state.satisfied:
        found.append(Action(state.item.key, Kind.WAIVER))
    return tuple(found)


def record_actions(sheet: Sheet, record: Record) -> tuple[Action, ...]:
    """What one may do with a record: edit it, and follow it up."""
    if record.voided is not None:
        return (Action(record.item, record.kind, record=record.id, bar=Bar.VOIDED),)
    situation = sheet.situation
    found = [Action(record.item, record.kind, record=record.id, about=record.about)]
    for kind in FOLLOW_UPS.get(record.kind, ()):
        bar = None
        if kind is Kind.MAKEUP:
            taken = attendance(situation, record)
            bar = None if taken is not None and taken.pending else Bar.NOTHING_MISSED
        found.append(Action(record.item, kind, about=record.id, bar=bar))
    return tuple(found)


def open_entry(sheet: Sheet, action: Action) -> Entry:
    """The entry an action begins with: the record's own answers when editing, else presets; defaults fill the rest.

    KeyError where the plan has no such item.
    """
    situation = sheet.situation
    item = situation.plan.item(action.item)
    if item is None:
        raise KeyError(action.item)
    record = situation.record(action.record) if action.record else None
    about_id = action.about or (record.about if record else None)
    about = situation.record(about_id) if about_id else None
    form = form_for(situation, item, action.kind, about, record)
    if record is not None:
        # What the form no longer asks for stays in the record without being asked; see `entry`.
        known = {one.key for one in form.fields}
        # An answer left empty before stays empty; a default is for new records.
        empty = {one.key: "" for one in form.fields if not one.required}
        given = {**empty, **{key: raw for key, raw in answers_of(record).items() if key in known}}
    else:
        given = dict(action.presets)
    return Entry(form, given, given)


def unrated(sheet: Sheet, key: str) -> tuple[Item, ...]:
    """The items that the look-back under `key` still has to rate."""
    state = sheet.state(key)
    if state is None or not isinstance(state.item.rule, RatingsRule):
        return ()
    rated = latest_ratings(sheet.situation, key)
    return tuple(item for item in to_rate(sheet.situation, state.item.rule) if item.key not in rated)


def open_cases(sheet: Sheet, key: str) -> int:
    """How many problems under an item are still open."""
    records = sheet.situation.done(key, Kind.PROBLEM, Kind.URGING)
    return sum(life(sheet.situation, record).stand is Stand.OPEN for record in records)
