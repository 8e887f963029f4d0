"""The roster: who is on it, freed from what, how they attended; sorted, searched. What can be done: `roster_deeds`."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from screens.actions import BACK, HELP, Act
from screens.columns import NOTHING, Column, fitted, heading_of, row_of
from screens.roster_deeds import (
    ADD,
    BRING_IN,
    EDIT,
    EXEMPT,
    FIND,
    OPEN,
    ORDER,
    TAKE_BACK,
    TRANSFER,
    RosterDeeds,
)
from screens.roster_rows import Membership, Person, Sort, called, counts, matching, ordered, rows
from screens.widgets.block import Block
from screens.widgets.lines import Line, Span, Tone, line, spread
from screens.widgets.quiet import QuietLine
from screens.widgets.rows import Row, Rows
from xjtui.domain.people import Standing
from xjtui.words import tell
from xjtui.words.screen_roster import Tallied

COLUMNS = (
    Column("name", 8, share=2),
    Column("standing", 9),
    Column("duty", 4, share=3),
    Column("leader", 4),
    Column("joined", 7),
    Column("left", 7),
    Column("exemption", 8),
    Column("attended", 6, right=True),
    Column("lectured", 5, right=True),
)


class RosterScreen(RosterDeeds):
    """Sorted and filtered; nobody is deleted."""

    ACTS: ClassVar[tuple[Act, ...]] = (OPEN, ADD, FIND, ORDER, EDIT, EXEMPT, TRANSFER, TAKE_BACK, BRING_IN)
    AUTO_FOCUS = "#people"
    CSS_PATH = "roster.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.sort = Sort.ROSTER
        self.people: dict[str, Person] = {}

    def acts(self) -> tuple[Act, ...]:
        """While one types what to find, the keys belong to the line."""
        find = self.query("#find")
        return (BACK, replace(HELP, keys=("f1",))) if find and find.first().has_focus else super().acts()

    def heading(self) -> str:
        """The screen's name."""
        return self.more.roster.title

    def body(self) -> ComposeResult:
        """Figures, search, table, and the person under the cursor."""
        yield Block(id="counts", fold=False)
        yield QuietLine(id="find")
        yield Block(id="head", fold=False)
        yield Rows(id="people")
        yield Block(id="about")

    @property
    def person(self) -> Person | None:
        """Whom the cursor stands on."""
        row = self.query_one("#people", Rows).current
        return self.people.get(row.key) if row else None

    # -- drawing -----------------------------------------------------------------------------------------------------

    def refresh_facts(self) -> None:
        """Figures, table and person anew; the cursor stays with its person."""
        said_, today = self.more.roster, self.sheet.situation.today
        everyone = rows(self.sheet)
        self.people = {person.member.id: person for person in everyone}
        find = self.query_one(QuietLine)
        find.hint(said_.filter)
        wanted = find.value if find.wanted else ""
        found = ordered(matching(everyone, wanted, {key: self._told(p) for key, p in self.people.items()}), self.sort)
        n = counts(everyone, today)
        figures = Tallied(n.current, n.should, n.exempt, n.probationary, n.applicants, n.gone)
        right = said_.shown(len(found), len(everyone)) if wanted else said_.sorted_by(said_.sort[self.sort])
        room = max(20, self.size.width - 2)
        self.query_one("#counts", Block).show(
            [spread(line((said_.counts(figures), "head")), line((right, "dim")), room)]
        )
        cells = max(40, self.size.width - 3)
        told = {person.member.id: self._cells(person) for person in everyone}
        columns = fitted(COLUMNS, said_.head, told.values())
        self.query_one("#head", Block).show([heading_of(columns, cells, said_.head)])
        table = self.query_one("#people", Rows)
        table.empty = line((f"  {said_.no_match if wanted else said_.empty}", "dim"))
        table.fill([Row(p.member.id, row_of(columns, cells, told[p.member.id])) for p in found])
        self._show_person()

    def _cells(self, person: Person) -> dict[str, Span]:
        said_, member = self.more.roster, person.member
        faint: Tone = "weak" if person.membership in (Membership.GONE, Membership.COMING) else ""
        exemption: Span = ("", "")
        if person.exemption is not None:
            exemption = (said_.scopes[person.exemption.scope], "note")
        if person.unapproved:
            exemption = (said_.unapproved, "warn")
        whole = person.attended.whole
        lectured: Span = (NOTHING, "weak")
        if person.lectured is not None:
            lectured = ("[x]", "good") if person.lectured else ("[ ]", "")
        standing: Tone = "" if member.standing is Standing.FULL else "note"
        return {
            "name": (called(member, self.sheet), faint or "head"),
            "standing": (said_.short[member.standing], faint or standing),
            "duty": (member.duty, faint),
            "leader": (self.words.terms.yes if member.leader else "", faint),
            "joined": (self.short_day(member.joined), faint),
            "left": (self.short_day(member.left), faint),
            "exemption": exemption,
            "attended": (f"{person.attended.part}/{whole}", faint) if whole else (NOTHING, "weak"),
            "lectured": lectured,
        }

    def _told(self, person: Person) -> str:
        """What a search looks in."""
        said_, member = self.more.roster, person.member
        marks = [self.words.terms.standing[member.standing], said_.short[member.standing], member.duty, member.origin]
        marks += [said_.membership[person.membership], member.note, member.id]
        marks += [said_.leader] if member.leader else []
        marks += [self.words.terms.scope[e.scope] + e.reason for e in member.exemptions]
        return " ".join((member.name, *marks))

    def _show_person(self) -> None:
        person = self.person
        self.query_one("#about", Block).show(self._about(person) if person else [])

    def _about(self, person: Person) -> list[Line]:
        said_, member, today = self.more.roster, person.member, self.sheet.situation.today
        terms = self.words.terms
        facts = [terms.standing[member.standing], member.duty, said_.leader if member.leader else "", member.origin]
        if member.joined:
            facts.append(said_.joined(tell.day(self.words, member.joined, today)))
        if member.left:
            facts.append(said_.left(tell.day(self.words, member.left, today)))
        if person.membership in (Membership.APPLICANT, Membership.COMING):
            facts.append(said_.membership[person.membership])
        done = said_.no_session
        if person.attended.whole:
            done = said_.attended(person.attended.part, person.attended.whole, person.made_up)
        told = {None: said_.not_asked, True: said_.lectured, False: said_.not_lectured}
        spoke = told[person.lectured]
        lines = [
            line((called(member, self.sheet), "head"), "  " + " · ".join(fact for fact in facts if fact)),
            line(f"{done} · {spoke}"),
        ]
        for one in member.exemptions:
            until = tell.day(self.words, one.until, today) if one.until else ""
            span = said_.since(tell.day(self.words, one.since, today), until)
            approved: Span = (said_.valid(one.approver), "") if one.approver else (said_.not_valid, "warn")
            lines.append(line(f"{terms.scope[one.scope]}{self.words.phrases.colon}{one.reason} · {span} · ", approved))
        if member.note:
            lines.append(line((member.note, "dim")))
        return lines

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The person under the cursor."""
        message.stop()
        self._show_person()

    def on_resize(self, event: events.Resize) -> None:
        """Columns follow the width."""
        if self.is_mounted:
            self.redraw()

    # -- search and order --------------------------------------------------------------------------------------------

    def do_roster_find(self) -> None:
        """Opens the search line."""
        find = self.query_one(QuietLine)
        find.begin(find.value)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys while one types."""
        if self.is_mounted:
            self.draw_footer()

    def on_input_changed(self, message: Input.Changed) -> None:
        """The table follows the typing."""
        message.stop()
        self.refresh_facts()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """On to the people found."""
        message.stop()
        self.query_one("#people", Rows).focus()

    def on_key(self, event: events.Key) -> None:
        """From the search line down to the people."""
        if event.key == "down" and self.query_one(QuietLine).has_focus:
            event.stop()
            event.prevent_default()
            self.query_one("#people", Rows).focus()

    def do_back(self) -> None:
        """Ends a search first, then leaves."""
        find = self.query_one(QuietLine)
        if not find.wanted:
            self.leave()
            return
        self.query_one("#people", Rows).focus()
        find.end()
        self.refresh_facts()

    def do_roster_order(self) -> None:
        """The next order."""
        sorts = tuple(Sort)
        self.sort = sorts[(sorts.index(self.sort) + 1) % len(sorts)]
        self.refresh_facts()
