"""What every store promises, told as a branch's story and run on each implementation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zlib import crc32

import pytest

from tests.store.people import AT, change, draft, roster, session, unit
from xjtui.domain.changes import Entry, last_undoable
from xjtui.errors import ConflictError, InputError, ReadOnlyError
from xjtui.store.base import Store
from xjtui.store.files import FilesStore
from xjtui.store.image import decode, encode
from xjtui.store.memory import MemoryStore
from xjtui.store.system import System

Bar = Callable[[str], None]


class Guarded(System):
    """A system that lets nobody write, whoever runs the tests."""

    barred = False

    def writable(self, path: str) -> bool:
        return not self.barred and super().writable(path)

    def open(self, path: str, flags: int, mode: int = 0o600) -> int:
        if self.barred and flags & 0o3:
            raise PermissionError(13, "barred", path)
        return super().open(path, flags, mode)


@pytest.fixture(params=["files", "memory"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Store, Bar]:
    """A store, and a way to make it read-only for a reason."""
    if request.param == "memory":
        memory = MemoryStore()
        return memory, lambda reason: setattr(memory, "read_only", reason)
    system = Guarded()

    def bar(reason: str) -> None:
        if reason == "no_rights":
            system.barred = True
            return
        path = tmp_path / "units" / "b01" / "progress.json"
        state = decode(path.read_bytes(), "b01")
        assert state is not None
        newer = b"".join(encode(state)).replace(b'"schema":1', b'"schema":2')
        path.write_bytes(_resealed(newer))

    return FilesStore(tmp_path, system=system), bar


def _resealed(data: bytes) -> bytes:
    body = data[: data.rindex(b',"crc32"')]
    return body + b',"crc32":"%08x"}\n}}\n' % crc32(body)


@pytest.fixture
def store(house: tuple[Store, Bar]) -> Store:
    return house[0]


@pytest.fixture
def branch(store: Store) -> Store:
    store.create(unit(), roster(), by="办公室", at=AT)
    return store


# -- a branch is set up --------------------------------------------------------------------------------------------


def test_a_new_branch_is_there_with_its_roster(store: Store) -> None:
    made = store.create(unit(), roster(), by="办公室", at=AT, records=(session(),))
    assert made.unit == replace(unit(), revision=1)
    assert made.members == tuple(replace(member, revision=1) for member in roster())
    assert made.records == (session(revision=1),)
    assert (made.seq, made.read_only, made.reports, made.oversight) == (1, "", (), ())
    assert store.load("b01") == made
    assert store.list_units() == ("b01",)


def test_units_are_listed_in_order(store: Store) -> None:
    assert store.list_units() == ()
    for unit_id in ("g1", "b02", "b01"):
        store.create(unit(unit_id), (), by="办公室", at=AT)
    assert store.list_units() == ("b01", "b02", "g1")


def test_an_id_is_given_once(branch: Store) -> None:
    with pytest.raises(InputError) as refused:
        branch.create(unit(), (), by="办公室", at=AT)
    assert refused.value.code == "unit_exists"
    assert len(branch.load("b01").members) == 2


def test_a_mistyped_unit_names_its_neighbours(branch: Store) -> None:
    with pytest.raises(InputError) as refused:
        branch.load("b10")
    assert (refused.value.code, refused.value.facts) == ("unit_unknown", {"id": "b10", "near": ["b01"]})


@pytest.mark.parametrize("bad", ["", ".", "..", "../b01", "b01/..", "/etc", "B01", "b 1", "-b", "b\n", "甲", "b" * 41])
def test_a_bad_id_is_refused_by_every_method(branch: Store, bad: str) -> None:
    calls: list[Callable[[], object]] = [
        lambda: branch.load(bad),
        lambda: branch.create(replace(unit(), id=bad), (), by="x", at=AT),
        lambda: branch.apply(bad, change(session())),
        lambda: branch.apply_oversight(bad, "g1", change(session())),
        lambda: branch.history(bad),
        lambda: branch.undo(bad, None, by="x", at=AT),
        lambda: branch.token(bad),
        lambda: branch.save_draft(bad, "x", "k", draft()),
        lambda: branch.load_drafts(bad, "x"),
        lambda: branch.drop_draft(bad, "x", "k"),
    ]
    for call in calls:
        with pytest.raises(InputError) as refused:
            call()
        assert refused.value.code == "unit_id_bad"


# -- work is entered -----------------------------------------------------------------------------------------------


def test_a_record_is_saved_and_changed(branch: Store) -> None:
    saved = branch.apply("b01", change(session()))
    assert saved.records == (session(revision=1),)
    changed = branch.apply("b01", change(replace(saved.records[0], data={"theme": "改了"})))
    assert (changed.records[0].revision, changed.records[0].data) == (2, {"theme": "改了"})
    assert branch.load("b01") == changed


def test_one_change_set_may_touch_every_table(branch: Store) -> None:
    now = branch.load("b01")
    saved = branch.apply("b01", change(replace(now.unit, note="甲"), replace(now.members[0], note="乙"), session()))
    assert (saved.unit.note, saved.members[0].note, len(saved.records), saved.seq) == ("甲", "乙", 1, 2)


def test_what_was_handed_in_is_no_door_to_what_is_kept(branch: Store) -> None:
    mine = session()
    saved = branch.apply("b01", change(mine))
    mine.data["present"].append("m99")
    assert saved.records[0].data["present"] == ["m01", "m02"]
    assert branch.load("b01").records[0].data["present"] == ["m01", "m02"]


def test_a_field_that_is_emptied_is_empty(branch: Store) -> None:
    saved = branch.load("b01")
    branch.apply("b01", change(replace(saved.members[1], joined=None, exemptions=(), note="")))
    emptied = branch.load("b01").members[1]
    assert (emptied.joined, emptied.exemptions, emptied.note) == (None, (), "")


def test_an_empty_change_set_is_no_entry(branch: Store) -> None:
    assert branch.apply("b01", change()).seq == 1


def test_two_writers_on_different_records_both_win(branch: Store) -> None:
    branch.apply("b01", change(session("r1"), session("r2")))
    mine, theirs = branch.load("b01").records
    branch.apply("b01", change(replace(theirs, data={"theme": "她的"}), by="甲二"))
    both = branch.apply("b01", change(replace(mine, data={"theme": "我的"})))
    assert [record.data["theme"] for record in both.records] == ["我的", "她的"]


def test_two_writers_on_one_record_conflict_and_nothing_is_lost(branch: Store) -> None:
    seen = branch.apply("b01", change(session("r1"))).records[0]
    now = branch.apply("b01", change(replace(seen, data={"theme": "她的"}), by="甲二"))
    with pytest.raises(ConflictError) as conflict:
        branch.apply("b01", change(session("r9"), replace(seen, data={"theme": "我的"})))
    assert conflict.value.code == "conflict"
    assert conflict.value.facts == {"ids": ["r1"], "current": {"r1": now.records[0]}}
    assert branch.load("b01") == now


def test_a_new_record_under_a_taken_id_and_a_change_of_an_unknown_one_conflict(branch: Store) -> None:
    branch.apply("b01", change(session("r1")))
    with pytest.raises(ConflictError):
        branch.apply("b01", change(session("r1")))
    with pytest.raises(ConflictError) as conflict:
        branch.apply("b01", change(session("r2", revision=3)))
    assert conflict.value.facts["current"] == {"r2": None}


@pytest.mark.parametrize(
    ("entity", "code"),
    [
        (session('r"1'), "entity_id_bad"),
        (session("r\n1"), "entity_id_bad"),
        (session(""), "entity_id_bad"),
        (replace(unit("b02"), revision=1), "unit_other"),
        (session(theme="\udce9"), "value_unstorable"),
        (session(theme=float("nan")), "value_unstorable"),
        (session(theme={1, 2}), "value_unstorable"),
        (replace(session(), entered=AT.replace(tzinfo=None)), "time_without_offset"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(branch: Store, entity: object, code: str) -> None:
    before = branch.load("b01")
    with pytest.raises(InputError) as refused:
        branch.apply("b01", change(session("r0"), entity))  # type: ignore[arg-type]
    assert refused.value.code == code
    assert branch.load("b01") == before


def test_an_entity_twice_in_one_change_set_is_refused(branch: Store) -> None:
    with pytest.raises(InputError) as refused:
        branch.apply("b01", change(session(), session()))
    assert refused.value.code == "changed_twice"


# -- what happened, and back again ---------------------------------------------------------------------------------


def test_history_tells_who_changed_what_when(branch: Store) -> None:
    record = branch.apply("b01", change(session())).records[0]
    branch.apply("b01", change(replace(record, data={"theme": "改了"}), by="甲二"))
    first, second, third = branch.history("b01")
    assert (first.seq, first.by, first.label, len(first.edits)) == (1, "办公室", "create", 3)
    assert (second.edits[0].id, second.edits[0].before) == ("r1", None)
    assert third.edits[0].before == second.edits[0].after
    assert third.edits[0].after["data"] == {"theme": "改了"}
    assert (third.by, third.at) == ("甲二", AT)
    assert branch.history("b01", 2) == (third,)
    assert branch.history("b01", 3) == ()


def undone(store: Store, seq: int | None = None) -> Entry:
    return store.undo("b01", seq, by="甲一", at=AT + timedelta(hours=1))


def test_undo_of_a_new_record_voids_it_and_redo_brings_it_back(branch: Store) -> None:
    branch.apply("b01", change(session()))
    entry = undone(branch)
    assert (entry.seq, entry.undoes) == (3, 2)
    voided = branch.load("b01").records[0].voided
    assert voided is not None
    assert (voided.by, voided.why, voided.at) == ("甲一", "undo", AT + timedelta(hours=1))
    again = undone(branch, 3)
    assert (again.undoes, again.label) == (3, "redo:record:study.sessions:session")
    assert branch.load("b01").records == (session(revision=3),)


def test_undo_of_a_change_brings_back_what_was(branch: Store) -> None:
    member = branch.load("b01").members[0]
    branch.apply("b01", change(replace(member, name="错了", note="多的")))
    undone(branch)
    assert branch.load("b01").members[0] == replace(member, revision=3)


def test_undo_of_a_new_member_removes_the_row(branch: Store) -> None:
    branch.apply("b01", change(replace(roster()[0], id="m03")))
    undone(branch)
    removed = branch.load("b01").members[2].removed
    assert removed is not None
    assert removed.why == "undo"


def test_undo_goes_back_step_by_step_but_not_behind_the_beginning(branch: Store) -> None:
    branch.apply("b01", change(session("r1")))
    branch.apply("b01", change(session("r2")))
    assert [undone(branch).undoes, undone(branch).undoes] == [3, 2]
    with pytest.raises(InputError) as refused:
        undone(branch)
    assert refused.value.code == "nothing_to_undo"
    assert last_undoable(branch.history("b01")) is None


@pytest.mark.parametrize(("seq", "code"), [(1, "undo_impossible"), (9, "entry_unknown")])
def test_what_cannot_be_taken_back_says_so(branch: Store, seq: int, code: str) -> None:
    with pytest.raises(InputError) as refused:
        undone(branch, seq)
    assert refused.value.code == code


def test_undo_leaves_alone_what_was_changed_again(branch: Store) -> None:
    record = branch.apply("b01", change(session())).records[0]
    now = branch.apply("b01", change(replace(record, data={}), by="甲二"))
    with pytest.raises(ConflictError) as conflict:
        undone(branch, 2)
    assert (conflict.value.code, conflict.value.facts["ids"]) == ("undo_changed_since", ["r1"])
    assert branch.load("b01") == now


def test_nothing_is_ever_deleted(branch: Store) -> None:
    for number in range(4):
        branch.apply("b01", change(session(f"r{number}")))
        undone(branch)
    assert len(branch.load("b01").records) == 4
    assert [entry.seq for entry in branch.history("b01")] == list(range(1, 10))


# -- others look and write too -------------------------------------------------------------------------------------


def test_the_token_changes_with_every_change_and_only_then(branch: Store) -> None:
    tokens = [branch.token("b01")]
    assert branch.load("b01").token == tokens[0]
    branch.apply("b01", change(session()))
    tokens.append(branch.token("b01"))
    branch.apply_oversight("b01", "g1", change(session("c1")))
    tokens.append(branch.token("b01"))
    branch.undo("b01", None, by="x", at=AT)
    tokens.append(branch.token("b01"))
    assert len(set(tokens)) == 4
    branch.save_draft("b01", "甲一", "k", draft())
    branch.history("b01")
    assert branch.load("b01").token == tokens[-1] == branch.token("b01")


def test_oversight_stands_beside_the_branchs_own(branch: Store) -> None:
    branch.apply("b01", change(session("r1")))
    branch.apply_oversight("b01", "g1", change(session("c1"), by="检查组"))
    seen = branch.apply_oversight("b01", "办公室", change(session("c2")))
    assert [record.id for record in seen.records] == ["r1"]
    assert {record.id for record in seen.oversight} == {"c1", "c2"}
    assert (seen.seq, len(branch.history("b01"))) == (2, 2)
    assert [entry.by for entry in branch.history("b01", writer="g1")] == ["检查组"]
    assert branch.history("b01", writer="nobody") == ()


def test_oversight_has_revisions_too_and_takes_records_only(branch: Store) -> None:
    branch.apply_oversight("b01", "g1", change(session("c1")))
    with pytest.raises(ConflictError):
        branch.apply_oversight("b01", "g1", change(session("c1")))
    with pytest.raises(InputError) as refused:
        branch.apply_oversight("b01", "g1", change(replace(roster()[0], id="m09")))
    assert refused.value.code == "oversight_records_only"


@pytest.mark.parametrize("writer", ["", "x" * 200])
def test_a_writer_has_a_name(branch: Store, writer: str) -> None:
    with pytest.raises(InputError) as refused:
        branch.apply_oversight("b01", writer, change(session()))
    assert refused.value.code == "writer_bad"


# -- a connection breaks -------------------------------------------------------------------------------------------


def test_drafts_are_kept_by_writer_and_key(branch: Store) -> None:
    branch.save_draft("b01", "甲一", "one", draft())
    branch.save_draft("b01", "甲一", "two", draft(theme="另一份"))
    branch.save_draft("b01", "甲一", "one", draft(theme="新的"))
    branch.save_draft("b01", "../甲/..", "one", draft(theme="别人的"))
    assert branch.load_drafts("b01", "甲一") == {"one": draft(theme="新的"), "two": draft(theme="另一份")}
    assert branch.load_drafts("b01", "../甲/..") == {"one": draft(theme="别人的")}
    branch.drop_draft("b01", "甲一", "one")
    branch.drop_draft("b01", "甲一", "one")
    assert set(branch.load_drafts("b01", "甲一")) == {"two"}
    assert branch.load_drafts("b01", "nobody") == {}


# -- writing is not possible ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["no_rights", "newer_schema"])
def test_what_may_only_be_read_is_read_and_not_written(house: tuple[Store, Bar], reason: str) -> None:
    store, bar = house
    store.create(unit(), roster(), by="办公室", at=AT)
    before = store.apply("b01", change(session()))
    bar(reason)
    seen = store.load("b01")
    assert (seen.read_only, seen.reports) == (reason, ())
    assert (seen.unit, seen.members, seen.records) == (before.unit, before.members, before.records)
    for write in (
        lambda: store.apply("b01", change(session("r2"))),
        lambda: store.undo("b01", None, by="x", at=AT),
    ):
        with pytest.raises(ReadOnlyError) as refused:
            write()
        assert refused.value.code == reason
    assert store.load("b01") == seen
    assert len(store.history("b01")) == 2
