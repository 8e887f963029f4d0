"""One call of the program: the language, the day, the data, and where answers and talk go; commands are given one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xjtui.clock import Clock
from xjtui.errors import InputError, XjtuiError
from xjtui.settings import Settings
from xjtui.words import Words

if TYPE_CHECKING:
    from xjtui.desk import Desk
    from xjtui.domain.sheet import Sheet
    from xjtui.plans import PlanLibrary


@dataclass
class Call:
    """What every command starts from. `asked_language` is '' where nobody asked for one in this call."""

    words: Words
    settings: Settings
    data: Path
    clock: Clock = field(default_factory=Clock)
    asked_language: str = ""
    _desk: Desk | None = None

    # -- what is printed -------------------------------------------------------------------------------------------

    def answer(self, *lines: str) -> None:
        """Prints the answer: stdout carries nothing else."""
        for line in lines:
            print(line)

    def answer_json(self, value: Any) -> None:
        """Prints the answer as JSON; escaped where the terminal's encoding has not every character."""
        utf8 = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"
        print(json.dumps(value, ensure_ascii=not utf8, indent=2))

    def talk(self, *lines: str) -> None:
        """Says something beside the answer, on stderr."""
        for line in lines:
            print(line, file=sys.stderr)

    def sentence(self, error: XjtuiError) -> str:
        """What is wrong, where, and how to mend it."""
        from xjtui.cli.sentences import sentence

        return sentence(self.words, error)

    # -- what is worked with ---------------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        """The desk over the data folder."""
        if self._desk is None:
            self._desk = open_desk(self.data, self.clock)
        return self._desk

    @property
    def library(self) -> PlanLibrary:
        """The packaged plans and those in the data folder."""
        return self.desk.library

    def unit(self, name: str) -> str:
        """The id of a unit from its id or name. InputError where there is none."""
        if not self.desk.unit_ids():
            raise InputError("no_units", data=str(self.data))
        return self.desk.find(name)

    def sheet(self, name: str) -> Sheet:
        """The checklist of a unit; what the store mended while reading is told."""
        sheet = self.desk.sheet(self.unit(name))
        self.tell_reports()
        return sheet

    def tell_reports(self) -> None:
        """Says in one line each what the store noticed and mended."""
        for unit_id, code in self.desk.reports():
            self.talk(f"{unit_id}: {self.sentence(InputError(code, unit=unit_id))}")


def open_desk(data: Path, clock: Clock, who: Callable[[], str] | None = None) -> Desk:
    """A desk over a data folder, in the name of the process's user."""
    from xjtui.cli.identity import name
    from xjtui.desk import Desk
    from xjtui.plans import PlanLibrary
    from xjtui.store.files import FilesStore
    from xjtui.words import LEXICON

    return Desk(FilesStore(data), PlanLibrary(data / "plans"), (who or name)(), clock, LEXICON)
