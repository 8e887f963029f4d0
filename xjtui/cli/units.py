"""`unit add|list|show|edit`: the units themselves, not what they did."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.cli.pins import choose_pin
from xjtui.domain.answers import narrow
from xjtui.domain.people import Member, Unit
from xjtui.domain.plan import Audience, Plan
from xjtui.errors import Exit, InputError


def describing(parser: argparse.ArgumentParser, help: Helps) -> None:
    """The options that describe a unit; `init` has them too."""
    parser.add_argument("--kind", metavar="KIND", help=help("kind"))
    parser.add_argument("--audience", choices=[audience.value for audience in Audience], help=help("audience"))
    parser.add_argument("--secretary", metavar="NAME", help=help("secretary"))
    parser.add_argument("--group", metavar="UNIT", help=help("group"))
    parser.add_argument("--guides", metavar="UNIT,…", help=help("guides"))
    parser.add_argument("--note", metavar="TEXT", help=help("note"))


def _add_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--name", required=True, metavar="NAME", help=help("name"))
    describing(parser, help)
    parser.add_argument("--plan", metavar="ID[@VERSION]", help=help("plan_id"))
    parser.add_argument("--roster", metavar="FILE", help=help("roster"))


def _add(args: argparse.Namespace, call: Call) -> int:
    members: tuple[Member, ...] = ()
    if args.roster is not None:
        from xjtui.cli.roster_import import fresh_members

        members = fresh_members(args.roster, call)
    plan, pin = choose_pin(call, args.plan)
    unit = described(Unit(args.unit, args.name.strip(), Audience.BRANCH, "", pin), args, plan, call)
    sheet = call.desk.create(unit, members)
    call.answer(call.words.command.unit_added(unit.name, unit.id, len(sheet.situation.members)))
    return Exit.DONE


def described(unit: Unit, args: argparse.Namespace, plan: Plan, call: Call) -> Unit:
    """The unit with what the options say; what they do not name stays."""
    changes: dict[str, Any] = {}
    if args.kind is not None or not unit.kind:
        changes["kind"] = kind_of(args.kind, plan)
    if args.audience is not None:
        changes["audience"] = Audience(args.audience)
    if args.secretary is not None:
        changes["secretary"] = args.secretary.strip()
    if args.group is not None:
        changes["group"] = call.desk.find(args.group) if args.group.strip() else ""
    if args.guides is not None:
        names = [name for name in narrow(args.guides).replace("、", ",").split(",") if name.strip()]
        changes["guides"] = tuple(dict.fromkeys(call.desk.find(name.strip()) for name in names))
    if args.note is not None:
        changes["note"] = args.note.strip()
    return replace(unit, **changes)


def kind_of(raw: str | None, plan: Plan) -> str:
    """A kind of unit by its key or its name in any of the plan's languages. InputError for another, or for none."""
    if not plan.kinds:
        return (raw or "").strip()
    text = narrow(raw or "").casefold()
    for kind in plan.kinds:
        if text in (kind.key, *(name.casefold() for name in kind.text.by_language.values())):
            return kind.key
    known = [(kind.key, kind.text) for kind in plan.kinds]
    raise InputError("kind_unknown" if text else "kind_missing", raw=raw or "", known=known)


def _list_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("--json", action="store_true", help=help("json"))


def _list(args: argparse.Namespace, call: Call) -> int:
    units = [call.desk.store.load(unit_id) for unit_id in call.desk.unit_ids()]
    if args.json:
        call.answer_json([unit_json(one.unit, sum(m.removed is None for m in one.members)) for one in units])
        return Exit.DONE
    if not units:
        call.talk(call.sentence(InputError("no_units", data=str(call.data))))
    for one in units:
        unit = one.unit
        people = sum(member.removed is None for member in one.members)
        call.answer(f"{unit.id}\t{unit.name}\t{_kind_text(unit, call)}\t{call.words.command.people(people)}")
    return Exit.DONE


def _kind_text(unit: Unit, call: Call) -> str:
    try:
        kind = call.desk.plan(unit.pin).kind(unit.kind)
    except InputError:
        # A list of units must come out even where one's plan is missing.
        kind = None
    return kind.text.of(call.words.language) if kind else unit.kind


def unit_json(unit: Unit, members: int) -> dict[str, Any]:
    """A unit as `--json` gives it, see docs/commands.md."""
    return {
        "id": unit.id,
        "name": unit.name,
        "audience": unit.audience.value,
        "kind": unit.kind,
        "plan": {"id": unit.pin.id, "version": unit.pin.version, "digest": unit.pin.digest},
        "secretary": unit.secretary,
        "group": unit.group,
        "guides": list(unit.guides),
        "note": unit.note,
        "members": members,
        "revision": unit.revision,
    }


def _show_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--json", action="store_true", help=help("json"))


def _show(args: argparse.Namespace, call: Call) -> int:
    one = call.desk.store.load(call.unit(args.unit))
    unit, people = one.unit, sum(member.removed is None for member in one.members)
    if args.json:
        call.answer_json(unit_json(unit, people))
        return Exit.DONE
    said = call.words.command
    rows = (
        (said.col_id, unit.id),
        (said.col_name, unit.name),
        (said.col_audience, call.words.terms.audience[unit.audience]),
        (said.col_kind, _kind_text(unit, call)),
        (said.col_plan, f"{unit.pin.id} @ {unit.pin.version}"),
        (said.col_secretary, unit.secretary),
        (said.col_group, unit.group),
        (said.col_guides, call.words.phrases.joiner.join(unit.guides)),
        (said.col_note, unit.note),
        (said.col_members, said.people(people)),
    )
    call.answer(*(f"{label}{call.words.phrases.colon}{value}" for label, value in rows if value))
    return Exit.DONE


def _edit_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--name", metavar="NAME", help=help("name"))
    describing(parser, help)


def _edit(args: argparse.Namespace, call: Call) -> int:
    sheet = call.sheet(args.unit)
    before = sheet.situation.unit
    unit = described(before, args, sheet.situation.plan, call)
    if args.name is not None:
        if not args.name.strip():
            raise InputError("name_empty")
        unit = replace(unit, name=args.name.strip())
    if unit == before:
        call.talk(call.words.command.unchanged)
        return Exit.DONE
    call.desk.apply(unit.id, (unit,), "unit:edit")
    call.answer(call.words.command.unit_changed(unit.name))
    return Exit.DONE


ADD = Command(_add_arguments, _add)
LIST = Command(_list_arguments, _list)
SHOW = Command(_show_arguments, _show)
EDIT = Command(_edit_arguments, _edit)
