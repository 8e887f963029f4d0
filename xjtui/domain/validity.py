"""What must hold between the answers of a form, and between a follow-up and its record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from xjtui.domain.attendance import attendance, roster_of
from xjtui.domain.fields import Fault, FaultCode, Form
from xjtui.domain.opinions import stands_under
from xjtui.domain.problems import Step, life, possible_steps
from xjtui.domain.records import Kind, Record
from xjtui.domain.situation import Situation

PLANNABLE = frozenset({Kind.SESSION, Kind.LECTURE})
"""Kinds that may be dated ahead: they are plans until their day."""


def faults(situation: Situation, form: Form, values: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Everything wrong between answers that are each right by themselves."""
    found: list[Fault] = []
    day = values.get("day")
    about = situation.record(form.about) if form.about else None
    if isinstance(day, date):
        if day > situation.today and form.kind not in PLANNABLE:
            found.append(Fault("day", FaultCode.IN_FUTURE, {"day": day, "today": situation.today}))
        if about is not None and day < about.day and form.kind is not Kind.MAKEUP:
            found.append(Fault("day", FaultCode.BEFORE_PARENT, {"day": about.day}))
    match form.kind:
        case Kind.SESSION | Kind.LECTURE:
            found += _occasion(situation, form, values)
        case Kind.CHANNEL:
            found += _channel(values)
        case Kind.MAKEUP if about is not None:
            found += _makeup(situation, about, values, form.record)
        case Kind.STEP if about is not None:
            found += _step(situation, about, values, form.record)
        case Kind.PROBLEM | Kind.URGING:
            deadline = values.get("deadline")
            if isinstance(day, date) and isinstance(deadline, date) and deadline < day:
                found.append(Fault("deadline", FaultCode.DEADLINE_PAST, {"day": day}))
        case Kind.HANDLING:
            into = situation.record(values["into"]) if values.get("into") else None
            if into is not None and stands_under(situation, into) == form.about:
                found.append(Fault("into", FaultCode.MERGED_INTO_SELF))
        case _:
            pass
    return tuple(found)


def _occasion(situation: Situation, form: Form, values: Mapping[str, Any]) -> list[Fault]:
    day = values.get("day")
    if not isinstance(day, date) or values.get("attendance") is None:
        return []
    if day > situation.today:
        return [Fault("attendance", FaultCode.IN_FUTURE, {"day": day, "today": situation.today})]
    should, exempt = roster_of(situation, form.record, day)
    if not should and not exempt:
        return [Fault("attendance", FaultCode.NOBODY, {"day": day})]
    found = []
    for member, entry in values["attendance"].items():
        if member not in should:
            facts = {"raw": situation.name(member), "day": day}
            found.append(Fault("attendance", FaultCode.NOT_ON_ROSTER, facts))
        elif situation.same_person(member, entry.get("approver", "")):
            found.append(Fault("attendance", FaultCode.SELF_APPROVED, {"name": situation.name(member)}))
    return found


def _channel(values: Mapping[str, Any]) -> list[Fault]:
    issued, returned = values.get("issued"), values.get("returned")
    if isinstance(returned, int) and returned > (issued or 0):
        return [Fault("returned", FaultCode.RETURNED_EXCEED, {"issued": issued or 0, "returned": returned})]
    return []


def _makeup(situation: Situation, session: Record, values: Mapping[str, Any], edited: str | None) -> list[Fault]:
    found = []
    member, day = values.get("member"), values.get("day")
    taken = attendance(situation, session)
    missed = {presence.member for presence in taken.missed} if taken else set()
    if member and member not in missed:
        found.append(Fault("member", FaultCode.NOT_ABSENT, {"name": situation.name(member), "day": session.day}))
    elif member and any(
        other.text("member") == member and other.id != edited for other in situation.about(session.id, Kind.MAKEUP)
    ):
        found.append(Fault("member", FaultCode.ALREADY_MADE_UP, {"name": situation.name(member)}))
    if isinstance(day, date) and day <= session.day:
        found.append(Fault("day", FaultCode.MAKEUP_TOO_EARLY, {"day": session.day}))
    if member and situation.same_person(member, values.get("confirmed_by") or ""):
        found.append(Fault("confirmed_by", FaultCode.SELF_CONFIRMED, {"name": situation.name(member)}))
    return found


def _step(situation: Situation, case: Record, values: Mapping[str, Any], edited: str | None) -> list[Fault]:
    problem = life(situation, case, edited)
    step = values.get("step")
    found = []
    if step and step not in possible_steps(problem):
        found.append(Fault("step", FaultCode.STEP_IMPOSSIBLE, {"stand": problem.stand}))
    if step == Step.CLOSE:
        owner = case.text("owner")
        if situation.same_person(owner, values.get("verifier") or ""):
            found.append(Fault("verifier", FaultCode.OWNER_CLOSES, {"name": situation.name(owner)}))
    if step == Step.EXTEND:
        deadline = values.get("deadline")
        if isinstance(deadline, date) and problem.deadline is not None and deadline <= problem.deadline:
            found.append(Fault("deadline", FaultCode.DEADLINE_PAST, {"day": problem.deadline}))
    last = max((s.day for s in problem.steps), default=case.day)
    day = values.get("day")
    if isinstance(day, date) and day < last and day >= case.day:
        found.append(Fault("day", FaultCode.NOT_EARLIER, {"day": last}))
    return found
