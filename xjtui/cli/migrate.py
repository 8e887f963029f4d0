"""`plan migrate`: moves a unit to another plan or version, openly; no record is touched."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.cli.pins import split
from xjtui.domain.plan import Plan
from xjtui.errors import Exit, InputError
from xjtui.plans.difference import PlanDifference, compare


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("--to", required=True, metavar="ID[@VERSION]", help=help("to"))
    parser.add_argument("--yes", action="store_true", help=help("yes"))


def _run(args: argparse.Namespace, call: Call) -> int:
    unit_id = call.unit(args.unit)
    stored = call.desk.store.load(unit_id)
    unit, said = stored.unit, call.words.command
    new, pin = call.desk.pin(*split(args.to))
    if pin == unit.pin:
        call.talk(said.on_plan_already(unit.name, pin.id, pin.version))
        return Exit.DONE
    if new.kinds and new.kind(unit.kind) is None:
        known = [(kind.key, kind.text) for kind in new.kinds]
        raise InputError("kind_not_in_plan", kind=unit.kind, plan=new.id, unit=unit.id, known=known)
    old = _old_plan(call, unit.pin.id, unit.pin.version, unit.pin.digest)
    counts: dict[str, int] = {}
    for record in stored.records:
        if record.voided is None:
            counts[record.item] = counts.get(record.item, 0) + 1
    call.answer(said.migrating(unit.name, f"{unit.pin.id}@{unit.pin.version}", f"{pin.id}@{pin.version}"))
    if old is None:
        call.answer(said.old_plan_gone(unit.pin.id, unit.pin.version))
        _tell_lost(call, new, counts)
    else:
        _tell(call, compare(old, new, unit.audience), counts)
    if not args.yes and not _agreed(call):
        return Exit.NOT_SO
    call.desk.apply(unit_id, (replace(unit, pin=pin),), "migrate")
    call.answer(said.migrated(unit.name, pin.id, pin.version))
    return Exit.DONE


def _old_plan(call: Call, plan_id: str, version: str, digest: str) -> Plan | None:
    """The plan the unit worked by, where its file is still here as it was."""
    try:
        old = call.library.get(plan_id, version, digest)
    except InputError:
        return None
    return old if old.digest == digest else None


def _tell(call: Call, found: PlanDifference, counts: dict[str, int]) -> None:
    said, language = call.words.command, call.words.language
    for item in found.added:
        call.answer(f"+ {item.key}  {item.title.of(language)}  {said.item_added}")
    for change in (*found.changed, *found.renamed):
        keys = change.new.key if change.old.key == change.new.key else f"{change.old.key} → {change.new.key}"
        fields = call.words.phrases.joiner.join(said.plan_fields.get(name, name) for name in change.fields)
        call.answer(f"~ {keys}  {change.new.title.of(language)}  {said.item_changed(fields, change.binding)}")
    for item in found.orphaned:
        call.answer(f"- {item.key}  {item.title.of(language)}  {said.item_orphaned(counts.get(item.key, 0))}")
    if found.plan_fields:
        fields = call.words.phrases.joiner.join(said.plan_fields.get(name, name) for name in found.plan_fields)
        call.answer(f"~ {said.plan_itself(fields)}")
    if found.nothing:
        call.answer(said.plans_alike)


def _tell_lost(call: Call, new: Plan, counts: dict[str, int]) -> None:
    for key, count in sorted(counts.items()):
        if new.item(key) is None:
            call.answer(f"- {key}  {call.words.command.item_orphaned(count)}")


def _agreed(call: Call) -> bool:
    """Asks on a terminal; without one the answer must have been given as --yes."""
    if not sys.stdin.isatty():
        raise InputError("migrate_unconfirmed")
    try:
        reply = input(call.words.command.migrate_ask)
    except EOFError:
        reply = ""
    return call.words.command.agrees(reply)


MIGRATE = Command(_arguments, _run)
