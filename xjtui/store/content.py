"""A state's documents as entities, carried on from one state to the next. Where states come from is `book`'s."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import compress
from operator import is_not, ne

from xjtui.domain.changes import Entity, Table
from xjtui.store.codec import from_doc, from_docs
from xjtui.store.image import Lines, State, docs_of, raw_doc


@dataclass(frozen=True, slots=True)
class Content:
    """The entities of each table in the order of their documents; `places`: where each id stands."""

    state: State
    entities: Mapping[Table, tuple[Entity, ...]]
    places: Mapping[Table, Mapping[str, int]]

    def find(self, table: Table, key: str) -> Entity | None:
        """The entity of that id."""
        at = self.places[table].get(key)
        return None if at is None else self.entities[table][at]


def content_of(state: State, old: Content | None) -> Content:
    """The content of a state; of what `old` holds already, only changed documents are parsed. DamagedError."""
    if old is not None and old.state is state:
        return old
    if old is None:
        with _no_collection():
            entities = {table: from_docs(table, docs_of(lines)) for table, lines in state.tables.items()}
        return Content(state, entities, {table: _places(kept) for table, kept in entities.items()})
    entities = {
        table: _carried(table, lines, old.state.tables[table], old.entities[table])
        for table, lines in state.tables.items()
    }
    places = {table: _moved(kept, old.entities[table], old.places[table]) for table, kept in entities.items()}
    return Content(state, entities, places)


def _moved(entities: tuple[Entity, ...], before: tuple[Entity, ...], places: Mapping[str, int]) -> Mapping[str, int]:
    """`places` for entities that grew out of `before`: an id never moves, but in a file brought back from damage."""
    if entities is before:
        return places
    if len(entities) < len(before):
        return _places(entities)
    if any(entities[at].id != before[at].id for at in compress(range(len(before)), map(is_not, entities, before))):
        return _places(entities)
    if len(entities) == len(before):
        return places
    return {**places, **{entity.id: at for at, entity in enumerate(entities[len(before) :], len(before))}}


def _places(entities: tuple[Entity, ...]) -> Mapping[str, int]:
    return {entity.id: at for at, entity in enumerate(entities)}


def _carried(table: Table, lines: Lines, before: Lines, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    if lines is before:
        return entities
    if len(lines) < len(before):
        return from_docs(table, docs_of(lines))
    new = list(entities)
    # Most lines are the very same object or equal bytes; finding those that are not is left to C.
    for at in compress(range(len(before)), map(ne, lines, before)):
        new[at] = from_doc(table, json.loads(raw_doc(lines[at])))
    new += (from_doc(table, json.loads(raw_doc(line))) for line in lines[len(before) :])
    return tuple(new)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Thousands of new objects and none to free: the cyclic collector would only look at them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
