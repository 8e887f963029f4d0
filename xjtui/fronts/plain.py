"""The guide in plain lines: overview, next gap, items, records. It shows and passes on; forms are `plain_form`'s."""

from __future__ import annotations

from xjtui.desk import Desk
from xjtui.domain.guide import Action, Gap, actions, gap_of, next_gap, record_actions, unrated
from xjtui.domain.plan import RatingsRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import Sheet
from xjtui.errors import Exit, XjtuiError
from xjtui.fronts.lines import EndOfInput, Lines, Reader, command_of
from xjtui.fronts.plain_form import Outcome, PlainForm
from xjtui.fronts.plain_roster import PlainRoster
from xjtui.fronts.plain_view import PlainView
from xjtui.words import Words, tell
from xjtui.words.command_plain import PlainWords


def run_plain(desk: Desk, unit_id: str, words: Words, read: Reader | None = None) -> int:
    """Leads through a unit's checklist on plain lines until the user quits; the exit code.

    The end of the input keeps what is half done and ends with `Exit.USAGE`, so that a script notices.
    """
    lines = Lines(words.command.plain.garbled, read)
    try:
        return PlainGuide(desk, unit_id, words, lines).run()
    except EndOfInput:
        lines.say("", words.command.plain.end_of_input)
        return Exit.USAGE


class _Quit(Exception):
    """The user is done."""


