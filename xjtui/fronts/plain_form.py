"""A form in plain lines: asks an entry's fields one after another, keeps the draft, saves. Knows no single field."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from enum import StrEnum

from xjtui.desk import Desk, Saved
from xjtui.domain.answers import narrow, read_day
from xjtui.domain.attendance import freeze
from xjtui.domain.entry import Entry, answer, answers_of
from xjtui.domain.fields import Choice, Fault, Field, FieldKind
from xjtui.domain.guide import Action
from xjtui.domain.records import Record
from xjtui.domain.sheet import Sheet
from xjtui.errors import ConflictError, ReadOnlyError, XjtuiError
from xjtui.fronts.lines import EndOfInput, Lines, command_of
from xjtui.words import Words, tell
from xjtui.words.command_plain import PlainWords

MANY = 20
"""More choices than these are listed only when asked for."""

_PEOPLE = frozenset({FieldKind.MEMBER, FieldKind.MEMBERS, FieldKind.PERSON})


class Outcome(StrEnum):
    """How a form ended."""

    SAVED = "saved"
    LEFT = "left"
    QUIT = "quit"


class PlainForm:
    """One form, from its first question until it is saved or left. Each answer is kept in the draft at once."""

    def __init__(self, desk: Desk, unit_id: str, words: Words, lines: Lines) -> None:
        self.desk = desk
        self.unit_id = unit_id
        self.words = words
        self.lines = lines

    @property
    def said(self) -> PlainWords:
        """The wording of plain lines."""
        return self.words.command.plain

    @property
    def sheet(self) -> Sheet:
        """The checklist as it stands."""
        return self.desk.sheet(self.unit_id)

    def open(self, action: Action) -> Outcome:
        """The form of an action, with this person's draft where there is one."""
        entry, draft = self.desk.resume(self.sheet, action)
        if draft is not None:
            self.lines.say(self.said.resumed(self.words.phrases.moment(draft.saved_at)))
        return self.fill(entry)

    def fill(self, entry: Entry) -> Outcome:
        """Asks until the entry is saved, left with `b` at the first question, or given up for now with `q`."""
        if why := self.desk.read_only(self.unit_id):
            # Answers that cannot be kept are not asked for.
            self.lines.say(tell.error(self.words, ReadOnlyError(why, id=self.unit_id)))
            return Outcome.LEFT
        self._head(entry)
        place, repair = 0, frozenset[str]()
        while True:
            asked = entry.asked()
            if repair:
                place = next((n for n in range(place, len(asked)) if asked[n].key in repair), len(asked))
            if place >= len(asked):
                entry, result = self._save(entry)
                if isinstance(result, Outcome):
                    return result
                place, repair = 0, result
                continue
            field = asked[place]
            try:
                reply = self._ask(entry, field, place + 1, len(asked))
            except EndOfInput:
                self._keep(entry)
                raise
            match command_of(reply):
                case "q":
                    if self._keep(entry):
                        self.lines.say(self.said.draft_kept)
                    return Outcome.QUIT
                case "b":
                    if place == 0:
                        if self._keep(entry):
                            self.lines.say(self.said.draft_kept if entry.touched else self.said.form_left)
                        return Outcome.LEFT
                    place, repair = place - 1, frozenset[str]()
                case "?":
                    self._help(entry, field)
                case "s":
                    self._so_far(entry)
                case _:
                    taken = self._take(entry, field, reply)
                    if taken is not None:
                        entry, place = taken, place + 1

    # -- questions -------------------------------------------------------------------------------------------------

    def _head(self, entry: Entry) -> None:
        form, sheet = entry.form, self.sheet
        title = tell.item_title(self.words, sheet, form.item)
        self.lines.say("", f"{title} · {self.words.terms.kind[form.kind]}")
        for record_id, sentence in ((form.record, self.said.editing), (form.about, self.said.about)):
            record = sheet.situation.record(record_id) if record_id else None
            if record is not None:
                self.lines.say(sentence(tell.record_line(self.words, record, sheet.situation)))
        self.lines.say(self.said.form_keys)

    def _ask(self, entry: Entry, field: Field, step: int, of: int) -> str:
        label = tell.label(self.words, entry.form, field)
        self.lines.say("", self.said.step(step, of, label, field.required))
        choices = self._choices(entry, field)
        if len(choices) <= MANY:
            self._list(field, choices)
        else:
            self.lines.say(self.said.many_choices(len(choices)))
        if kept := entry.raw(field):
            self.lines.say(self.said.enter_keeps(self._readable(field, kept)))
        elif not field.required:
            self.lines.say(self.said.enter_skips)
        return self.lines.ask("> ").strip()

    def _choices(self, entry: Entry, field: Field) -> tuple[Choice, ...]:
        if field.kind is not FieldKind.ATTENDANCE:
            return field.choices
        situation = self.sheet.situation
        should, _ = freeze(situation.members, self._day(entry))
        return tuple(Choice(member, situation.name(member)) for member in should)

    def _day(self, entry: Entry) -> date:
        field, reading = entry.form.field("day"), self.desk.reading(self.sheet)
        found = read_day(field, entry.raw(field), reading) if field is not None else None
        return found if isinstance(found, date) else self.sheet.situation.today

    def _list(self, field: Field, choices: tuple[Choice, ...]) -> None:
        for number, one in enumerate(choices, 1):
            self.lines.say(f"  {number} {tell.choice(self.words, field, one)}")

    def _help(self, entry: Entry, field: Field) -> None:
        sheet = self.sheet
        for text in (tell.help_text(self.words, entry.form, field), tell.how(self.words, field)):
            if text:
                self.lines.say(text)
        item = sheet.situation.plan.item(entry.form.item)
        if item is not None:
            self.lines.say(self.said.clause(item.clause.of(self.words.language), self.words.terms.basis[item.basis]))
        choices = self._choices(entry, field)
        if len(choices) > MANY:
            self._list(field, choices)
        self.lines.say(self.said.form_help)

    def _so_far(self, entry: Entry) -> None:
        for field in entry.asked():
            label = tell.label(self.words, entry.form, field)
            value = self._readable(field, entry.raw(field)) or self.said.empty
            self.lines.say(f"{label}{self.words.phrases.colon}{value}")

    def _readable(self, field: Field, raw: str) -> str:
        """A raw answer with keys as their labels; a text as it was typed."""
        labels = {choice.key: tell.choice(self.words, field, choice) for choice in field.choices}
        match field.kind:
            case FieldKind.CHOICE | FieldKind.MEMBER | FieldKind.PERSON:
                return labels.get(raw, raw)
            case FieldKind.CHOICES | FieldKind.MEMBERS:
                keys = re.findall(r'[^\[\]",，、\s]+', raw)
                return self.words.phrases.joiner.join(labels.get(key, key) for key in keys)
            case FieldKind.YES:
                return {"yes": self.words.terms.yes, "no": self.words.terms.no}.get(raw, raw)
            case FieldKind.DAY if narrow(raw) == "today":
                return self.sheet.situation.today.isoformat()
            case FieldKind.ATTENDANCE if raw == "all":
                return self.words.phrases.everyone_present
            case _:
                return raw

    # -- answers ---------------------------------------------------------------------------------------------------

    def _take(self, entry: Entry, field: Field, reply: str) -> Entry | None:
        """The entry with the answer, None where it has to be asked again; what was typed stays in the draft."""
        if not reply and entry.raw(field):
            reply = entry.raw(field)
        elif command_of(reply) == "-":
            reply = ""
        else:
            reply = self._by_number(entry, field, reply.removeprefix("\\"))
        answered = answer(entry, field.key, reply, self.desk.reading(self.sheet))
        self._keep(answered.entry)
        if answered.fault is not None:
            self.lines.say(tell.fault(self.words, answered.fault, entry.form, self.sheet))
            return None
        return answered.entry

    def _by_number(self, entry: Entry, field: Field, reply: str) -> str:
        """People may be named by the number that was shown; other choices the domain knows by number itself."""
        if field.kind is FieldKind.ATTENDANCE:
            choices = self._choices(entry, field)
            first = re.compile(r"^\s*(\d+)(?=[\s=＝])")
            parts = re.split(r"([;；\n]+)", reply)
            return "".join(first.sub(lambda found: _named(found.group(1), choices), part) for part in parts)
        if field.kind not in _PEOPLE or not field.choices:
            return reply
        parts = [part for part in re.split(r"[,，、;；\s]+", narrow(reply)) if part]
        if field.kind is not FieldKind.MEMBERS and len(parts) > 1:
            return reply
        if not parts or not all(part.isascii() and part.isdigit() for part in parts):
            return reply
        return ",".join(_named(part, field.choices) for part in parts)

    def _keep(self, entry: Entry) -> bool:
        """Keeps the draft; False, and the reason told, where it could not be kept."""
        try:
            self.desk.keep_draft(self.unit_id, entry)
        except XjtuiError as error:
            self.lines.say(tell.error(self.words, error))
            return False
        return True

    # -- saving ----------------------------------------------------------------------------------------------------

    def _save(self, entry: Entry) -> tuple[Entry, Outcome | frozenset[str]]:
        """Saves; with the outcome when that is settled, else with the fields to ask again (none named: all)."""
        try:
            made = self.desk.save(self.unit_id, entry)
        except ConflictError as error:
            self._conflict(entry, error)
            return self._again(entry, error)
        except XjtuiError as error:
            return self._again(entry, error)
        if isinstance(made, Saved):
            self.desk.drop_draft(self.unit_id, entry)
            self.lines.say(self.said.saved(tell.record_line(self.words, made.record, made.sheet.situation)))
            return entry, Outcome.SAVED
        return self._faulty(entry, made)

    def _faulty(self, entry: Entry, faults: tuple[Fault, ...]) -> tuple[Entry, frozenset[str]]:
        shown = {field.key for field in entry.asked()}
        for fault in faults:
            self.lines.say(tell.fault(self.words, fault, entry.form, self.sheet))
        # An answer to a question that is no longer asked can only be dropped.
        answers = {key: raw for key, raw in entry.answers.items() if key in shown or entry.form.field(key) is not None}
        return replace(entry, answers=answers), frozenset(fault.key for fault in faults) & shown

    def _again(self, entry: Entry, error: XjtuiError) -> tuple[Entry, Outcome | frozenset[str]]:
        """Not saved: the text is kept, and the user says whether to try once more or to leave it as a draft."""
        kept = self._keep(entry)
        self.lines.say(tell.error(self.words, error), self.said.not_saved)
        if command_of(self.lines.ask(self.said.try_again)) in ("", "1"):
            return self._save(entry)
        if kept:
            self.lines.say(self.said.draft_kept)
        return entry, Outcome.LEFT

    def _conflict(self, entry: Entry, error: ConflictError) -> None:
        """Shows the two versions side by side, field by field where they differ."""
        current = error.facts.get("current", {})
        other = current.get(entry.form.record) if isinstance(current, dict) else None
        if not isinstance(other, Record):
            return
        theirs = answers_of(other)
        for field in entry.form.fields:
            mine, other_raw = entry.raw(field), theirs.get(field.key, "")
            if mine != other_raw:
                label = tell.label(self.words, entry.form, field)
                self.lines.say(self.said.versions(label, self._readable(field, mine), self._readable(field, other_raw)))


def _named(number: str, choices: tuple[Choice, ...]) -> str:
    place = int(number)
    return choices[place - 1].key if 1 <= place <= len(choices) else number
