"""A form being filled in: answers as typed, what is asked next, and the record that comes out. No front end, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from datetime import date, datetime
from typing import Any

from xjtui.domain.answers import Reading, raw_of, read
from xjtui.domain.attendance import roster_of
from xjtui.domain.fields import Fault, FaultCode, Field, FieldKind, Form
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.review import fingerprint
from xjtui.domain.situation import Situation
from xjtui.domain.validity import faults as faults_between


@dataclass(frozen=True, slots=True)
class Entry:
    """A half-filled form: raw answers by field key. It is what a draft keeps, and what every front end fills.

    `given` are the answers it was opened with: an edited record's own, or what the gap suggests.
    """

    form: Form
    answers: Mapping[str, str]
    given: Mapping[str, str] = attribute(default_factory=dict, compare=False)

    def put(self, key: str, raw: str) -> Entry:
        """With one answer given or changed."""
        return replace(self, answers={**self.answers, key: raw})

    def raw(self, field: Field) -> str:
        """The answer as typed, or the field's default."""
        return self.answers.get(field.key, field.default)

    def asked(self) -> tuple[Field, ...]:
        """The fields to ask, in order; conditions on other answers are applied."""
        return tuple(one for one in self.form.fields if self._shown(one))

    def _shown(self, field: Field) -> bool:
        if field.shown_if is None:
            return True
        other = self.form.field(field.shown_if[0])
        if other is None:
            return False
        raw = self.raw(other).strip()
        # A choice may have been typed as its number or label; `settle` turns it into its key first.
        return raw in field.shown_if[1]

    @property
    def touched(self) -> bool:
        """Whether anything was typed that a draft should keep."""
        keys = {**self.given, **self.answers}
        return any(self.answers.get(key, "").strip() != self.given.get(key, "").strip() for key in keys)


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one answer: the entry with it, and the fault if there is one (the answer is kept even so)."""

    entry: Entry
    fault: Fault | None


def answer(entry: Entry, key: str, raw: str, reading: Reading) -> Answered:
    """Takes one answer: read, checked by itself, and settled to its key where it is a choice."""
    field = entry.form.field(key)
    if field is None:
        return Answered(entry, Fault(key, FaultCode.UNKNOWN_FIELD, {"known": tuple(f.key for f in entry.form.fields)}))
    value = read(field, raw, reading, _day_of(entry, reading))
    if isinstance(value, Fault):
        return Answered(entry.put(key, raw), value)
    if value is None:
        filled = entry.put(key, "")
        return Answered(filled, Fault(key, FaultCode.REQUIRED) if field.required else None)
    settled = raw_of(value) if field.kind in _SETTLED else raw
    return Answered(entry.put(key, settled), None)


_SETTLED = frozenset({FieldKind.CHOICE, FieldKind.YES, FieldKind.CHOICES, FieldKind.MEMBER, FieldKind.MEMBERS})


def _day_of(entry: Entry, reading: Reading) -> date:
    field = entry.form.field("day")
    if field is None:
        return reading.situation.today
    value = read(field, entry.raw(field), reading)
    return value if isinstance(value, date) else reading.situation.today


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All answers read: values by field key, and every fault at once."""

    values: Mapping[str, Any]
    faults: tuple[Fault, ...]


def review(entry: Entry, reading: Reading) -> Reviewed:
    """Reads and checks the whole entry."""
    settled = entry
    for field in entry.form.fields:
        if field.kind in _SETTLED and entry.raw(field).strip():
            settled = answer(settled, field.key, entry.raw(field), reading).entry
    values: dict[str, Any] = {}
    found: list[Fault] = []
    day = _day_of(settled, reading)
    known = {field.key for field in entry.form.fields}
    found.extend(
        Fault(key, FaultCode.UNKNOWN_FIELD, {"known": tuple(f.key for f in entry.form.fields)})
        for key in entry.answers
        if key not in known
    )
    for field in settled.asked():
        value = read(field, settled.raw(field), reading, day)
        if isinstance(value, Fault):
            found.append(value)
        elif value is None and field.required:
            found.append(Fault(field.key, FaultCode.REQUIRED))
        elif value is not None:
            values[field.key] = value
    bad = {fault.key for fault in found}
    found.extend(f for f in faults_between(reading.situation, entry.form, values) if f.key not in bad)
    return Reviewed(values, tuple(found))


def _unasked(situation: Situation, form: Form) -> dict[str, Any]:
    """What an edited record holds that its form does not ask for, e.g. a part of an earlier plan: it stays."""
    old = situation.record(form.record) if form.record else None
    if old is None:
        return {}
    known = {field.key for field in form.fields}
    kept = {key: value for key, value in old.data.items() if key not in known and key not in ("parts", "digest")}
    parts = old.data.get("parts")
    if isinstance(parts, Mapping):
        others = {key: value for key, value in parts.items() if f"parts.{key}" not in known}
        if others:
            kept["parts"] = others
    return kept


def _data(situation: Situation, form: Form, values: Mapping[str, Any], day: date) -> dict[str, Any]:
    data = _unasked(situation, form)
    for key, value in values.items():
        if key == "day":
            continue
        if key.startswith("parts."):
            data.setdefault("parts", {})[key.removeprefix("parts.")] = value
        elif key == "attendance":
            should, exempt = roster_of(situation, form.record, day)
            marks = {member: mark for member, mark in value.items() if member in should}
            data["attendance"] = {"should": list(should), "exempt": list(exempt), "marks": marks}
        else:
            data[key] = value.isoformat() if isinstance(value, date) else value
    if form.kind is Kind.SUMMARY and values.get("final"):
        data["digest"] = fingerprint(situation)
    return data


def finish(entry: Entry, reading: Reading, new_id: str, by: str, at: datetime) -> Record | tuple[Fault, ...]:
    """The record that the entry makes (an edited one keeps its id, entry time and author), or all faults."""
    reviewed = review(entry, reading)
    if reviewed.faults:
        return reviewed.faults
    situation, form = reading.situation, entry.form
    day = reviewed.values.get("day", situation.today)
    data = _data(situation, form, reviewed.values, day)
    old = situation.record(form.record) if form.record else None
    if old is not None:
        return replace(old, day=day, data=data)
    return Record(new_id, form.item, form.kind, day, data, at, by, form.about)


def answers_of(record: Record) -> dict[str, str]:
    """The raw answers that make this record again, for editing."""
    answers = {"day": record.day.isoformat()}
    for key, value in record.data.items():
        if key == "parts" and isinstance(value, Mapping):
            answers.update({f"parts.{part}": str(text) for part, text in value.items()})
        elif key == "attendance" and isinstance(value, Mapping):
            answers[key] = raw_of(dict(value.get("marks", {})))
        elif key != "digest":
            answers[key] = raw_of(value)
    return answers
