"""The roster in plain lines: list and add. Leaving, exemptions and files have their commands (`xjtui member`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from xjtui.desk import Desk
from xjtui.domain.people import Member, Standing
from xjtui.fronts.lines import Lines, command_of
from xjtui.intake.cells import CellFault, date_of, name_of, text_of
from xjtui.words import Words
from xjtui.words.command_plain import PlainWords

V = TypeVar("V")


class _Left(Exception):
    """The user went back."""


class PlainRoster:
    """Lists who is on the roster, and adds people one by one until the user goes back."""

    def __init__(self, desk: Desk, unit_id: str, words: Words, lines: Lines) -> None:
        self.desk = desk
        self.unit_id = unit_id
        self.words = words
        self.lines = lines

    @property
    def said(self) -> PlainWords:
        """The wording of plain lines."""
        return self.words.command.plain

    def run(self) -> None:
        """The list, then `a` adds somebody, `b` goes back."""
        self._list()
        while True:
            match command_of(self.lines.ask(self.said.roster_prompt)):
                case "a" | "1":
                    try:
                        self._add()
                    except _Left:
                        continue
                case "l":
                    self._list()
                case "" | "b" | "q":
                    return
                case "?":
                    self.lines.say(*self.said.roster_help(self.unit_id))
                case _:
                    self.lines.say(self.said.not_understood)

    def _list(self) -> None:
        situation = self.desk.sheet(self.unit_id).situation
        everyone = situation.everyone()
        self.lines.say("", self.said.roster(len(everyone)))
        for member in situation.members:
            if member.removed is None:
                self.lines.say(f"  {member.name}  {self._facts(member)}")

    def _facts(self, member: Member) -> str:
        said, terms = self.words.command, self.words.terms
        parts = [terms.standing[member.standing], member.duty, said.leads if member.leader else ""]
        parts += [said.joined(member.joined.isoformat())] if member.joined else []
        parts += [said.left(member.left.isoformat())] if member.left else []
        parts += [terms.scope[exemption.scope] for exemption in member.exemptions]
        return self.words.phrases.joiner.join(part for part in parts if part)

    def _add(self) -> None:
        situation = self.desk.sheet(self.unit_id).situation
        name = self._ask(self.said.member_name, name_of)
        while not name or any(one.name == name and one.removed is None for one in situation.members):
            self.lines.say(self.said.namesake(name) if name else self.said.name_needed)
            name = self._ask(self.said.member_name, name_of)
        standings = tuple(Standing)
        for number, standing in enumerate(standings, 1):
            self.lines.say(f"  {number} {self.words.terms.standing[standing]}")
        chosen = self._ask(self.said.member_standing, lambda raw: _one_of(raw, len(standings)))
        duty = self._ask(self.said.member_duty, text_of)
        leader = self._ask(self.said.member_leader, lambda raw: self.words.command.agrees(raw))
        joined = self._ask(self.said.member_joined, date_of)
        member = Member(self.desk.ids(), name, standings[chosen], duty, leader, joined)
        self.desk.save_members(self.unit_id, (member,), "members:add")
        self.lines.say(self.words.command.member_saved(member.name, member.id))

    def _ask(self, prompt: str, read: Callable[[str], V]) -> V:
        while True:
            raw = self.lines.ask(prompt).strip()
            if command_of(raw) == "b":
                raise _Left
            try:
                return read(raw)
            except (CellFault, ValueError):
                self.lines.say(self.said.member_bad(raw))


def _one_of(raw: str, count: int) -> int:
    """The place of a choice by its number, the first where nothing is said."""
    place = int(command_of(raw) or "1")
    if not 1 <= place <= count:
        raise ValueError(raw)
    return place - 1
