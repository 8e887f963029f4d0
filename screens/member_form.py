"""The form of one member: new, details, exemption, leaving. It looks and works as the entry form does."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widget import Widget

from screens.actions import BACK, HELP, Act
from screens.base import bar_read_only
from screens.field_row import FieldRow
from screens.member_fields import Purpose, entry_of, exempted, faults_of, member_of, unexempted
from screens.more import MoreScreen
from screens.widgets.block import Block
from screens.widgets.controls import Changed, Done
from screens.widgets.lines import line
from screens.widgets.rows import Row, Rows
from xjtui.domain.entry import Entry, answer, review
from xjtui.domain.fields import Fault, FaultCode
from xjtui.domain.people import Exemption, Member
from xjtui.words import tell

PAUSE = 0.8
"""Seconds without a key after which a draft is kept, as in the entry form."""


class MemberScreen(MoreScreen):
    """Its result is the member as saved, None when it was left; what was typed is then a draft."""

    CSS_PATH = "member_form.tcss"
    AUTO_FOCUS = ""
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("next-field", ("tab",), lambda w: w.acts.next_field, footer=1, menu=False),
        Act("save", ("f2", "ctrl+s"), lambda w: w.acts.save, footer=2, bar=bar_read_only),
        BACK,
        replace(HELP, keys=("f1",)),
    )

    def __init__(self, purpose: Purpose, member: Member | None = None, place: int | None = None) -> None:
        super().__init__()
        self.purpose = purpose
        self.member = member
        self.place = place
        self.entry: Entry
        self.rows: list[FieldRow] = []
        self._timer: Timer | None = None

    def acts(self) -> tuple[Act, ...]:
        """Letters belong to what is typed here."""
        return self.ACTS

    def heading(self) -> str:
        """What is done, with whom."""
        said, name = self.more.member, self.member.name if self.member else ""
        match self.purpose:
            case Purpose.ADD:
                return said.new
            case Purpose.EDIT:
                return said.edit(name)
            case Purpose.EXEMPT:
                return said.exempt(name)
            case Purpose.TRANSFER:
                return said.transfer(name)

    @property
    def exemption(self) -> Exemption | None:
        """The exemption that is changed."""
        if self.member is None or self.place is None:
            return None
        return self.member.exemptions[self.place]

    # -- building ----------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The fields, the buttons, help for the field under the cursor."""
        self.entry = self._fresh()
        self._resume()
        reading = self.desk.reading(self.sheet)
        self.rows = [
            FieldRow(field, self.entry.form, self.words, reading, self.entry.raw(field), n)
            for n, field in enumerate(self.entry.form.fields)
        ]
        with VerticalScroll(id="fields", can_focus=False):
            yield from self.rows
            yield Rows(self._buttons(), columns=2, wrap_ends=False, id="buttons")
        yield Block(id="field-help")

    def _fresh(self) -> Entry:
        entry = entry_of(self.sheet.situation, self.purpose, self.member, self.place)
        # One draft for each exemption, besides one for each purpose.
        about = f"{entry.form.about}{'' if self.place is None else self.place}"
        return replace(entry, form=replace(entry.form, about=about))

    def _resume(self) -> None:
        from xjtui.desk import draft_key

        draft = self.desk.drafts(self.unit_id).get(draft_key(self.entry))
        if draft is not None:
            known = {field.key for field in self.entry.form.fields}
            typed = {key: raw for key, raw in draft.answers.items() if key in known}
            self.entry = replace(self.entry, answers={**self.entry.answers, **typed})
            self.call_after_refresh(self.say, self.w.form.resumed(draft.saved_at))

    def _buttons(self) -> list[Row]:
        rows = [Row("save", line(f"[ {self.w.form.save} ]"))]
        if self.exemption is not None:
            rows.append(Row("remove", line(f"[ {self.more.member.drop_exemption} ]")))
        return rows

    def on_mount(self) -> None:
        """Starts in the first empty field that must be filled."""
        first = next((row for row in self.rows if row.field.required and not row.raw), self.rows[0])
        self.call_after_refresh(first.take_focus)

    def refresh_facts(self) -> None:
        """Labels and choices anew; everything typed stays."""
        form = self._fresh().form
        self.entry = replace(self.entry, form=form)
        for row, field in zip(self.rows, form.fields, strict=True):
            row.retell(field, form, self.words, self.desk.reading(self.sheet))
        self.query_one("#buttons", Rows).fill(self._buttons())
        self.show_help()

    # -- fields ------------------------------------------------------------------------------------------------------

    def row_of(self, widget: Widget | None) -> FieldRow | None:
        """The field a widget belongs to."""
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parent if isinstance(widget.parent, Widget) else None
        return widget

    def settle(self, row: FieldRow) -> None:
        """Hands an answer to the core and shows what it says."""
        if not row.touched and row.field.key not in self.entry.answers:
            return
        raw = row.raw if row.touched else self.entry.raw(row.field)
        taken = answer(self.entry, row.field.key, raw, self.desk.reading(self.sheet))
        self.entry = taken.entry
        self.show_fault(row, taken.fault)

    def show_fault(self, row: FieldRow, fault: Fault | None, text: str = "") -> None:
        """Below its field."""
        said = text or (tell.fault(self.words, fault, self.entry.form, self.sheet) if fault else "")
        row.show_fault(fault, said)

    def collect(self) -> Entry:
        """The entry with what stands in the controls just now."""
        entry = self.entry
        for row in self.rows:
            if row.touched and entry.answers.get(row.field.key) != row.raw:
                entry = entry.put(row.field.key, row.raw)
        return entry

    def show_help(self) -> None:
        """Help for the field under the cursor."""
        row, w = self.row_of(self.focused), self.w.form
        block = self.query_one("#field-help", Block)
        if row is None:
            block.show([line((self.w.acts.save.help, "note"))])
            return
        what = line((tell.help_text(self.words, row.form, row.field), "note"))
        if not row.field.required:
            what = (*what, *line((f"（{w.optional}）" if self.language == "zh" else f" ({w.optional})", "dim")))
        block.show([what, line((row.keys_text(), "dim"))])

    # -- events ------------------------------------------------------------------------------------------------------

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Help follows the cursor."""
        self.show_help()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field that is left is checked at once."""
        row = self.row_of(event.widget)
        if row is not None and self.is_attached:
            self.settle(row)

    @on(Changed)
    def _typed(self, message: Changed) -> None:
        message.stop()
        row = self.row_of(message._sender if isinstance(message._sender, Widget) else None)
        if row is None:
            return
        if message.settled:
            self.settle(row)
        elif row.fault is not None:
            row.show_fault(None)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self.keep_now)

    @on(Done)
    def _done(self, message: Done) -> None:
        message.stop()
        self.focus_next()

    @on(Rows.Chosen, "#buttons")
    def _pressed(self, message: Rows.Chosen) -> None:
        message.stop()
        with self.errors():
            if message.row.key == "save":
                self.do_save()
            elif self.exemption is not None and self.member is not None:
                self._store(unexempted(self._current(), self.exemption))

    def on_key(self, event: events.Key) -> None:
        """Up and down go to the neighbouring field where the control does not want them."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            (self.focus_previous if event.key == "up" else self.focus_next)()

    # -- drafts ------------------------------------------------------------------------------------------------------

    def _keep(self) -> bool:
        entry = self.collect()
        self.desk.keep_draft(self.unit_id, entry)
        return entry.touched

    def keep_now(self) -> None:
        """Keeps what is typed when the keys rest."""
        self._timer = None
        with self.errors():
            self._keep()

    def before_leaving(self) -> None:
        """The line may be cut."""
        if self.rows:
            self._keep()

    def do_back(self) -> None:
        """Back; what was typed stays as a draft."""
        with self.errors():
            if self._keep():
                self.say(self.w.form.draft_kept)
        self.leave(None)

    def do_next_field(self) -> None:
        """Only reached where Tab finds nothing to go to."""
        self.focus_next()

    # -- saving ------------------------------------------------------------------------------------------------------

    def _current(self) -> Member:
        """The member as stored now: others may have written meanwhile."""
        assert self.member is not None
        return self.sheet.situation.member(self.member.id) or self.member

    def do_save(self) -> None:
        """All faults at once, or the member."""
        for row in self.rows:
            self.settle(row)
        found = review(self.entry, self.desk.reading(self.sheet))
        faults = {fault.key: "" for fault in found.faults}
        by_key = {fault.key: fault for fault in found.faults}
        between = faults_of(self.words, self.sheet.situation, self.purpose, self.member, found.values)
        faults.update({key: text for key, text in between.items() if key not in faults})
        if faults:
            self._show_faults(faults, by_key)
            return
        changed = frozenset(key for key, raw in self.entry.answers.items() if raw != self.entry.given.get(key, ""))
        # A default that was left standing is an answer too.
        changed |= {field.key for field in self.entry.form.fields if field.key not in self.entry.answers}
        if self.purpose is Purpose.EXEMPT:
            self._store(exempted(self._current(), found.values, self.exemption))
        else:
            base = self._current() if self.member is not None else None
            self._store(member_of(self.purpose, base, found.values, changed, self.desk.ids()))

    def _show_faults(self, faults: dict[str, str], by_key: dict[str, Fault]) -> None:
        wrong = [row for row in self.rows if row.field.key in faults]
        for row in wrong:
            key = row.field.key
            self.show_fault(row, by_key.get(key) or Fault(key, FaultCode.REQUIRED), faults[key])
        self.say(self.w.form.faults(len(faults)), "warning")
        wrong[0].take_focus()

    def _store(self, member: Member) -> None:
        self.desk.save_members(self.unit_id, (member,), f"members:{self.purpose}")
        self.desk.drop_draft(self.unit_id, self.entry)
        if self._timer is not None:
            self._timer.stop()
        self.leave(member)
