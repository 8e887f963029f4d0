"""`plan list|show|check|new|use`: plan files. Moving a unit to another plan is `migrate`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.cli.files import write_text
from xjtui.cli.options import day
from xjtui.cli.pins import split
from xjtui.domain.plan import Basis, Item, Plan
from xjtui.errors import Exit, InputError, XjtuiError
from xjtui.plans.problems import Problem, Severity
from xjtui.words import tell


def _list_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("--json", action="store_true", help=help("json"))


def _list(args: argparse.Namespace, call: Call) -> int:
    rows: list[dict[str, Any]] = []
    seen: set[tuple[str, str]] = set()
    for entry in call.library.list():
        key = (entry.id, entry.version)
        if key in seen:
            continue
        seen.add(key)
        row: dict[str, Any] = {"id": entry.id, "version": entry.version, "packaged": entry.packaged}
        row |= {"path": str(entry.path), "title": None, "start": None, "end": None, "problem": None}
        try:
            plan = call.library.get(*key)
            row |= {"title": dict(plan.title.by_language), "start": plan.start.isoformat(), "end": plan.end.isoformat()}
        except XjtuiError as error:
            # One broken file must not hide the others.
            row["problem"] = call.sentence(error)
        rows.append(row)
    if args.json:
        call.answer_json(rows)
        return Exit.DONE
    said = call.words.command
    for row in rows:
        name = f"{row['id'] or row['path']}@{row['version']}"
        where = said.packaged if row["packaged"] else said.kept
        if row["problem"]:
            call.answer(f"{name}\t{where}\t{row['problem']}")
        else:
            title = call.library.get(row["id"], row["version"]).title.of(call.words.language)
            call.answer(f"{name}\t{row['start']} - {row['end']}\t{where}\t{title}")
    return Exit.DONE


def _show_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("plan", metavar="ID[@VERSION]", help=help("plan_id"))
    parser.add_argument("--json", action="store_true", help=help("json"))
    parser.add_argument("--source", action="store_true", help=help("source"))


def _show(args: argparse.Namespace, call: Call) -> int:
    if args.source:
        source = call.library.source(*split(args.plan)).decode("utf-8", "replace")
        call.answer(source.rstrip("\n"))
        return Exit.DONE
    plan = call.library.get(*split(args.plan))
    if args.json:
        call.answer_json(plan_json(plan))
        return Exit.DONE
    language, said = call.words.language, call.words.command
    call.answer(f"{plan.title.of(language)} ({plan.id} @ {plan.version})")
    call.answer(f"{plan.phase.of(language)}{call.words.phrases.colon}{plan.start} - {plan.end}")
    for stage in plan.stages:
        items = [item for item in plan.items if item.stage == stage.key]
        if items:
            call.answer("", stage.title.of(language))
        for item in items:
            call.answer(f"  {item.key}  {item.title.of(language)}")
            call.answer(f"    {item.requirement.of(language)}")
            call.answer(f"    {said.who}{call.words.phrases.colon}{_who(item, call)}")
            if due := _due(item, plan, call):
                call.answer(f"    {due}")
            inferred = f" [{call.words.terms.basis[Basis.INFERRED]}]" if item.basis is Basis.INFERRED else ""
            call.answer(f"    {item.clause.of(language)}{inferred}")
    return Exit.DONE


def _who(item: Item, call: Call) -> str:
    return call.words.phrases.joiner.join(call.words.terms.audience[one] for one in sorted(item.who))


def _due(item: Item, plan: Plan, call: Call) -> str:
    phrases, language = call.words.phrases, call.words.language
    if item.due.before_first:
        titles = (found.title.of(language) for key in item.due.before_first if (found := plan.item(key)))
        text = call.words.command.before_first(phrases.joiner.join(titles))
    elif item.due.day is None:
        return ""
    elif item.due.soft:
        text = phrases.advised_by(phrases.day(item.due.day, True))
    else:
        text = phrases.due_on(phrases.day(item.due.day, True))
    inferred = item.due.basis is Basis.INFERRED
    return f"{text} [{call.words.terms.basis[Basis.INFERRED]}]" if inferred else text


def plan_json(plan: Plan) -> dict[str, Any]:
    """A plan as `--json` gives it, see docs/commands.md."""
    return {
        "id": plan.id,
        "version": plan.version,
        "digest": plan.digest,
        "title": dict(plan.title.by_language),
        "start": plan.start.isoformat(),
        "end": plan.end.isoformat(),
        "languages": list(plan.languages),
        "stages": [{"key": stage.key, "title": dict(stage.title.by_language)} for stage in plan.stages],
        "kinds": [{"key": kind.key, "text": dict(kind.text.by_language)} for kind in plan.kinds],
        "items": [
            {
                "key": item.key,
                "stage": item.stage,
                "title": dict(item.title.by_language),
                "requirement": dict(item.requirement.by_language),
                "who": sorted(item.who),
                "rule": type(item.rule).__name__.removesuffix("Rule").lower(),
                "due": item.due.day.isoformat() if item.due.day else None,
                "before_first": list(item.due.before_first),
                "soft": item.due.soft,
                "clause": dict(item.clause.by_language),
                "basis": item.basis.value,
                "weight": item.weight,
            }
            for item in plan.items
        ],
    }


def _check_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("file", metavar="FILE", help=help("file"))
    parser.add_argument("--json", action="store_true", help=help("json"))


def _check(args: argparse.Namespace, call: Call) -> int:
    from xjtui.plans.files import read_bytes
    from xjtui.plans.reader import read_plan

    path = Path(args.file)
    if not path.exists():
        raise InputError("file_missing", path=args.file)
    plan, problems = read_plan(read_bytes(path), args.file)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if args.json:
        call.answer_json([_problem_json(problem, call) for problem in problems])
    else:
        call.answer(*(tell.plan_problem(call.words, problem) for problem in problems))
        if plan is not None:
            items = len(plan.items)
            call.answer(call.words.command.plan_good(plan.id, plan.version, items, len(problems) - errors))
        else:
            call.talk(call.words.command.plan_bad(errors, len(problems) - errors))
    return Exit.USAGE if plan is None else Exit.DONE


def _problem_json(problem: Problem, call: Call) -> dict[str, Any]:
    return {
        "code": problem.code.value,
        "severity": problem.severity.value,
        "place": problem.place,
        "line": problem.line,
        "text": tell.plan_problem(call.words, problem),
    }


def _new_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("--from", dest="origin", required=True, metavar="ID[@VERSION]", help=help("from"))
    parser.add_argument("--start", required=True, metavar="DATE", help=help("start"))
    parser.add_argument("--id", metavar="ID", help=help("id"))
    parser.add_argument("-o", "--output", metavar="FILE", help=help("output"))


def _new(args: argparse.Namespace, call: Call) -> int:
    from xjtui.plans.renewal import new_from

    plan_id, version = split(args.origin)
    made = new_from(call.library, plan_id, day(args.start, "--start"), args.id, version)
    said = call.words.command
    if args.output is not None:
        write_text(args.output, made.text)
        first, last = made.plan.start.isoformat(), made.plan.end.isoformat()
        call.answer(said.plan_written(made.plan.id, first, last, args.output))
    else:
        sys.stdout.write(made.text)
    if made.mentions:
        call.talk(said.mentions(len(made.mentions)))
    for mention in made.mentions:
        call.talk(f"  {mention.line or ''}\t{mention.place or '#'}\t{call.words.phrases.joiner.join(mention.words)}")
    return Exit.DONE


def _use_arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("file", metavar="FILE", help=help("file"))
    parser.add_argument("--replace", action="store_true", help=help("replace"))


def _use(args: argparse.Namespace, call: Call) -> int:
    path = Path(args.file)
    if not path.exists():
        raise InputError("file_missing", path=args.file)
    plan = call.library.install(path, replace=args.replace)
    call.answer(call.words.command.plan_kept(plan.id, plan.version))
    return Exit.DONE


LIST = Command(_list_arguments, _list)
SHOW = Command(_show_arguments, _show)
CHECK = Command(_check_arguments, _check)
NEW = Command(_new_arguments, _new)
USE = Command(_use_arguments, _use)
