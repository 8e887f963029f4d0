"""What can be done with a person on the roster, and with the roster: actions, menu, and the forms they open."""

from __future__ import annotations

from screens.actions import Act
from screens.base import bar_read_only
from screens.dialogs import AskText, Choose
from screens.more import MoreScreen, said
from screens.roster_rows import Membership, Person, called
from screens.widgets.lines import line
from screens.widgets.rows import Row, Rows
from xjtui.domain.people import Member
from xjtui.words import tell

OPEN = Act("roster-open", ("enter",), said(lambda m: m.roster.edit), footer=1, menu=False)
ADD = Act("roster-add", ("a",), said(lambda m: m.roster.add), footer=2, bar=bar_read_only)
BRING_IN = Act("roster-import", ("i",), said(lambda m: m.roster.bring_in), footer=5, bar=bar_read_only)
FIND = Act("roster-find", ("/",), said(lambda m: m.roster.find), footer=3)
ORDER = Act("roster-order", ("o",), said(lambda m: m.roster.order), footer=4)


def _bar_person(screen: RosterDeeds) -> str:
    return bar_read_only(screen) or ("" if screen.person else screen.more.roster.empty)


def _bar_transfer(screen: RosterDeeds) -> str:
    person = screen.person
    if person is not None and person.membership is Membership.GONE:
        return screen.more.roster.gone_already(person.member.name)
    return _bar_person(screen)


EDIT = Act("member-edit", ("e",), said(lambda m: m.roster.change), bar=_bar_person)
EXEMPT = Act("member-exempt", ("x",), said(lambda m: m.roster.exempt), bar=_bar_person)
TRANSFER = Act("member-transfer", ("t",), said(lambda m: m.roster.transfer), bar=_bar_transfer)
TAKE_BACK = Act("member-take-back", ("d", "delete"), said(lambda m: m.roster.take_back), bar=_bar_person)


class RosterDeeds(MoreScreen):
    """The roster without its table: what is done there."""

    @property
    def person(self) -> Person | None:
        """Whom the cursor stands on."""
        raise NotImplementedError

    # -- changing ----------------------------------------------------------------------------------------------------

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """What can be done with the person, and with the roster."""
        message.stop()
        self.do_roster_open()

    def do_roster_open(self) -> None:
        """The menu; for an empty roster only how to begin."""
        said_, person = self.more.roster, self.person
        if person is None:
            self.choose_act(said_.menu, (ADD, BRING_IN))
            return
        acts = (EDIT, EXEMPT, TRANSFER, TAKE_BACK, ADD, BRING_IN, FIND, ORDER)
        self.choose_act(said_.pick(called(person.member, self.sheet)), acts)

    def do_roster_add(self) -> None:
        """An empty form."""
        self._form()

    def do_member_edit(self) -> None:
        """The form of a person."""
        self._form("edit")

    def do_member_exempt(self) -> None:
        """The form of an exemption; where there is one already, which one is meant."""
        person = self.person
        if person is None or not person.member.exemptions:
            self._form("exempt")
            return
        words, today = self.more.member, self.sheet.situation.today
        rows = [Row("", line(words.add_exemption))]
        for place, one in enumerate(person.member.exemptions):
            since = self.more.roster.since(tell.day(self.words, one.since, today), "")
            rows.append(Row(str(place), line(f"{self.words.terms.scope[one.scope]} {one.reason} {since}")))

        def done(answer: str | None) -> None:
            if answer is not None:
                self._form("exempt", int(answer) if answer else None)

        self.app.push_screen(Choose(words.which(person.member.name), rows), done)

    def do_member_transfer(self) -> None:
        """The form of leaving."""
        self._form("transfer")

    def _form(self, what: str = "", place: int | None = None) -> None:
        from screens.member_fields import Purpose
        from screens.member_form import MemberScreen

        member = self.person.member if what and self.person else None
        self.app.push_screen(MemberScreen(Purpose(what or "add"), member, place), self._saved)

    def _saved(self, member: Member | None) -> None:
        if member is not None:
            self.refresh_facts()
            self.query_one("#people", Rows).go_to(member.id)
            self.say(self.more.roster.saved(member.name))

    def do_member_take_back(self) -> None:
        """Asks why, then marks the row as a mistake."""
        person = self.person
        if person is None:
            return
        said_, member = self.more.roster, person.member

        def check(why: str) -> str:
            return "" if why.strip() else self.more.roster.take_back_why

        def done(why: str | None) -> None:
            if why is None:
                return
            with self.errors():
                self.desk.remove_member(self.unit_id, member.id, why.strip())
                self.refresh_facts()
                self.say(said_.taken_back(member.name))

        ask = AskText(said_.take_back_ask(called(member, self.sheet)), said_.take_back_help, check=check)
        self.app.push_screen(ask, done)

    def do_roster_import(self) -> None:
        """The import."""
        from screens.roster_import import ImportScreen

        self.app.push_screen(ImportScreen())
