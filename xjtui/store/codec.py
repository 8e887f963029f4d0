"""Entities and log entries as JSON documents and back. Which bytes they stand in is left to `image` and `log`.

Fields at their default are left out of a document; fields this version does not know are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from xjtui.domain.changes import Edit, Entity, Entry, Table
from xjtui.domain.people import Exemption, Member, PlanPin, Removed, Scope, Standing, Unit
from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind, Record, Voided
from xjtui.errors import DamagedError, InputError

Doc = dict[str, Any]

KNOWN: Final[Mapping[Table, frozenset[str]]] = {
    Table.UNIT: frozenset(Unit.__dataclass_fields__) - {"pin"} | {"plan"},
    Table.MEMBERS: frozenset(Member.__dataclass_fields__),
    Table.RECORDS: frozenset(Record.__dataclass_fields__),
}
"""The fields this version writes; others in a document are a stranger's and are kept when it is changed."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def dump(doc: Mapping[str, Any]) -> bytes:
    """A document on one line of UTF-8. InputError `value_unstorable` for what JSON or UTF-8 cannot hold."""
    try:
        return _encode(doc).encode("utf-8")
    except (TypeError, ValueError, RecursionError) as error:
        raise InputError("value_unstorable", id=str(doc.get("id", "")), reason=type(error).__name__) from error


def table_of(entity: Entity) -> Table:
    """The table an entity is kept in."""
    match entity:
        case Record():
            return Table.RECORDS
        case Member():
            return Table.MEMBERS
        case Unit():
            return Table.UNIT


def moment(at: datetime, of: str) -> str:
    """A time with its offset. InputError `time_without_offset`: without, times of two hosts could not be compared."""
    if at.utcoffset() is None:
        raise InputError("time_without_offset", id=of)
    return at.isoformat()


def to_doc(entity: Entity) -> Doc:
    """An entity's document; `id` comes first, `image` relies on it."""
    match entity:
        case Record():
            return _record_doc(entity)
        case Member():
            return _member_doc(entity)
        case Unit():
            return _unit_doc(entity)


def _record_doc(record: Record) -> Doc:
    doc: Doc = {
        "id": record.id,
        "item": record.item,
        "kind": record.kind.value,
        "day": record.day.isoformat(),
        "data": dict(record.data),
        "entered": moment(record.entered, record.id),
        "by": record.by,
        "revision": record.revision,
    }
    if record.about is not None:
        doc["about"] = record.about
    if record.voided is not None:
        doc["voided"] = _taken_back(record.voided, record.id)
    return doc


def _member_doc(member: Member) -> Doc:
    doc: Doc = {"id": member.id, "name": member.name, "standing": member.standing.value, "revision": member.revision}
    if member.duty:
        doc["duty"] = member.duty
    if member.leader:
        doc["leader"] = True
    if member.joined is not None:
        doc["joined"] = member.joined.isoformat()
    if member.left is not None:
        doc["left"] = member.left.isoformat()
    if member.origin:
        doc["origin"] = member.origin
    if member.exemptions:
        doc["exemptions"] = [_exemption_doc(exemption) for exemption in member.exemptions]
    if member.note:
        doc["note"] = member.note
    if member.removed is not None:
        doc["removed"] = _taken_back(member.removed, member.id)
    return doc


def _exemption_doc(exemption: Exemption) -> Doc:
    doc: Doc = {
        "scope": exemption.scope.value,
        "reason": exemption.reason,
        "approver": exemption.approver,
        "since": exemption.since.isoformat(),
    }
    if exemption.until is not None:
        doc["until"] = exemption.until.isoformat()
    return doc


def _unit_doc(unit: Unit) -> Doc:
    doc: Doc = {
        "id": unit.id,
        "name": unit.name,
        "audience": unit.audience.value,
        "kind": unit.kind,
        "plan": {"id": unit.pin.id, "version": unit.pin.version, "digest": unit.pin.digest},
        "revision": unit.revision,
    }
    if unit.secretary:
        doc["secretary"] = unit.secretary
    if unit.group:
        doc["group"] = unit.group
    if unit.guides:
        doc["guides"] = list(unit.guides)
    if unit.note:
        doc["note"] = unit.note
    return doc


