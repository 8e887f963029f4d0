"""From JSON values to the raw answers a form takes, as if they had been typed. What they mean is read by the domain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xjtui.domain.answers import raw_of
from xjtui.domain.fields import Field, FieldKind, Form
from xjtui.errors import InputError

_LISTS = frozenset({FieldKind.CHOICES, FieldKind.MEMBERS, FieldKind.PAIRS})
_OBJECTS = frozenset({FieldKind.ATTENDANCE, FieldKind.ASSIGNMENTS})


def answers_from(form: Form, values: Mapping[str, Any]) -> dict[str, str]:
    """Raw answers by field key. `{"parts": {"head": …}}` is the same as `{"parts.head": …}`, as records show them.

    An unknown field is passed on: the form says so itself. InputError where a value is of a type the field cannot be.
    """
    answers: dict[str, str] = {}
    for key, value in values.items():
        if key == "parts" and isinstance(value, Mapping):
            for part, text in value.items():
                answers[f"parts.{part}"] = _raw(form.field(f"parts.{part}"), f"parts.{part}", text)
        else:
            answers[key] = _raw(form.field(key), key, value)
    return answers


def _raw(field: Field | None, key: str, value: Any) -> str:
    if field is None:
        return str(value)
    fits = True
    match value:
        case Mapping():
            fits = field.kind in _OBJECTS
            # Records show who should have come beside the marks; the form takes the marks alone.
            value = value.get("marks", value) if field.kind is FieldKind.ATTENDANCE else value
            if not value and field.kind is FieldKind.ASSIGNMENTS:
                return ""
        case list():
            fits = field.kind in _LISTS
        case bool():
            fits = field.kind is FieldKind.YES
        case float():
            if field.kind is FieldKind.NUMBER and value.is_integer():
                value = int(value)
        case _:
            pass
    if not fits:
        raise InputError("json_type", field=key, value=str(value)[:60], kind=field.kind.value)
    return raw_of(value)
