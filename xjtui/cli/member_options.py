"""What the options of `member add` and `member edit` say of a person, read like the cells of a roster file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from xjtui.cli.call import Call
from xjtui.cli.command import Helps
from xjtui.domain.answers import narrow
from xjtui.domain.people import Exemption, Member, Scope
from xjtui.domain.situation import Situation
from xjtui.errors import InputError
from xjtui.intake.cells import SCOPES, STANDINGS, CellFault, date_of, name_of, text_of, word_of
from xjtui.intake.problems import ProblemCode
from xjtui.words.errors import Facts

V = TypeVar("V")


def describing(parser: argparse.ArgumentParser, help: Helps) -> None:
    """The options that describe a person."""
    parser.add_argument("--standing", metavar="full|probationary|applicant", help=help("standing"))
    parser.add_argument("--duty", metavar="TEXT", help=help("duty"))
    parser.add_argument("--leader", action=argparse.BooleanOptionalAction, default=None, help=help("leader"))
    parser.add_argument("--joined", metavar="DATE", help=help("joined"))
    parser.add_argument("--left", metavar="DATE", help=help("left"))
    parser.add_argument("--origin", metavar="TEXT", help=help("origin"))
    parser.add_argument("--note", metavar="TEXT", help=help("note"))
    parser.add_argument("--exempt", metavar="all|lecture|attendance|none", help=help("exempt"))
    parser.add_argument("--reason", metavar="TEXT", help=help("reason"))
    parser.add_argument("--approver", metavar="NAME", help=help("approver"))
    parser.add_argument("--since", metavar="DATE", help=help("since"))
    parser.add_argument("--until", metavar="DATE", help=help("until"))


def described(member: Member, args: argparse.Namespace, situation: Situation, call: Call) -> Member:
    """The person with what the options say; `none` and '' take a value back, what they do not name stays."""
    changes: dict[str, Any] = {}
    for option in ("duty", "origin", "note"):
        if (raw := getattr(args, option)) is not None:
            changes[option] = read_option(f"--{option}", raw, text_of, call)
    for option in ("joined", "left"):
        if (raw := getattr(args, option)) is not None:
            changes[option] = None if narrow(raw) in ("", "none", "-") else _day(f"--{option}", raw, call)
    if args.standing is not None:
        words = {**STANDINGS, **{one.value: one for one in STANDINGS.values()}}
        unknown = ProblemCode.STANDING_UNKNOWN
        changes["standing"] = read_option("--standing", args.standing, lambda c: word_of(c, words, unknown), call)
    if args.leader is not None:
        changes["leader"] = args.leader
    if (exemptions := _exemptions(member, args, situation, call)) is not None:
        changes["exemptions"] = exemptions
    after = replace(member, **changes)
    if after.joined is not None and after.left is not None and after.left <= after.joined:
        facts = {"joined": after.joined, "left": after.left}
        raise _bad("--left", CellFault(ProblemCode.LEFT_BEFORE_JOINED, **facts), call)
    return after


def _exemptions(
    member: Member, args: argparse.Namespace, situation: Situation, call: Call
) -> tuple[Exemption, ...] | None:
    if args.exempt is None:
        if any(getattr(args, option) is not None for option in ("reason", "approver", "since", "until")):
            raise _bad("--exempt", CellFault(ProblemCode.SCOPE_MISSING), call)
        return None
    if narrow(args.exempt).casefold() in ("none", "无"):
        return ()
    words = {**SCOPES, **{scope.value: scope for scope in Scope}}
    scope = read_option("--exempt", args.exempt, lambda c: word_of(c, words, ProblemCode.SCOPE_UNKNOWN), call)
    if scope is None:
        raise _bad("--exempt", CellFault(ProblemCode.SCOPE_MISSING), call)
    if not (args.reason or "").strip():
        raise _bad("--reason", CellFault(ProblemCode.REASON_MISSING), call)
    since = _day("--since", args.since, call) if args.since else situation.plan.start
    until = _day("--until", args.until, call) if args.until else None
    if until is not None and until < since:
        raise _bad("--until", CellFault(ProblemCode.UNTIL_BEFORE_SINCE, since=since, until=until), call)
    approver = read_option("--approver", args.approver or "", name_of, call)
    if approver == member.name:
        raise InputError("exempts_self", name=member.name)
    others = tuple(one for one in member.exemptions if one.scope is not scope)
    return (*others, Exemption(scope, read_option("--reason", args.reason, text_of, call), approver, since, until))


def _day(option: str, raw: str, call: Call) -> date:
    day = read_option(option, raw, date_of, call)
    if day is None:
        raise InputError("day_unreadable", raw=raw, option=option)
    return day


def read_option(option: str, raw: str, read: Callable[[str], V], call: Call) -> V:
    """The value of an option. InputError where it cannot be read."""
    try:
        return read(raw)
    except CellFault as fault:
        raise _bad(option, fault, call) from None


def _bad(option: str, fault: CellFault, call: Call) -> InputError:
    reason = call.words.file_problems.row[fault.code](Facts(fault.facts))
    return InputError("option_bad", option=option, reason=reason)
