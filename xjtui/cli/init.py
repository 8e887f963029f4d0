"""`init`: the data folder and the first unit; asks on a terminal what the options leave open. Safe to run again."""

from __future__ import annotations

import argparse
import sys

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.cli.pins import choose_pin
from xjtui.cli.units import described, describing, kind_of
from xjtui.domain.people import Member, Unit
from xjtui.domain.plan import Audience, Plan
from xjtui.errors import Exit, InputError


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", nargs="?", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--name", metavar="NAME", help=help("name"))
    describing(parser, help)
    parser.add_argument("--plan", metavar="ID[@VERSION]", help=help("plan_id"))
    parser.add_argument("--roster", metavar="FILE", help=help("roster"))


def _run(args: argparse.Namespace, call: Call) -> int:
    said, ids = call.words.command, call.desk.unit_ids()
    call.talk(said.data_is(str(call.data)))
    if ids and (args.unit is None or args.unit in ids):
        call.answer(said.init_already(call.words.phrases.joiner.join(ids)))
        return Exit.DONE
    plan, pin = choose_pin(call, args.plan)
    _complete(args, call, plan)
    members: tuple[Member, ...] = ()
    if args.roster:
        from xjtui.cli.roster_import import fresh_members

        members = fresh_members(args.roster, call)
    unit = described(Unit(args.unit, args.name.strip(), Audience.BRANCH, "", pin), args, plan, call)
    sheet = call.desk.create(unit, members)
    call.answer(said.unit_added(unit.name, unit.id, len(sheet.situation.members)))
    call.talk(said.init_next(unit.id, bool(members)))
    return Exit.DONE


def _complete(args: argparse.Namespace, call: Call, plan: Plan) -> None:
    """Asks for what is needed and not given; without a terminal it is an error that names the options."""
    needed = [option for option in ("unit", "name", "kind") if not (getattr(args, option) or "").strip()]
    if not plan.kinds and "kind" in needed:
        needed.remove("kind")
    if not needed:
        return
    if not sys.stdin.isatty():
        names = {"unit": "UNIT", "name": "--name", "kind": "--kind"}
        raise InputError("init_needs", options=[names[option] for option in needed], example=_example(plan))
    said = call.words.command
    call.talk(said.init_hello(plan.title.of(call.words.language)))
    if "unit" in needed:
        args.unit = _ask(call, said.ask_unit, _plausible_id)
    if "name" in needed:
        args.name = _ask(call, said.ask_name, lambda raw: raw)
    if "kind" in needed:
        for number, kind in enumerate(plan.kinds, 1):
            call.talk(f"  {number} {kind.text.of(call.words.language)}")
        args.kind = _ask(call, said.ask_kind, lambda raw: _numbered_kind(raw, plan))
    if args.secretary is None:
        args.secretary = input(said.ask_secretary).strip()
    if args.roster is None:
        args.roster = input(said.ask_roster).strip().strip("'\"")


def _example(plan: Plan) -> str:
    kind = f" --kind {plan.kinds[0].key}" if plan.kinds else ""
    return f"xjtui init branch-1 --name NAME{kind}"


def _ask(call: Call, prompt: str, read: object) -> str:
    """Asks until the answer can be used; the end of the input ends it without anything having been made."""
    assert callable(read)
    while True:
        try:
            raw = input(prompt).strip()
        except EOFError:
            raise InputError("init_given_up") from None
        try:
            if raw:
                return str(read(raw))
        except InputError as error:
            call.talk(call.sentence(error))


def _plausible_id(raw: str) -> str:
    from xjtui.store.checking import check_unit_id

    check_unit_id(raw)
    return raw


def _numbered_kind(raw: str, plan: Plan) -> str:
    if raw.isdecimal() and 1 <= int(raw) <= len(plan.kinds):
        return plan.kinds[int(raw) - 1].key
    return kind_of(raw, plan)


INIT = Command(_arguments, _run)