class PlainGuide:
    """One person at one unit."""

    def __init__(self, desk: Desk, unit_id: str, words: Words, lines: Lines) -> None:
        self.desk = desk
        self.unit_id = unit_id
        self.words = words
        self.lines = lines
        self.form = PlainForm(desk, unit_id, words, lines)
        self.view = PlainView(desk, unit_id, words, lines)
        self.at: str | None = None

    @property
    def said(self) -> PlainWords:
        """The wording of plain lines."""
        return self.words.command.plain

    @property
    def sheet(self) -> Sheet:
        """The checklist as it stands."""
        return self.desk.sheet(self.unit_id)

    def run(self) -> int:
        """Shows where the unit stands, offers drafts, and takes commands until `q`."""
        self.view.overview()
        if why := self.desk.read_only(self.unit_id):
            self.lines.say(tell.error(self.words, XjtuiError(why, id=self.unit_id)))
        try:
            self._drafts()
            while True:
                self._guarded(self._round)
        except _Quit:
            self.lines.say(self.said.bye)
            return Exit.DONE

    def _guarded(self, step: object) -> None:
        """One step; an error is told, and the walk goes on."""
        assert callable(step)
        try:
            step()
        except XjtuiError as error:
            self.lines.say(tell.error(self.words, error))

    def _round(self) -> None:
        gap = next_gap(self.sheet) if self.at is None else gap_of(self.sheet, self.at) or next_gap(self.sheet)
        self.at = gap.state.item.key if gap else None
        self._tell_reports()
        if gap is None:
            self.lines.say("", self.said.nothing_missing)
        else:
            self.view.gap(gap)
        reply = command_of(self.lines.ask(self.said.menu_prompt))
        match reply:
            case "" if gap is not None:
                self._enter(gap)
            case "n":
                found = next_gap(self.sheet, self.at)
                self.at = found.state.item.key if found else None
            case "l":
                self.view.items()
            case "o":
                self.view.overview()
            case "d":
                self._drafts()
            case "r":
                PlainRoster(self.desk, self.unit_id, self.words, self.lines).run()
            case "t":
                self._look_back()
            case _ if reply.isascii() and reply.isdigit() and 1 <= int(reply) <= len(self.sheet.states):
                self._item(self.sheet.states[int(reply) - 1].item.key)
            case _:
                self._common(reply, self.said.menu_help)

    def _common(self, reply: str, help_lines: tuple[str, ...]) -> None:
        """What can be said anywhere between forms."""
        match reply:
            case "q":
                raise _Quit
            case "s":
                self.view.summary()
            case "u":
                self._undo()
            case "?":
                self.lines.say(*help_lines)
            case _:
                self.lines.say(self.said.not_understood)

    def _tell_reports(self) -> None:
        for _, code in self.desk.reports():
            self.lines.say(tell.error(self.words, XjtuiError(code)))

    # -- does ------------------------------------------------------------------------------------------------------

    def _do(self, action: Action) -> Outcome | None:
        if action.bar is not None:
            self.lines.say(tell.bar(self.words, action.bar))
            return None
        return self._filled(self.form.open(action))

    def _filled(self, outcome: Outcome) -> Outcome:
        if outcome is Outcome.QUIT:
            raise _Quit
        if outcome is Outcome.SAVED:
            total = self.sheet.total
            self.lines.say(self.said.total(total.done, total.of, total.overdue))
        return outcome

    def _enter(self, gap: Gap) -> None:
        if gap.action is not None:
            self._do(gap.action)
        elif gap.blocked_by:
            self.at = gap.blocked_by[0]
            if gap_of(self.sheet, self.at) is None:
                self._item(self.at)
        else:
            self.lines.say(self.said.wait)

    def _undo(self) -> None:
        entry = self.desk.undo(self.unit_id)
        self.lines.say(tell.history_line(self.words, entry, self.sheet.situation.plan))

    def _drafts(self) -> None:
        """Names each draft and offers to go on with it."""
        for draft in tuple(self.desk.drafts(self.unit_id).values()):
            sheet = self.sheet
            title, kind = tell.item_title(self.words, sheet, draft.item), self.words.terms.kind[draft.kind]
            self.lines.say("", self.said.draft(title, kind, self.words.phrases.moment(draft.saved_at)))
            try:
                entry = self.desk.entry_of(sheet, draft)
            except (XjtuiError, KeyError) as error:
                self.lines.say(tell.error(self.words, error) if isinstance(error, XjtuiError) else self.said.draft_lost)
                self.lines.say(*(f"{key}{self.words.phrases.colon}{raw}" for key, raw in draft.answers.items()))
                continue
            match command_of(self.lines.ask(self.said.draft_prompt)):
                case "" | "1":
                    self._filled(self.form.fill(entry))
                case "3":
                    self.desk.drop_draft(self.unit_id, entry)
                    self.lines.say(self.said.draft_dropped)
                case "q":
                    raise _Quit
                case _:
                    continue

    def _look_back(self) -> None:
        """Rates one item after another, until all are rated or the user leaves."""
        keys = [state.item.key for state in self.sheet.states if isinstance(state.item.rule, RatingsRule)]
        if not keys:
            self.lines.say(self.said.no_look_back)
        for key in keys:
            while left := unrated(self.sheet, key):
                self.lines.say("", self.said.to_rate(len(left)))
                self.view.rated(left[0].key)
                if self._do(Action(key, Kind.RATING, presets={"item": left[0].key})) is not Outcome.SAVED:
                    return
            self.lines.say(self.said.all_rated)

    # -- one item --------------------------------------------------------------------------------------------------

    def _item(self, key: str) -> None:
        """An item with what may be done and its records, until `b`."""
        self.at = key
        while (state := self.sheet.state(key)) is not None:
            self.lines.say("", state.item.title.of(self.words.language))
            self.lines.say(state.item.requirement.of(self.words.language))
            self.view.state(state)
            offered = actions(self.sheet, key)
            for number, action in enumerate(offered, 1):
                why = f" ({tell.bar(self.words, action.bar)})" if action.bar else ""
                self.lines.say(f"  {number} {self.view.action(action)}{why}")
            records = self.view.records(state.item.key)
            for number, record in enumerate(records, len(offered) + 1):
                self.lines.say(f"  {number} {tell.record_line(self.words, record, self.sheet.situation)}")
            reply = command_of(self.lines.ask(self.said.item_prompt))
            chosen = int(reply) if reply.isascii() and reply.isdigit() else 0
            if reply in ("", "b", "n"):
                return
            if 1 <= chosen <= len(offered):
                self._do(offered[chosen - 1])
            elif len(offered) < chosen <= len(offered) + len(records):
                self._record(records[chosen - len(offered) - 1].id)
            else:
                self._guarded(lambda said=reply: self._common(said, self.said.item_help))

    def _record(self, record_id: str) -> None:
        """One record: change it, follow it up, void or restore it."""
        record = self.desk.record(self.unit_id, record_id)
        self.lines.say("", tell.record_line(self.words, record, self.sheet.situation))
        offered = [action for action in record_actions(self.sheet, record) if action.bar is None]
        for number, action in enumerate(offered, 1):
            self.lines.say(f"  {number} {self.view.action(action)}")
        last = len(offered) + 1
        self.lines.say(f"  {last} {self.said.restore if record.voided else self.said.void}")
        reply = command_of(self.lines.ask(self.said.record_prompt))
        if reply == str(last):
            self._void(record)
        elif reply.isascii() and reply.isdigit() and 1 <= int(reply) <= len(offered):
            self._do(offered[int(reply) - 1])
        elif reply not in ("", "b"):
            self._common(reply, self.said.item_help)

    def _void(self, record: Record) -> None:
        if record.voided is not None:
            self.desk.restore(self.unit_id, record.id)
            self.lines.say(self.said.restored)
            return
        why = self.lines.ask(self.said.void_why).strip()
        if why and command_of(why) != "b":
            self.desk.void(self.unit_id, record.id, why)
            self.lines.say(self.said.voided)
