"""What a store is asked to change, what it tells of the past, and how a change is taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from xjtui.domain.people import Member, Unit
from xjtui.domain.records import Record

Entity = Record | Member | Unit


class Table(StrEnum):
    """Where an entity is kept."""

    UNIT = "unit"
    MEMBERS = "members"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One user action: all of it is saved or nothing.

    Each entity carries the revision it was read with (0: new); the store refuses when that is no longer
    the present one, and saves it with the next. `undoes` is the sequence number of the entry this takes back.
    """

    entities: tuple[Entity, ...]
    label: str
    by: str
    at: datetime
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One entity's part of an entry, as the store's documents; `before` None: it was new."""

    table: Table
    id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One saved change set. `seq` counts from 1 in each unit."""

    seq: int
    at: datetime
    by: str
    label: str
    edits: tuple[Edit, ...]
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A unit as it stands: its own records, the roster, and what others wrote about it (`oversight`).

    `token` changes whenever any of it changed; `read_only` tells why nothing can be written, '' where it can;
    `reports` are codes of what the store noticed and mended while reading.
    """

    unit: Unit
    members: tuple[Member, ...]
    records: tuple[Record, ...]
    oversight: tuple[Record, ...]
    seq: int
    token: str
    read_only: str = ""
    reports: tuple[str, ...] = ()


def last_undoable(history: Sequence[Entry]) -> Entry | None:
    """The newest entry that is no undo and was not undone."""
    undone = {entry.undoes for entry in history if entry.undoes is not None}
    for entry in reversed(history):
        if entry.undoes is None and entry.seq not in undone and entry.seq > 1:
            return entry
    return None