def _taken_back(what: Voided | Removed, of: str) -> Doc:
    return {"by": what.by, "at": moment(what.at, of), "why": what.why}


def from_docs(table: Table, docs: Iterable[Doc]) -> tuple[Entity, ...]:
    """Entities from their documents. DamagedError `document_bad` names the first that is none."""
    decode = _DECODERS[table]
    done: list[Entity] = []
    doc: Any = None
    try:
        for doc in docs:
            done.append(decode(doc))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        at = doc.get("id") if isinstance(doc, dict) else None
        raise DamagedError("document_bad", table=table.value, id=str(at or ""), reason=str(error)) from error
    return tuple(done)


def from_doc(table: Table, doc: Doc) -> Entity:
    """One entity from its document. DamagedError `document_bad`."""
    return from_docs(table, (doc,))[0]


_KINDS: Final[Mapping[str, Kind]] = {kind.value: kind for kind in Kind}


def _record(doc: Doc) -> Record:
    voided = doc.get("voided")
    data = doc["data"]
    if not isinstance(data, dict):
        raise TypeError("data")
    # Positional, and kinds by a table: keywords and Enum's own lookup take a third of the time of loading a unit.
    return Record(
        text(doc["id"]),
        text(doc["item"]),
        _KINDS[doc["kind"]],
        date.fromisoformat(doc["day"]),
        data,
        datetime.fromisoformat(doc["entered"]),
        text(doc["by"]),
        doc.get("about"),
        _count(doc["revision"]),
        Voided(voided["by"], datetime.fromisoformat(voided["at"]), voided["why"]) if voided else None,
    )


def _member(doc: Doc) -> Member:
    removed = doc.get("removed")
    return Member(
        id=text(doc["id"]),
        name=text(doc["name"]),
        standing=Standing(doc.get("standing", Standing.FULL)),
        duty=text(doc.get("duty", "")),
        leader=bool(doc.get("leader", False)),
        joined=_day(doc.get("joined")),
        left=_day(doc.get("left")),
        origin=text(doc.get("origin", "")),
        exemptions=tuple(_exemption(entry) for entry in doc.get("exemptions", ())),
        note=text(doc.get("note", "")),
        revision=_count(doc["revision"]),
        removed=Removed(removed["by"], datetime.fromisoformat(removed["at"]), removed["why"]) if removed else None,
    )


def _exemption(doc: Doc) -> Exemption:
    return Exemption(
        scope=Scope(doc["scope"]),
        reason=text(doc["reason"]),
        approver=text(doc["approver"]),
        since=date.fromisoformat(doc["since"]),
        until=_day(doc.get("until")),
    )


def _unit(doc: Doc) -> Unit:
    pin = doc["plan"]
    return Unit(
        id=text(doc["id"]),
        name=text(doc["name"]),
        audience=Audience(doc["audience"]),
        kind=text(doc["kind"]),
        pin=PlanPin(text(pin["id"]), text(pin["version"]), text(pin["digest"])),
        secretary=text(doc.get("secretary", "")),
        group=text(doc.get("group", "")),
        guides=tuple(text(guided) for guided in doc.get("guides", ())),
        note=text(doc.get("note", "")),
        revision=_count(doc["revision"]),
    )


_DECODERS: Final[Mapping[Table, Callable[[Doc], Entity]]] = {
    Table.UNIT: _unit,
    Table.MEMBERS: _member,
    Table.RECORDS: _record,
}


def entry_from(doc: Doc) -> Entry:
    """A history entry from a line of the log. DamagedError `document_bad`."""
    try:
        return Entry(
            seq=_count(doc["seq"]),
            at=datetime.fromisoformat(doc["at"]),
            by=text(doc["by"]),
            label=text(doc["label"]),
            edits=tuple(Edit(Table(e["table"]), text(e["id"]), e["before"], e["after"]) for e in doc["edits"]),
            undoes=doc.get("undoes"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedError("document_bad", table="log", id=str(doc.get("seq", "")), reason=str(error)) from error


def text(value: Any) -> str:
    """The value, where it is one. TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"text expected, got {type(value).__name__}")
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int):
        raise TypeError(f"number expected, got {type(value).__name__}")
    return value


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)
