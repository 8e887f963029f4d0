"""`member import`: a roster file into a unit; every bad row is named, and nothing is saved behind anybody's back."""

from __future__ import annotations

import argparse

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.domain.people import Member
from xjtui.errors import Exit, InputError
from xjtui.intake.problems import RowProblem
from xjtui.words import tell


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("file", metavar="FILE", help=help("file"))
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--all-or-nothing", action="store_true", help=help("all_or_nothing"))
    how.add_argument("--skip-bad", action="store_true", help=help("skip_bad"))
    parser.add_argument("--dry-run", action="store_true", help=help("dry_run"))


def _run(args: argparse.Namespace, call: Call) -> int:
    # Late: the readers of workbooks are heavy.
    from xjtui.intake.compare import compare
    from xjtui.intake.roster import read_roster

    unit_id = call.unit(args.unit)
    members = call.desk.sheet(unit_id).situation.members
    file = read_roster(args.file)
    change = compare(file.rows, members)
    said = call.words.command
    if file.ignored:
        call.talk(said.columns_ignored(call.words.phrases.joiner.join(file.ignored)))
    bad = _tell_problems(call, file.problems)
    for doubt in change.ambiguous:
        candidates = call.words.phrases.joiner.join(f"{one.name} ({one.id})" for one in doubt.candidates)
        call.talk(said.row_doubt(doubt.row.line, doubt.row.name, said.doubts[doubt.doubt], candidates))
        bad += 1
    if bad and not args.skip_bad:
        raise InputError("rows_bad", count=bad, good=len(change.new) + len(change.changed) + len(change.unchanged))
    if not change.nothing and not args.dry_run:
        call.desk.save_members(unit_id, change.members(call.desk.ids), "import")
    for one in change.not_in_file:
        call.talk(said.not_in_file(one.name, one.id))
    counts = (len(change.new), len(change.changed), len(change.unchanged))
    call.answer(said.would_import(*counts) if args.dry_run else said.imported(*counts))
    return Exit.DONE


def _tell_problems(call: Call, problems: tuple[RowProblem, ...]) -> int:
    for problem in problems:
        call.talk(tell.row_problem(call.words, problem))
    return len({problem.line for problem in problems})


def fresh_members(path: str, call: Call) -> tuple[Member, ...]:
    """The people of a file for a unit that is about to be made. InputError where any row is bad."""
    from xjtui.intake.compare import compare
    from xjtui.intake.roster import read_roster

    file = read_roster(path)
    if bad := _tell_problems(call, file.problems):
        raise InputError("rows_bad", count=bad, good=len(file.rows))
    return compare(file.rows, ()).members(call.desk.ids)


IMPORT = Command(_arguments, _run)
