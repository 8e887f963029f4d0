"""What plain lines show of a unit: overview, gap, item, records, summary. Nothing is asked and nothing is done here."""

from __future__ import annotations

from xjtui.desk import Desk
from xjtui.domain.guide import Action, Gap
from xjtui.domain.records import Record
from xjtui.domain.sheet import Sheet, tally
from xjtui.domain.states import ItemState
from xjtui.fronts.lines import Lines
from xjtui.words import Words, tell
from xjtui.words.command_plain import PlainWords


class PlainView:
    """Says where a unit stands, one fact a line."""

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

    def overview(self) -> None:
        """The unit, the day, all stages, and what is worth noting."""
        sheet = self.sheet
        situation, language = sheet.situation, self.words.language
        total = sheet.total
        self.lines.say(f"{situation.unit.name} · {situation.plan.phase.of(language)}")
        self.lines.say(self.said.today(situation.today, (situation.plan.end - situation.today).days))
        self.lines.say(self.said.total(total.done, total.of, total.overdue))
        for number, stage in enumerate(sheet.stages(), 1):
            found = tally(sheet.of_stage(stage.key))
            self.lines.say(self.said.stage(number, stage.title.of(language), found.done, found.of, found.overdue))
        for note in sheet.notes:
            self.lines.say(self.said.notice(tell.note(self.words, note, sheet)))

    def gap(self, gap: Gap) -> None:
        """The next thing that is missing, and why it is next."""
        sheet, state = self.sheet, gap.state
        title = state.item.title.of(self.words.language)
        self.lines.say("", self.said.next_gap(title, tell.gap(self.words, gap)))
        self.state(state)
        if gap.action is None and gap.blocked_by:
            titles = (tell.item_title(self.words, sheet, key) for key in gap.blocked_by)
            self.lines.say(self.words.phrases.blocked(tell.names(self.words, titles)))

    def state(self, state: ItemState) -> None:
        """How far an item is, what is missing, how to mend it, and its basis."""
        sheet, language = self.sheet, self.words.language
        item = state.item
        self.lines.say(f"{tell.status(self.words, state)}  {tell.progress(self.words, state)}")
        if due := tell.due(self.words, state, sheet.situation.today):
            self.lines.say(due)
        for lack in state.judgement.missing:
            self.lines.say(self.said.missing(tell.missing(self.words, lack, sheet)))
        for note in state.judgement.notes:
            self.lines.say(self.said.notice(tell.note(self.words, note, sheet)))
        if item.help is not None:
            self.lines.say(self.said.how_to(item.help.of(language)))
        self.lines.say(self.said.clause(item.clause.of(language), self.words.terms.basis[item.basis]))

    def items(self) -> None:
        """All items with their numbers."""
        sheet = self.sheet
        stage = ""
        for number, state in enumerate(sheet.states, 1):
            if state.item.stage != stage:
                stage = state.item.stage
                self.lines.say(sheet.situation.plan.stage(stage).title.of(self.words.language))
            title, progress = state.item.title.of(self.words.language), tell.progress(self.words, state)
            self.lines.say(f"{number:>3} {tell.status(self.words, state)}  {title}  {progress}")

    def summary(self) -> None:
        """The self-check summary as it stands."""
        # Late: only who asks for the summary waits for the reports.
        from xjtui.domain.summary import summarise
        from xjtui.report.summary_text import summary_text

        self.lines.say(*summary_text(summarise(self.sheet), self.words).splitlines())

    def rated(self, key: str) -> None:
        """What a rating of an item is about."""
        state = self.sheet.state(key)
        if state is not None:
            self.lines.say(state.item.title.of(self.words.language))
            self.lines.say(f"{tell.status(self.words, state)}  {tell.progress(self.words, state)}")

    def action(self, action: Action) -> str:
        """What an action would do."""
        kind = tell.action(self.words, action)
        record = self.sheet.situation.record(action.record or action.about or "")
        if record is None:
            return self.said.add(kind)
        line = tell.record_line(self.words, record, self.sheet.situation)
        return self.said.edit(line) if action.record else self.said.follow_up(kind, line)

    def records(self, key: str) -> tuple[Record, ...]:
        """The records under an item, voided ones too, oldest deed first."""
        situation = self.sheet.situation
        plan = situation.plan
        found = [
            record for record in situation.records if (item := plan.item(record.item)) is not None and item.key == key
        ]
        return tuple(sorted(found, key=lambda record: (record.day, record.entered, record.id)))
