"""`member list|add|edit|remove`: the roster by hand. Files come in by `roster_import`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.cli.member_options import described, describing, read_option
from xjtui.domain.answers import find_member
from xjtui.domain.fields import Fault
from xjtui.domain.people import Member
from xjtui.domain.situation import Situation
from xjtui.errors import Exit, InputError
from xjtui.intake.cells import id_of, name_of

V = TypeVar("V")


def _unit(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))


def _list_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    _unit(parser, help)
    parser.add_argument("--all", action="store_true", help=help("all"))
    parser.add_argument("--json", action="store_true", help=help("json"))


def _list(args: argparse.Namespace, call: Call) -> int:
    sheet = call.sheet(args.unit)
    today = sheet.situation.today
    shown = [member for member in sheet.situation.members if args.all or _here(member, today)]
    if args.json:
        call.answer_json([member_json(member, today) for member in shown])
        return Exit.DONE
    for member in shown:
        call.answer(member_line(call, member, today))
    if not shown:
        call.talk(call.words.command.roster_empty(sheet.situation.unit.id))
    return Exit.DONE


def _here(member: Member, today: date) -> bool:
    return member.removed is None and (member.left is None or today < member.left)


def member_line(call: Call, member: Member, today: date) -> str:
    """One person in one line."""
    said, phrases, terms = call.words.command, call.words.phrases, call.words.terms
    parts = [terms.standing[member.standing]]
    parts += [member.duty] if member.duty else []
    parts += [said.leads] if member.leader else []
    parts += [said.joined(member.joined.isoformat())] if member.joined else []
    parts += [said.left(member.left.isoformat())] if member.left else []
    for one in member.exemptions:
        approver = one.approver or said.no_approver
        parts.append(f"{terms.scope[one.scope]} ({one.reason}{phrases.comma}{approver})")
    parts += [said.taken_back(member.removed.why)] if member.removed else []
    return f"{member.id}\t{member.name}\t{phrases.joiner.join(parts)}"


def member_json(member: Member, today: date) -> dict[str, Any]:
    """A person as `--json` gives it, see docs/commands.md."""
    return {
        "id": member.id,
        "name": member.name,
        "standing": member.standing.value,
        "duty": member.duty,
        "leader": member.leader,
        "joined": member.joined.isoformat() if member.joined else None,
        "left": member.left.isoformat() if member.left else None,
        "origin": member.origin,
        "note": member.note,
        "current": member.current(today),
        "exemptions": [
            {
                "scope": one.scope.value,
                "reason": one.reason,
                "approver": one.approver,
                "since": one.since.isoformat(),
                "until": one.until.isoformat() if one.until else None,
            }
            for one in member.exemptions
        ],
        "removed": {"by": member.removed.by, "why": member.removed.why} if member.removed else None,
        "revision": member.revision,
    }


def _add_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    _unit(parser, help)
    parser.add_argument("name", metavar="NAME", help=help("person"))
    parser.add_argument("--id", metavar="ID", help=help("id"))
    describing(parser, help)


def _add(args: argparse.Namespace, call: Call) -> int:
    sheet = call.sheet(args.unit)
    situation = sheet.situation
    name = read_option("name", args.name, name_of, call)
    member_id = read_option("--id", args.id, id_of, call) if args.id else ""
    if not name:
        raise InputError("name_empty")
    present = [one for one in situation.members if one.removed is None]
    if any(one.id == member_id for one in situation.members):
        raise InputError("member_id_taken", id=member_id)
    if any(one.name == name for one in present) and not member_id:
        raise InputError("namesake", name=name)
    member = described(Member(member_id or call.desk.ids(), name), args, situation, call)
    call.desk.save_members(situation.unit.id, (member,), "members:add")
    call.answer(call.words.command.member_saved(member.name, member.id))
    return Exit.DONE


def _edit_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    _unit(parser, help)
    parser.add_argument("member", metavar="MEMBER", help=help("member_id"))
    parser.add_argument("--name", metavar="NAME", help=help("person"))
    describing(parser, help)


def _edit(args: argparse.Namespace, call: Call) -> int:
    situation = call.sheet(args.unit).situation
    before = member_of(args.member, situation)
    member = described(before, args, situation, call)
    if args.name is not None:
        name = read_option("--name", args.name, name_of, call)
        if not name:
            raise InputError("name_empty")
        member = replace(member, name=name)
    if member == before:
        call.talk(call.words.command.unchanged)
        return Exit.DONE
    call.desk.save_members(situation.unit.id, (member,), "members:edit")
    call.answer(call.words.command.member_saved(member.name, member.id))
    return Exit.DONE


def _remove_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    _unit(parser, help)
    parser.add_argument("member", metavar="MEMBER", help=help("member_id"))
    parser.add_argument("--why", required=True, metavar="TEXT", help=help("why"))


def _remove(args: argparse.Namespace, call: Call) -> int:
    situation = call.sheet(args.unit).situation
    member = member_of(args.member, situation)
    if not args.why.strip():
        raise InputError("why_empty")
    call.desk.remove_member(situation.unit.id, member.id, args.why.strip())
    call.answer(call.words.command.member_removed(member.name, member.id))
    return Exit.DONE


def member_of(name: str, situation: Situation) -> Member:
    """A person of the roster by id or name. InputError where nobody, or several, are meant."""
    found = find_member("member", name, situation.members)
    if isinstance(found, Fault):
        if "ids" in found.facts:
            raise InputError("member_ambiguous", name=name, ids=list(found.facts["ids"]))
        raise InputError("member_unknown", name=name)
    member = situation.member(found)
    assert member is not None
    return member


LIST = Command(_list_arguments, _list)
ADD = Command(_add_arguments, _add)
EDIT = Command(_edit_arguments, _edit)
REMOVE = Command(_remove_arguments, _remove)
