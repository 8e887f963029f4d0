"""The questions about a member as a form of the core, and the member that the answers make. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from xjtui.domain.answers import raw_of
from xjtui.domain.entry import Entry
from xjtui.domain.fields import Choice, Field, FieldKind, Form
from xjtui.domain.people import Exemption, Member, Scope, Standing, bare
from xjtui.domain.records import Kind
from xjtui.domain.situation import Situation
from xjtui.domain.text import Text
from xjtui.words import LANGUAGES, Words, words_for

DRAFT = "members"
"""Stands for the item in the drafts of these forms; no plan has such a key."""


class Purpose(StrEnum):
    """What the form is for: a new person, the details, an exemption, leaving."""

    ADD = "add"
    EDIT = "edit"
    EXEMPT = "exempt"
    TRANSFER = "transfer"


def _text(group: str, key: str) -> Text:
    by_language: dict[str, str] = {}
    for language in LANGUAGES:
        words = words_for(language)
        found: Mapping[Any, str] = getattr(
            words.screen.more.member if group in ("label", "help") else words.terms, group
        )
        by_language[language] = found[key]
    return Text(by_language)


def _field(key: str, kind: FieldKind = FieldKind.LINE, required: bool = False, **more: Any) -> Field:
    return Field(key, kind, required, _text("label", key), _text("help", key), **more)


def form_of(situation: Situation, purpose: Purpose, member: Member | None) -> Form:
    """The form for a purpose."""
    match purpose:
        case Purpose.ADD | Purpose.EDIT:
            standings = tuple(Choice(one, _text("standing", one)) for one in Standing)
            left = (_field("left", FieldKind.DAY),) if purpose is Purpose.EDIT else ()
            fields: tuple[Field, ...] = (
                _field("name", required=True, limit=40),
                _field("standing", FieldKind.CHOICE, True, choices=standings, default=Standing.FULL),
                _field("duty", limit=40),
                _field("leader", FieldKind.YES, default="no"),
                _field("joined", FieldKind.DAY),
                *left,
                _field("origin"),
                _field("note"),
            )
        case Purpose.TRANSFER:
            fields = (_field("left", FieldKind.DAY, True, default="today"), _field("note"))
        case Purpose.EXEMPT:
            scopes = tuple(Choice(one, _text("scope", one)) for one in (Scope.LECTURE, Scope.ATTENDANCE, Scope.ALL))
            others = (one for one in situation.everyone() if member is None or one.id != member.id)
            names = tuple(Choice(one.name, one.name) for one in others)
            fields = (
                _field("scope", FieldKind.CHOICE, True, choices=scopes),
                _field("reason", required=True),
                _field("approver", FieldKind.PERSON, choices=names),
                _field("since", FieldKind.DAY, True, default="today"),
                _field("until", FieldKind.DAY),
            )
    return Form(DRAFT, Kind.DOCUMENT, fields, purpose, member.id if member else None)


def entry_of(situation: Situation, purpose: Purpose, member: Member | None, place: int | None = None) -> Entry:
    """The form with what is known; `place` is the exemption that is changed, None for a new one."""
    form = form_of(situation, purpose, member)
    source: object = member
    if purpose is Purpose.EXEMPT:
        source = member.exemptions[place] if member is not None and place is not None else None
    given = {} if source is None else {field.key: raw_of(getattr(source, field.key)) for field in form.fields}
    if purpose is Purpose.TRANSFER and not given.get("left"):
        given.pop("left", None)
    return Entry(form, given, given)


def faults_of(
    words: Words, situation: Situation, purpose: Purpose, member: Member | None, values: Mapping[str, Any]
) -> dict[str, str]:
    """What is wrong between answers that are each right, by field, as sentences."""
    said = words.screen.more.member
    found: dict[str, str] = {}
    name = values.get("name")
    if name and any(
        bare(other.name) == bare(name) and other.removed is None and (member is None or other.id != member.id)
        for other in situation.members
    ):
        found["name"] = said.same_name(name)
    joined = values.get("joined") if purpose is not Purpose.TRANSFER else member.joined if member else None
    left = values.get("left")
    if isinstance(joined, date) and isinstance(left, date) and left <= joined:
        found["left"] = said.left_before_joined
    since, until = values.get("since"), values.get("until")
    if isinstance(since, date) and isinstance(until, date) and until < since:
        found["until"] = said.until_before_since
    if member is not None and situation.same_person(member.id, values.get("approver") or ""):
        found["approver"] = said.self_approved
    return found


_EMPTY: Mapping[str, Any] = {"duty": "", "leader": False, "joined": None, "left": None, "origin": "", "note": ""}


def member_of(
    purpose: Purpose, member: Member | None, values: Mapping[str, Any], changed: frozenset[str], new_id: str
) -> Member:
    """The member with the answers; only what was `changed` is written, so that others' changes beside it stay."""
    if purpose is Purpose.EXEMPT:
        raise ValueError("an exemption is made by exempted()")
    base = member or Member(new_id, values["name"])
    every = {**_EMPTY, **values}
    keys = changed if member is not None else frozenset(values)
    written = {key: every[key] for key in keys if key in every}
    if "standing" in written:
        written["standing"] = Standing(written["standing"])
    return replace(base, **written)


def exempted(member: Member, values: Mapping[str, Any], old: Exemption | None) -> Member:
    """The member with an exemption, in the place of the `old` one."""
    made = Exemption(
        Scope(values["scope"]), values["reason"], values.get("approver") or "", values["since"], values.get("until")
    )
    kept = tuple(one for one in member.exemptions if one != old)
    return replace(member, exemptions=(*kept, made))


def unexempted(member: Member, old: Exemption) -> Member:
    """The member without an exemption that was entered by mistake; the history keeps it."""
    return replace(member, exemptions=tuple(one for one in member.exemptions if one != old))
