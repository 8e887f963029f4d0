"""What an item takes, as JSON: kinds of record, fields, types, choices. For whoever writes `record --json`."""

from __future__ import annotations

from typing import Any

from xjtui.domain.fields import Field, Form
from xjtui.domain.forms import entry_kinds, form_for
from xjtui.domain.records import FOLLOW_UPS, Kind, Record
from xjtui.domain.sheet import Sheet
from xjtui.errors import InputError
from xjtui.words import Words, tell

SCHEMA = "xjtui.record-schema/1"


def schema(sheet: Sheet, key: str, words: Words, kind: Kind | None = None, about: str | None = None) -> dict[str, Any]:
    """Every kind of record that may be entered under an item, follow-ups included; or the one that is named."""
    situation = sheet.situation
    item = situation.plan.item(key)
    assert item is not None
    followed = situation.record(about) if about else None
    if about and followed is None:
        raise InputError("record_unknown", id=about)
    found: list[tuple[Kind, Kind | None]]
    if followed is not None:
        found = [(one, followed.kind) for one in FOLLOW_UPS.get(followed.kind, ())]
    else:
        found = [(one, None) for one in (*entry_kinds(item), Kind.WAIVER)]
        found += [(one, parent) for parent in entry_kinds(item) for one in FOLLOW_UPS.get(parent, ())]
    if kind is not None:
        known = [one.value for one, _ in found]
        found = [pair for pair in found if pair[0] is kind]
        if not found:
            raise InputError("kind_unfit", kind=kind.value, item=key, known=known)
    return {
        "schema": SCHEMA,
        "language": words.language,
        "unit": situation.unit.id,
        "item": item.key,
        "title": item.title.of(words.language),
        "kinds": [_kind(sheet, key, one, parent, followed, words) for one, parent in found],
    }


def _kind(
    sheet: Sheet, key: str, kind: Kind, parent: Kind | None, followed: Record | None, words: Words
) -> dict[str, Any]:
    item = sheet.situation.plan.item(key)
    assert item is not None
    form = form_for(sheet.situation, item, kind, followed)
    return {
        "kind": kind.value,
        "label": words.terms.kind[kind],
        "about": parent.value if parent else None,
        "fields": [_field(form, field, words) for field in form.fields],
    }


def _field(form: Form, field: Field, words: Words) -> dict[str, Any]:
    return {
        "key": field.key,
        "label": tell.label(words, form, field),
        "type": field.kind.value,
        "required": field.required,
        "default": field.default or None,
        "choices": [{"key": one.key, "label": tell.choice(words, field, one)} for one in field.choices],
        "shown_if": {"field": field.shown_if[0], "is": list(field.shown_if[1])} if field.shown_if else None,
        "minimum": field.minimum,
        "limit": field.limit,
        "basis": field.basis.value,
        "help": tell.help_text(words, form, field),
        "how": tell.how(words, field),
    }
