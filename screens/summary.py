"""The self-check summary: read it, write its text, make it final, export it. Its wording is the report's."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from screens.actions import Act
from screens.base import bar_read_only
from screens.dialogs import AskText, Confirm
from screens.more import MoreScreen, said
from screens.widgets.block import Block
from screens.widgets.lines import Line, line, spread
from xjtui.desk import Saved
from xjtui.domain.guide import Action, open_entry
from xjtui.domain.plan import SummaryRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.states import ItemState
from xjtui.domain.summary import Summary, summarise
from xjtui.words import LANGUAGES, Words, tell, words_for

UNMET_SHOWN = 6
"""So many unmet items are named when the summary is made final."""


def _item(screen: SummaryScreen) -> ItemState | None:
    return next((state for state in screen.sheet.states if isinstance(state.item.rule, SummaryRule)), None)


def _bar_write(screen: SummaryScreen) -> str:
    return bar_read_only(screen) or ("" if _item(screen) else screen.more.summary.not_here)


def _bar_finish(screen: SummaryScreen) -> str:
    if why := _bar_write(screen):
        return why
    found = screen.summary
    if found.text is None:
        return screen.more.summary.finish_write_first
    final = found.finalised is not None and found.finalised.id == found.text.id
    return screen.more.summary.final_already if final and not found.outdated else ""


MENU = Act("summary-menu", ("enter",), said(lambda m: m.summary.menu_act), footer=1, menu=False)
WRITE = Act("summary-write", ("w",), said(lambda m: m.summary.write), footer=2, bar=_bar_write)
FINISH = Act("summary-finish", ("f",), said(lambda m: m.summary.finish), footer=3, bar=_bar_finish)
EXPORT = Act("summary-export", ("x",), said(lambda m: m.summary.export), footer=4)
LANGUAGE = Act("summary-language", ("l",), said(lambda m: m.summary.language))


class SummaryScreen(MoreScreen):
    """The text as it would be printed, in either language."""

    ACTS: ClassVar[tuple[Act, ...]] = (MENU, WRITE, FINISH, EXPORT, LANGUAGE)
    AUTO_FOCUS = "#text"
    CSS_PATH = "summary.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.told_in = ""

    def heading(self) -> str:
        """The screen's name."""
        return self.more.summary.title

    def body(self) -> ComposeResult:
        """Where it stands, and the text."""
        yield Block(id="state", fold=False)
        text = Block(id="text", fold=False)
        text.can_focus = True
        yield text

    @property
    def summary(self) -> Summary:
        """The facts as they stand."""
        return summarise(self.sheet)

    @property
    def telling(self) -> Words:
        """The words of the summary, which may be another language than the screen's."""
        return words_for(self.told_in) if self.told_in else self.words

    # -- drawing -----------------------------------------------------------------------------------------------------

    def refresh_facts(self) -> None:
        """State and text anew; the place in the text stays."""
        # Late: the report is only needed here.
        from xjtui.report.summary_text import summary_text

        # Two cells less than there are: a closing sign may hang over the end of a line.
        found, cells = self.summary, self.size.width - 6
        self.query_one("#state", Block).show([self._state(found, self.size.width - 2)])
        text = summary_text(found, self.telling, width=max(40, min(cells, 96)))
        lines: list[Line] = [line(one) for one in text.splitlines()]
        self.query_one("#text", Block).show(lines, keep_place=True)

    def _state(self, found: Summary, cells: int) -> Line:
        words, today = self.more.summary, self.sheet.situation.today
        right = [words.unmet(len(found.unmet))] if found.unmet else []
        right += [words.in_language[self.told_in]] if self.told_in and self.told_in != self.language else []
        if found.finalised is not None and found.outdated:
            left = line(("[!] ", "bad"), (words.outdated(tell.day(self.words, found.finalised.day, today)), "bad"))
        elif found.finalised is not None and found.text is found.finalised:
            left = line(("[x] ", "good"), (words.final(tell.day(self.words, found.finalised.day, today)), "good"))
        elif found.text is not None:
            left = line(("[~] ", "note"), (words.draft(tell.day(self.words, found.text.day, today)), "note"))
        else:
            left = line(("[ ] ", ""), words.none)
        return spread(left, line((" · ".join(right), "dim")), max(20, cells))

    def on_resize(self, event: events.Resize) -> None:
        """The text is broken to the width."""
        if self.is_mounted:
            self.redraw()

    # -- actions -----------------------------------------------------------------------------------------------------

    def do_summary_menu(self) -> None:
        """All that can be done."""
        self.choose_act(self.more.summary.menu, (WRITE, FINISH, EXPORT, LANGUAGE))

    def do_summary_language(self) -> None:
        """The other language, for the summary only."""
        shown = self.told_in or self.language
        self.told_in = next(one for one in LANGUAGES if one != shown)
        self.redraw()

    def _action(self, found: Summary) -> Action | None:
        """A draft is written on; after a final text comes a new one that begins with the same words."""
        state = _item(self)
        if state is None:
            return None
        text = found.text
        if text is not None and not text.text("digest"):
            return Action(state.item.key, Kind.SUMMARY, record=text.id)
        return Action(state.item.key, Kind.SUMMARY, presets=_words_of(text) if text else {})

    def do_summary_write(self) -> None:
        """The form with causes, next steps and remarks."""
        action = self._action(self.summary)
        if action is not None:
            self.open("entry", action, then=self._saved)

    def _saved(self, saved: Saved | None) -> None:
        if saved is not None:
            self.redraw()
            self.say(self.w.guide.saved_only(tell.record_title(self.words, saved.record, self.sheet.situation)))

    def do_summary_finish(self) -> None:
        """Asks once, with what is still unmet in sight."""
        words, found = self.more.summary, self.summary
        lines: list[Line] = [line(words.finish_text), ()]
        if found.unmet:
            lines.append(line((words.finish_unmet, "warn")))
            for state in found.unmet[:UNMET_SHOWN]:
                title = state.item.title.of(self.language)
                lines.append(line(f"  {self.words.terms.status_mark[state.status]} {title}"))
            if len(found.unmet) > UNMET_SHOWN:
                lines.append(line(f"  {words.finish_more(len(found.unmet))}"))
        else:
            lines.append(line((words.finish_none, "good")))
        if found.late:
            lines.append(line(words.finish_late(len(found.late))))
        self.app.push_screen(Confirm(words.finish_title, lines, words.finish_yes, words.finish_no), self._finish)

    def _finish(self, yes: bool | None) -> None:
        if not yes:
            return
        with self.errors():
            found = self.summary
            action = self._action(found)
            if action is None or found.text is None:
                return
            today = self.sheet.situation.today.isoformat()
            entry = open_entry(self.sheet, action).put("day", today).put("final", "yes")
            saved = self.desk.save(self.unit_id, entry)
            if not isinstance(saved, Saved):
                self.say(tell.fault(self.words, saved[0], entry.form, self.sheet), "error")
                return
            self.desk.drop_draft(self.unit_id, entry)
            self.redraw()
            self.say(self.more.summary.finished)

    # -- export ------------------------------------------------------------------------------------------------------

    def do_summary_export(self) -> None:
        """Asks for the file."""
        unit = self.sheet.situation.unit.name.replace("/", "-").replace(" ", "")
        self._ask_file(self.telling.screen.more.summary.file_name(unit))

    def _ask_file(self, name: str) -> None:
        words = self.more.summary

        def check(typed: str) -> str:
            place = Path(typed.strip()).expanduser()
            if not typed.strip() or place.is_dir():
                return words.export_empty
            return "" if place.parent.is_dir() else words.export_folder(str(place.parent))

        def done(typed: str | None) -> None:
            if typed is None:
                return
            place = Path(typed.strip()).expanduser()
            if place.exists():
                ask = Confirm(words.exists(typed), "", words.exists_yes, words.exists_no)
                self.app.push_screen(ask, lambda yes: self._export(place) if yes else self._ask_file(typed))
            else:
                self._export(place)

        self.app.push_screen(AskText(words.export_title, words.export_text, name, words.export_help, check), done)

    def _export(self, place: Path) -> None:
        words, found = self.more.summary, self.summary
        if place.suffix.lower() == ".json":
            from xjtui.report.summary_json import summary_json

            text = json.dumps(summary_json(found, self.telling), ensure_ascii=False, indent=2)
        else:
            from xjtui.report.summary_text import summary_text

            text = summary_text(found, self.telling)
        # Whole or not at all: an older file stays as it was when the disk is full.
        beside = place.with_name(f".{place.name}.{os.getpid()}.new")
        try:
            beside.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
            beside.replace(place)
        except OSError as error:
            if beside.parent.is_dir():
                beside.unlink(missing_ok=True)
            self.say(words.unwritable(str(place), error.strerror or str(error)), "error")
            return
        self.say(words.written(str(place.absolute())))


def _words_of(text: Record) -> dict[str, str]:
    return {key: text.text(key) for key in ("causes", "next_steps", "remarks") if text.text(key)}
