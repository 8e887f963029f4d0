"""Districts of any size, for measuring: branches of the sample copied, cut off at chance days and filled up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from xjtui.domain.answers import Reading
from xjtui.domain.changes import ChangeSet
from xjtui.domain.entry import Entry, finish
from xjtui.domain.forms import form_for
from xjtui.domain.people import Member, Unit
from xjtui.domain.plan import Audience, Plan
from xjtui.domain.records import Record
from xjtui.domain.situation import Situation
from xjtui.plans.library import PlanLibrary
from xjtui.sample import fieldwork as field
from xjtui.sample import kit
from xjtui.sample.kit import april
from xjtui.sample.place import AS_OF
from xjtui.sample.play import StoryError
from xjtui.sample.script import OFFICE, Deed, Script
from xjtui.sample.stories import FOUNDED, STORIES, tell
from xjtui.sample.write import PLAN, new_data
from xjtui.store.files import FilesStore
from xjtui.store.memory import MemoryStore
from xjtui.words import LEXICON

PER_GROUP = 12
"""Branches that one inspection group guides."""
SPARE = 40
"""Records made for each branch of the sample, of which copies fill a unit up."""


@dataclass(frozen=True, slots=True)
class _Mould:
    """A branch of the sample: what its copies are made of."""

    unit: Unit
    members: tuple[Member, ...]
    records: tuple[Record, ...]
    receipts: tuple[Record, ...]
    spare: tuple[Record, ...]


def write_district(target: Path, units: int, seed: int, records: int = 40) -> None:
    """A data directory of so many units, one in about thirteen an inspection group and, from 60 on, one the committee.

    Each branch has `records` records of its own, with receipts of the office beside them. The same arguments give the
    same bytes. InputError where the directory has units already.
    """
    plan = PlanLibrary(None).get(PLAN)
    rng = Random(seed)
    with new_data(target) as store:
        stories = MemoryStore()
        tell(stories, plan)
        moulds = [_mould(stories, plan, story.id) for story in STORIES if story.audience is Audience.BRANCH]
        groups = units // (PER_GROUP + 1)
        committee = 1 if units >= 60 else 0
        branches = [f"u{number:05d}" for number in range(1, units - groups - committee + 1)]
        for place, unit_id in enumerate(branches):
            group = f"g{place % groups + 1:04d}" if groups else ""
            _branch(store, rng, rng.choice(moulds), unit_id, group, records)
        for number in range(groups):
            guides = tuple(branches[number::groups])
            _copy(store, stories, "g1", f"g{number + 1:04d}", f"示例指导检查{number + 1}组", guides)
        if committee:
            _copy(store, stories, "committee", "committee", "示例局党委", ())


def _mould(stories: MemoryStore, plan: Plan, unit_id: str) -> _Mould:
    snapshot = stories.load(unit_id)
    records = tuple(sorted(snapshot.records, key=lambda record: record.entered))
    spare = _spare(plan, snapshot.unit, snapshot.members)
    return _Mould(snapshot.unit, snapshot.members, records, snapshot.oversight, spare)


def _spare(plan: Plan, unit: Unit, members: Sequence[Member]) -> tuple[Record, ...]:
    """Records that any branch could have any number of, made through the forms."""
    script = Script(unit, members, plan, f"spare:{unit.id}")
    for turn in range(SPARE):
        day = april(1 + turn % 14)
        match turn % 8:
            case 0:
                kit.session(script, day, {turn % 5: "late"})
            case 1:
                kit.publicity(script, "web", day)
            case 2:
                kit.exchange(script, day, turn % 3)
            case 3:
                kit.lectures(script, day, (turn % len(members) % 6,), {})
            case _:
                field.opinion(script, "box", day, 1 + turn % 3)
    situation = Situation(plan, unit, tuple(members), (), AS_OF)
    reading = Reading(situation, LEXICON)
    made = []
    for number, deed in enumerate(event for event in script.ordered() if isinstance(event, Deed)):
        form = form_for(situation, plan.by_key[deed.item], deed.kind)
        record = finish(Entry(form, deed.answers), reading, f"spare{number}", unit.secretary, deed.entered)
        if isinstance(record, tuple):
            raise StoryError(unit.id, deed, record)
        made.append(record)
    return tuple(made)


def _branch(store: FilesStore, rng: Random, mould: _Mould, unit_id: str, group: str, count: int) -> None:
    unit = replace(mould.unit, id=unit_id, name=f"示例{unit_id[1:]}支部", group=group, revision=0)
    last = date(2009, 3, 26) + timedelta(days=min(rng.randrange(28), 20))
    # Cut off where this branch has got to: nothing follows up what is not there, for it was typed in later.
    kept = [record for record in mould.records if record.entered.date() <= last][:count]
    ids = {record.id: f"{unit_id}-{number:04d}" for number, record in enumerate(kept, 1)}
    records = [_moved(record, ids) for record in kept]
    for number in range(len(kept) + 1, count + 1):
        records.append(_varied(rng.choice(mould.spare), f"{unit_id}-{number:04d}", number))
    members = [replace(member, revision=0) for member in mould.members]
    store.create(unit, members, by="局办公室", at=FOUNDED, records=records)
    receipts = [_moved(receipt, ids) for receipt in mould.receipts if receipt.about in ids]
    receipts = [replace(receipt, id=f"{receipt.about}-r{number}") for number, receipt in enumerate(receipts, 1)]
    if receipts:
        changes = ChangeSet(tuple(receipts), "receipts", OFFICE, receipts[-1].entered)
        store.apply_oversight(unit_id, OFFICE, changes)


def _moved(record: Record, ids: dict[str, str]) -> Record:
    """The record under its new id. Other records that it names in its answers are named anew too."""
    about = ids[record.about] if record.about is not None else None
    data = record.data
    if data.get("into") in ids:
        data = {**data, "into": ids[data["into"]]}
    return replace(record, id=ids.get(record.id, record.id), about=about, data=data, revision=0)


def _varied(record: Record, new_id: str, number: int) -> Record:
    """A copy in other words, since equal texts are pointed out."""
    key = next(key for key in ("text", "theme", "title") if key in record.data)
    data = {**record.data, key: f"{record.data[key]}（{number}）"}
    return replace(record, id=new_id, data=data, entered=record.entered + timedelta(seconds=number % 3600), revision=0)


def _copy(store: FilesStore, stories: MemoryStore, of: str, unit_id: str, name: str, guides: tuple[str, ...]) -> None:
    """A group or committee as in the sample, without what it wrote about branches that are not here."""
    snapshot = stories.load(of)
    unit = replace(snapshot.unit, id=unit_id, name=name, guides=guides, revision=0)
    ids = {record.id: f"{unit_id}-{number:04d}" for number, record in enumerate(snapshot.records, 1)}
    records = [] if guides else [_moved(record, ids) for record in snapshot.records]
    members = [replace(member, revision=0) for member in snapshot.members]
    store.create(unit, members, by="局办公室", at=FOUNDED, records=records)
