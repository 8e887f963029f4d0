"""`record`: enters, edits or follows up records from options or JSON; what an item takes is told by `schema`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from xjtui.cli.call import Call
from xjtui.cli.command import Command, Helps
from xjtui.cli.items import item_key
from xjtui.cli.natives import answers_from
from xjtui.domain.entry import Entry, finish, review
from xjtui.domain.fields import Fault
from xjtui.domain.forms import entry_kinds
from xjtui.domain.guide import Action, open_entry
from xjtui.domain.records import FOLLOW_UPS, Kind, Record
from xjtui.domain.sheet import Sheet
from xjtui.errors import Exit, InputError
from xjtui.words import tell


def _arguments(parser: argparse.ArgumentParser, help: Helps) -> None:
    parser.add_argument("unit", metavar="UNIT", help=help("unit_id"))
    parser.add_argument("item", metavar="ITEM", help=help("item"))
    parser.add_argument("--kind", metavar="KIND", help=help("kind_of_record"))
    on = parser.add_mutually_exclusive_group()
    on.add_argument("--about", metavar="RECORD", help=help("about"))
    on.add_argument("--edit", metavar="RECORD", help=help("edit"))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--set", action="extend", nargs="+", metavar="FIELD=VALUE", help=help("set"))
    what.add_argument("--json", metavar="FILE|-", help=help("json_in"))
    what.add_argument("--schema", action="store_true", help=help("schema"))
    parser.add_argument("--dry-run", action="store_true", help=help("dry_run"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """One record to be made: of which kind, on which record, with which raw answers."""

    kind: str | None
    about: str | None
    edit: str | None
    answers: Mapping[str, Any]


def _run(args: argparse.Namespace, call: Call) -> int:
    unit_id = call.unit(args.unit)
    sheet = call.sheet(unit_id)
    key = item_key(args.item, sheet, call.words)
    if args.schema:
        from xjtui.cli.schema import schema

        call.answer_json(schema(sheet, key, call.words, kind_named(args.kind), args.about))
        return Exit.DONE
    wanted = _from_json(args) if args.json is not None else _from_set(args)
    entries = [_entry(sheet, key, one, call) for one in wanted]
    if args.dry_run:
        return _tried(call, sheet, entries, args.json is not None)
    return _saved(call, unit_id, sheet, entries, args.json is not None)


def _pairs(given: list[str]) -> dict[str, str]:
    if not given:
        raise InputError("nothing_given")
    answers = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip():
            raise InputError("set_unclear", raw=pair)
        answers[name.strip()] = value
    return answers


def _from_json(args: argparse.Namespace) -> list[Wanted]:
    where = "-" if args.json == "-" else args.json
    try:
        data = sys.stdin.buffer.read() if args.json == "-" else Path(args.json).expanduser().read_bytes()
        value = json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise InputError("file_unreadable", path=where, reason=error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise InputError("json_encoding", path=where) from None
    except json.JSONDecodeError as error:
        raise InputError("json_bad", path=where, line=error.lineno, column=error.colno) from None
    rows = value if isinstance(value, list) else [value]
    if not rows:
        raise InputError("json_empty", path=where)
    wanted = []
    for place, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise InputError("json_not_object", path=where, place=place)
        wanted.append(_wanted(row, args, where, place))
    return wanted


def _wanted(row: Mapping[str, Any], args: argparse.Namespace, where: str, place: int) -> Wanted:
    """A row is the answers by field, or an object with `answers` and, beside them, `kind`, `about` or `edit`."""
    if "answers" not in row:
        return Wanted(args.kind, args.about, args.edit, row)
    answers = row["answers"]
    unknown = sorted(set(row) - {"answers", "kind", "about", "edit"})
    if not isinstance(answers, Mapping) or unknown:
        raise InputError("json_shape", path=where, place=place, unknown=unknown)
    on = {name: row.get(name) or getattr(args, name) for name in ("kind", "about", "edit")}
    return Wanted(on["kind"], on["about"], on["edit"], answers)


def kind_named(name: str | None) -> Kind | None:
    """A kind of record by its key. InputError for another."""
    if name is None:
        return None
    try:
        return Kind(name)
    except ValueError:
        raise InputError("record_kind_unknown", kind=name, known=[kind.value for kind in Kind]) from None


def _entry(sheet: Sheet, key: str, wanted: Wanted, call: Call) -> Entry:
    action = action_for(sheet, key, kind_named(wanted.kind), wanted.about, wanted.edit)
    entry = open_entry(sheet, action)
    return replace(entry, answers={**entry.answers, **answers_from(entry.form, wanted.answers)})


def action_for(sheet: Sheet, key: str, kind: Kind | None, about: str | None, edit: str | None) -> Action:
    """What is to be entered under an item. InputError where the item, or the record, takes no such thing."""
    situation = sheet.situation
    if about or edit:
        record = situation.record(about or edit or "")
        if record is None:
            raise InputError("record_unknown", id=about or edit)
        of = situation.plan.item(record.item)
        if of is None or of.key != key:
            raise InputError("record_elsewhere", id=record.id, item=record.item, asked=key)
        if record.voided is not None:
            raise InputError("already_voided_edit", id=record.id)
        return _edit(record, kind) if edit else _follow_up(record, kind)
    item = situation.plan.item(key)
    assert item is not None
    usual = entry_kinds(item)
    known = [*usual, Kind.WAIVER]
    chosen = kind or (usual[0] if usual else None)
    if chosen is None:
        raise InputError("nothing_to_enter", item=key)
    if chosen not in known:
        on = [parent for parent in usual if chosen in FOLLOW_UPS.get(parent, ())]
        code = "about_needed" if on else "kind_unfit"
        raise InputError(code, kind=chosen.value, item=key, known=[one.value for one in known])
    return Action(key, chosen)


def _from_set(args: argparse.Namespace) -> list[Wanted]:
    return [Wanted(args.kind, args.about, args.edit, _pairs(args.set or []))]


def _edit(record: Record, kind: Kind | None) -> Action:
    if kind not in (None, record.kind):
        raise InputError("kind_fixed", kind=record.kind.value, id=record.id)
    return Action(record.item, record.kind, record=record.id, about=record.about)


def _follow_up(record: Record, kind: Kind | None) -> Action:
    known = FOLLOW_UPS.get(record.kind, ())
    chosen = kind or (known[0] if known else None)
    if chosen is None or chosen not in known:
        raise InputError(
            "follow_up_unfit", kind=kind.value if kind else "", of=record.kind.value, known=[one.value for one in known]
        )
    return Action(record.item, chosen, about=record.id)


# -- results -----------------------------------------------------------------------------------------------------------


def _refuse(call: Call, sheet: Sheet, entries: list[Entry], faults: list[tuple[Fault, ...]]) -> InputError:
    """Tells every fault of every entry, in one line each."""
    for place, (entry, found) in enumerate(zip(entries, faults, strict=True), 1):
        where = f"[{place}] " if len(entries) > 1 else ""
        for fault in found:
            call.talk(f"{where}{fault.key}: {tell.fault(call.words, fault, entry.form, sheet)}")
    count = sum(len(found) for found in faults)
    return InputError("entry_faulty", count=count, unit=sheet.situation.unit.id, item=entries[0].form.item)


def _tried(call: Call, sheet: Sheet, entries: list[Entry], as_json: bool) -> int:
    reading = call.desk.reading(sheet)
    faults = [review(entry, reading).faults for entry in entries]
    if any(faults):
        raise _refuse(call, sheet, entries, faults)
    made = [finish(entry, reading, "-", call.desk.who, call.clock.now()) for entry in entries]
    records = [one for one in made if isinstance(one, Record)]
    _answer(call, sheet, records, as_json, saved=False)
    return Exit.DONE


def _saved(call: Call, unit_id: str, sheet: Sheet, entries: list[Entry], as_json: bool) -> int:
    given: list[str] = []

    def noting() -> str:
        given.append(call.desk.ids())
        return given[-1]

    made = replace(call.desk, ids=noting).save_all(unit_id, entries)
    if not isinstance(made, Sheet):
        raise _refuse(call, sheet, entries, list(made))
    ids = [entry.form.record or new for entry, new in zip(entries, given, strict=True)]
    records = [record for one in ids if (record := made.situation.record(one)) is not None]
    _answer(call, made, records, as_json, saved=True)
    return Exit.DONE


def _answer(call: Call, sheet: Sheet, records: list[Record], as_json: bool, saved: bool) -> None:
    if as_json:
        from xjtui.report.facts import record_json

        rows = [record_json(record, sheet.situation, call.words) for record in records]
        call.answer_json({"unit": sheet.situation.unit.id, "saved": saved, "records": rows})
        return
    for record in records:
        line = tell.record_line(call.words, record, sheet.situation)
        call.answer(call.words.command.saved(line, record.id) if saved else call.words.command.would_save(line))
    state = sheet.state(records[0].item) if saved and records else None
    if state is not None:
        title = state.item.title.of(call.words.language)
        call.talk(f"{title}  {tell.status(call.words, state)}  {tell.progress(call.words, state)}")


RECORD = Command(_arguments, _run)
