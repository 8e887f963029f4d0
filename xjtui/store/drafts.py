"""Half-filled forms, one small file a writer. Not part of a unit's data: no history, and nobody else reads them."""

# Paths are plain text in the store: a Path costs more than the system call it is made for.
# ruff: noqa: PTH118

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from datetime import datetime

from xjtui.domain.records import Kind
from xjtui.store import disk
from xjtui.store.base import Draft
from xjtui.store.codec import Doc, dump, moment, text
from xjtui.store.failures import told
from xjtui.store.recovery import set_aside
from xjtui.store.system import System

FOLDER = "drafts"
_SCHEMA = 1


class DraftFile:
    """The drafts of one writer for one unit, in `folder` of that unit."""

    def __init__(self, system: System, folder: str, stem: str, of: str, patience: float) -> None:
        self._system = system
        self._folder = folder
        self._path = os.path.join(folder, f"{stem}.json")
        self._lock = os.path.join(folder, f"{stem}.lock")
        self._of = of
        self._patience = patience

    def load(self) -> Mapping[str, Draft]:
        """The drafts by key; those this version cannot read are left out. RefusedError."""
        with told(self._of, writing=False):
            docs, _ = self._read()
        drafts: dict[str, Draft] = {}
        for key, doc in docs.items():
            try:
                drafts[key] = draft_from_doc(doc)
            except (KeyError, TypeError, ValueError, AttributeError):
                continue
        return drafts

    def save(self, key: str, draft: Draft) -> None:
        """Keeps a draft. BusyError, ReadOnlyError, RefusedError."""
        doc = draft_to_doc(draft, key)
        with told(self._of, writing=True):
            disk.make_folder(self._system, self._folder)
            self._change(lambda docs: {**docs, key: doc})

    def drop(self, key: str) -> None:
        """Forgets a draft. Nothing is written where there is none."""
        with told(self._of, writing=True):
            if key in self._read()[0]:
                self._change(lambda docs: {kept: doc for kept, doc in docs.items() if kept != key})

    def _change(self, change: Callable[[Mapping[str, Doc]], Mapping[str, Doc]]) -> None:
        with disk.locked(self._system, self._lock, self._of, self._patience):
            docs, foreign = self._read()
            if foreign:
                set_aside(self._system, self._path, foreign)
            data = dump({"schema": _SCHEMA, "drafts": change(docs)})
            disk.replace_file(self._system, self._path, (data, b"\n"), disk.PRIVATE_MODE)

    def _read(self) -> tuple[Mapping[str, Doc], bytes]:
        """The documents; or none, and the bytes that hold no drafts."""
        data = disk.read_file(self._system, self._path)
        if data is None:
            return {}, b""
        try:
            docs = json.loads(data)["drafts"]
            if not isinstance(docs, dict):
                raise TypeError("drafts")
        except (ValueError, KeyError, TypeError):
            return {}, data
        return docs, b""


def draft_to_doc(draft: Draft, key: str) -> Doc:
    """A draft's document."""
    doc: Doc = {
        "item": draft.item,
        "kind": draft.kind.value,
        "answers": dict(draft.answers),
        "saved_at": moment(draft.saved_at, key),
    }
    if draft.about is not None:
        doc["about"] = draft.about
    if draft.record is not None:
        doc["record"] = draft.record
    return doc


def draft_from_doc(doc: Doc) -> Draft:
    """A draft from its document. KeyError, TypeError or ValueError where it is none."""
    answers = doc["answers"]
    if not isinstance(answers, dict):
        raise TypeError("answers")
    return Draft(
        item=text(doc["item"]),
        kind=Kind(doc["kind"]),
        answers={text(key): text(value) for key, value in answers.items()},
        saved_at=datetime.fromisoformat(doc["saved_at"]),
        about=doc.get("about"),
        record=doc.get("record"),
    )
