"""A roster from a file: choose it, see what it would change, and say so. Reading goes on beside the screen."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from screens.actions import BACK, HELP, Act
from screens.base import bar_read_only
from screens.file_choices import base_of, choices, completed, resolved
from screens.import_preview import bad_count, preview
from screens.more import MoreScreen
from screens.widgets.block import Block
from screens.widgets.lines import line
from screens.widgets.rows import Row, Rows
from xjtui.errors import XjtuiError
from xjtui.intake.compare import RosterChange, compare
from xjtui.intake.roster import RosterFile


def _read(path: Path) -> RosterFile | XjtuiError:
    # Late: the reader of workbooks is heavy.
    from xjtui.intake.roster import read_roster

    try:
        return read_roster(path)
    except XjtuiError as error:
        return error


class ImportScreen(MoreScreen):
    """First the file, then the preview. Its result is whether anything was imported."""

    CSS_PATH = "roster_import.tcss"
    AUTO_FOCUS = "#path"
    ACTS: ClassVar[tuple[Act, ...]] = (BACK, HELP)

    def __init__(self) -> None:
        super().__init__()
        self.file: RosterFile | None = None
        self.change: RosterChange | None = None

    def acts(self) -> tuple[Act, ...]:
        """Letters belong to the path."""
        return self.ACTS

    def heading(self) -> str:
        """The screen's name."""
        return self.more.bring_in.title

    def body(self) -> ComposeResult:
        """The path, what it may be, or the preview with what may be done."""
        yield Block(id="ask")
        path = Input(id="path", compact=True, select_on_focus=False)
        path.cursor_blink = False
        yield path
        yield Block(id="folder", fold=False)
        yield Rows(id="files", wrap_ends=False)
        yield Block(id="preview", indent=4)
        yield Rows(id="deeds", numbered=True)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def refresh_facts(self) -> None:
        """The step one is at."""
        words = self.more.bring_in
        choosing = self.file is None
        for name, shown in (("ask", choosing), ("path", choosing), ("folder", choosing), ("files", choosing)):
            self.query_one(f"#{name}").display = shown
        self.query_one("#preview").display = self.query_one("#deeds").display = not choosing
        if self.file is None:
            self.query_one("#ask", Block).show([line((words.path_help, "note"))])
            self._show_files()
            return
        # The roster may have changed under the preview.
        self.change = compare(self.file.rows, self.sheet.situation.members)
        today = self.sheet.situation.today
        self.query_one("#preview", Block).show(preview(self.words, self.file, self.change, today), keep_place=True)
        self.query_one("#deeds", Rows).fill(self._deeds(self.file, self.change))

    def _show_files(self, first: bool = False) -> None:
        words, typed = self.more.bring_in, self.query_one("#path", Input).value
        self.query_one("#folder", Block).show([line((words.here(str(base_of(typed).absolute())), "dim"))])
        files = self.query_one("#files", Rows)
        files.empty = line((f"  {words.no_files}", "dim"))
        found = choices(typed)
        if not any(not one.folder for one in found):
            self.query_one("#folder", Block).show(
                [line((words.here(str(base_of(typed).absolute())), "dim"), (f"  {words.no_files}", "warn"))]
            )
        files.fill(
            [Row(one.path, line(one.name + ("/" if one.folder else ""))) for one in found],
            found[0].path if found and first else None,
        )

    def _deeds(self, file: RosterFile, change: RosterChange) -> list[Row]:
        words = self.more.bring_in
        bad, good = bad_count(file, change), len(change.new) + len(change.changed)
        other, leave = Row("other", line(words.other_file)), Row("leave", line(words.give_up))
        if not good:
            return [other, leave]
        if bad:
            return [other, Row("take", line(words.take_good(good, bad))), leave]
        return [Row("take", line(words.take_all(good))), other, leave]

    # -- the file ----------------------------------------------------------------------------------------------------

    def on_input_changed(self, message: Input.Changed) -> None:
        """The files follow the typing."""
        message.stop()
        self._show_files(first=True)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Into a folder, or the file is read; half a name means the only one it can be, or asks to choose."""
        message.stop()
        typed = message.value.strip()
        found = [one for one in choices(typed) if one.name != ".."]
        if typed and not resolved(typed).exists() and found:
            if len(found) == 1:
                self._take(found[0].path)
            else:
                self.query_one("#files", Rows).focus()
            return
        self._take(typed)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """A file, or what to do with it."""
        message.stop()
        if message.rows.id == "files":
            self._take(message.row.key)
            return
        with self.errors():
            match message.row.key:
                case "take":
                    self._import()
                case "other":
                    self._begin_again()
                case _:
                    self.leave(False)

    def on_key(self, event: events.Key) -> None:
        """Between the line and the list; Tab completes; Tab lets the arrows scroll the preview."""
        path, files = self.query_one("#path", Input), self.query_one("#files", Rows)
        if event.key in ("tab", "shift+tab") and self.file is not None:
            block, deeds = self.query_one("#preview", Block), self.query_one("#deeds", Rows)
            block.can_focus = deeds.has_focus
            (block if deeds.has_focus else deeds).focus()
        elif event.key == "tab" and path.has_focus and completed(path.value) != path.value:
            self._put(completed(path.value))
        elif event.key in ("tab", "down") and path.has_focus:
            files.focus()
        elif event.key in ("shift+tab", "tab", "up") and files.has_focus:
            path.focus()
        else:
            return
        event.stop()
        event.prevent_default()

    def _put(self, typed: str) -> None:
        path = self.query_one("#path", Input)
        path.value = typed
        path.cursor_position = len(typed)
        path.focus()

    def _take(self, typed: str) -> None:
        if not typed.strip():
            self._put("")
            return
        place = resolved(typed.strip())
        if place.is_dir():
            self._put(typed if typed.endswith("/") else f"{typed}/")
            return
        self.query_one("#ask", Block).show([line((self.more.bring_in.reading(place.name), "head"))])
        self.run_worker(lambda: _read(place), thread=True, exclusive=True, exit_on_error=True, group="roster")

    def on_worker_state_changed(self, message: Worker.StateChanged) -> None:
        """The file is read, or why not."""
        message.stop()
        if message.state is not WorkerState.SUCCESS:
            return
        found = message.worker.result
        if isinstance(found, XjtuiError):
            self.refresh_facts()
            self.tell_error(found)
        elif isinstance(found, RosterFile):
            self.file = found
            self.redraw()
            self.query_one("#preview", Block).show(
                preview(
                    self.words, found, compare(found.rows, self.sheet.situation.members), self.sheet.situation.today
                )
            )
            self.query_one("#deeds", Rows).focus()

    def _begin_again(self) -> None:
        self.file = self.change = None
        self.refresh_facts()
        self.query_one("#path", Input).focus()

    # -- importing ---------------------------------------------------------------------------------------------------

    def _import(self) -> None:
        if why := bar_read_only(self):
            self.say(why, "warning")
            return
        change = self.change
        if change is None:
            return
        self.desk.save_members(self.unit_id, change.members(self.desk.ids), "import")
        self.say(self.more.bring_in.done(len(change.new), len(change.changed)))
        self.leave(True)

    def do_back(self) -> None:
        """From the preview to the file, from the file to the roster."""
        if self.file is not None:
            self._begin_again()
        else:
            self.leave(False)
