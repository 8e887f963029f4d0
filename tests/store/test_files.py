"""What only files can suffer: killed writers, crashes between two steps, damage, links, and other programs."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tinydb import Query, TinyDB

from tests.store.people import AT, change, draft, roster, session, unit
from xjtui.domain.changes import Snapshot, Table
from xjtui.errors import BusyError, DamagedError, InputError, RefusedError, UnknownOutcomeError
from xjtui.store import disk
from xjtui.store.book import FILE_LAGGING
from xjtui.store.codec import dump
from xjtui.store.files import OVERSIGHT_DAMAGED, FilesStore
from xjtui.store.ids import Ids
from xjtui.store.image import NO_HEAD, decode
from xjtui.store.log import Header, RawEdit, compose, scan
from xjtui.store.recovery import CHANGES_LOST, FILE_REBUILT, LOG_REBUILT, LOG_TORN
from xjtui.store.system import System

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A branch with three records, saved one by one."""
    store = FilesStore(tmp_path)
    store.create(unit(), roster(), by="办公室", at=AT)
    for number in (1, 2, 3):
        store.apply("b01", change(session(f"r{number}")))
    return tmp_path


def folder(data: Path) -> Path:
    return data / "units" / "b01"


def file(data: Path) -> Path:
    return folder(data) / "progress.json"


def log(data: Path) -> Path:
    return folder(data) / "progress.log"


def quarantine(data: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder(data) / "quarantine").glob("*"))]


def facts(seen: Snapshot) -> tuple[object, ...]:
    return seen.unit, seen.members, seen.records, seen.oversight


# -- what lies on the disk -----------------------------------------------------------------------------------------


def test_plain_tinydb_opens_the_file_and_finds_the_records(data: Path) -> None:
    with TinyDB(file(data), access_mode="r") as database:
        assert database.tables() == {"unit", "members", "records", "meta"}
        assert [doc["id"] for doc in database.table("records")] == ["r1", "r2", "r3"]
        found = database.table("members").get(Query().name == "甲二")
        assert not isinstance(found, list)
        assert found is not None
        assert (found["note"], found.doc_id) == ("新调入", 2)
        meta = database.table("meta").all()[0]
        assert (meta["seq"], meta["schema"]) == (4, 1)


def test_files_are_closed_to_strangers(data: Path) -> None:
    FilesStore(data).save_draft("b01", "甲一", "k", draft())
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder(data).rglob("*") if path.is_file()}
    assert all(mode & 0o007 == 0 for mode in modes.values()), modes
    locks = {name: mode for name, mode in modes.items() if name.endswith(".lock")}
    assert len(locks) == 2
    assert set(locks.values()) == {0o600}


def test_a_save_leaves_no_temporary_file(data: Path) -> None:
    assert sorted(path.name for path in folder(data).iterdir()) == ["progress.json", "progress.lock", "progress.log"]
    assert sorted(path.name for path in (data / "units").iterdir()) == [".create.lock", "b01"]


def test_a_field_of_a_stranger_survives_our_change(data: Path) -> None:
    # As a later program of the same schema might leave it: only the log can say so, the file is sealed.
    _coloured(data)
    file(data).unlink()
    store = FilesStore(data)
    record = store.load("b01").records[0]
    store.apply("b01", change(replace(record, data={})))
    with TinyDB(file(data), access_mode="r") as database:
        assert database.table("records").all()[0]["colour"] == "red"


def _coloured(data: Path) -> None:
    lines, head = b"", NO_HEAD
    for one in scan(log(data).read_bytes(), "b01", 0, NO_HEAD).lines:
        doc = one.doc
        edits = [
            RawEdit(Table(edit["table"]), edit["id"], None, dump({**edit["after"], "colour": "red"}))
            for edit in doc["edits"]
        ]
        line, head = compose("b01", one.seq, head, Header(doc["at"], doc["by"], doc["label"]), edits)
        lines += line
    log(data).write_bytes(lines)


# -- killed, crashed, at the same time -----------------------------------------------------------------------------


def _writer(data: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", str(data), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_killed_writer_loses_nothing_it_acknowledged(data: Path) -> None:
    acknowledged: set[str] = set()
    for turn in range(10):
        with _writer(data, f"w{turn}", 10_000) as process:
            assert process.stdout is not None
            acknowledged.add(process.stdout.readline().strip())
            time.sleep(0.01 + 0.007 * turn)
            process.kill()
            acknowledged.update(line.strip() for line in process.stdout if line.endswith("\n"))
    seen = FilesStore(data).load("b01")
    assert acknowledged <= {record.id for record in seen.records}
    assert len(acknowledged) >= 10
    # Nothing but at most one unacknowledged change a kill is there besides, and both files tell the same.
    assert len(seen.records) <= 3 + len(acknowledged) + 10
    assert len(FilesStore(data).history("b01")) == seen.seq == len(seen.records) + 1


def test_two_writers_at_once_lose_nothing(data: Path) -> None:
    writers = [_writer(data, name, 40) for name in ("a", "b")]
    for process in writers:
        process.communicate(timeout=60)
        assert process.returncode == 0
    seen = FilesStore(data).load("b01")
    assert len({record.id for record in seen.records}) == 83
    assert (seen.seq, seen.reports) == (84, ())


def test_threads_of_one_store_lose_nothing(data: Path) -> None:
    store = FilesStore(data, patience=30)

    def work(name: str) -> None:
        for number in range(20):
            store.apply("b01", change(session(f"{name}{number}")))

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.load("b01").records) == len(FilesStore(data).load("b01").records) == 63


def test_a_reader_never_sees_half_a_change(data: Path) -> None:
    store, reader = FilesStore(data), FilesStore(data)
    done = threading.Event()
    seen: list[tuple[int, int, int]] = []

    def watch() -> None:
        fresh = FilesStore(data)
        while not done.is_set():
            for one in (reader.load("b01"), fresh.load("b01"), FilesStore(data).load("b01")):
                assert one.reports == ()
                seen.append((one.seq, one.records[0].data["n"], one.records[1].data["n"]))

    store.apply("b01", change(*(replace(r, data={"n": 0}) for r in store.load("b01").records)))
    thread = threading.Thread(target=watch)
    thread.start()
    for number in range(1, 60):
        store.apply("b01", change(*(replace(r, data={"n": number}) for r in store.load("b01").records)))
    done.set()
    thread.join()
    assert {first == second == seq - 5 for seq, first, second in seen} == {True}
    assert len(set(seen)) > 3


def test_a_crash_between_log_and_file_is_finished(data: Path) -> None:
    store = FilesStore(data)
    old = file(data).read_bytes()
    store.apply("b01", change(session("r4")))
    after = store.apply("b01", change(session("r5")))
    file(data).write_bytes(old)
    seen = FilesStore(data).load("b01")
    assert (facts(seen), seen.seq, seen.reports) == (facts(after), 6, ())
    assert file(data).read_bytes() == old  # a reader writes nothing where nothing is wrong
    FilesStore(data).apply("b01", change(session("r6")))
    state = decode(file(data).read_bytes(), "b01")
    assert state is not None
    assert state.seq == 7
    assert len(FilesStore(data).load("b01").records) == 6


def test_a_torn_line_is_set_aside_by_the_next_writer(data: Path) -> None:
    torn = b'{"v":1,"of":"b01","seq":5,"pr'
    with log(data).open("ab") as stream:
        stream.write(torn)
    seen = FilesStore(data).load("b01")
    assert (len(seen.records), seen.reports) == (3, ())
    after = FilesStore(data).apply("b01", change(session("r4")))
    assert (len(after.records), after.reports) == (4, (LOG_TORN,))
    assert quarantine(data) == [torn]
    assert [entry.seq for entry in FilesStore(data).history("b01")] == [1, 2, 3, 4, 5]


def test_a_stopped_creation_is_no_unit_and_no_hindrance(tmp_path: Path) -> None:
    left = tmp_path / "units" / ".b01.new"
    left.mkdir(parents=True)
    (left / "progress.log").write_bytes(b"half")
    store = FilesStore(tmp_path)
    assert store.list_units() == ()
    store.create(unit(), roster(), by="办公室", at=AT)
    assert store.load("b01").reports == ()


# -- damage --------------------------------------------------------------------------------------------------------

DAMAGE: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda data: None,
    "empty": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "bit": lambda data: data[: len(data) // 2] + bytes((data[len(data) // 2] ^ 1,)) + data[len(data) // 2 + 1 :],
    "zeros": lambda data: bytes(len(data)),
    "foreign": lambda data: b'{"_default":{}}',
    "reformatted": lambda data: data.replace(b'":{"id"', b'": {"id"'),
}


def _damage(path: Path, how: str) -> bytes:
    good = path.read_bytes()
    bad = DAMAGE[how](good)
    if bad is None:
        path.unlink()
        return b""
    path.write_bytes(bad)
    return bad


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_file_comes_back_from_the_log(data: Path, how: str) -> None:
    before, good = FilesStore(data).load("b01"), file(data).read_bytes()
    bad = _damage(file(data), how)
    seen = FilesStore(data).load("b01")
    assert (facts(seen), seen.reports) == (facts(before), (FILE_REBUILT,))
    assert file(data).read_bytes() == good
    assert quarantine(data) == ([] if how == "missing" else [bad])
    assert FilesStore(data).load("b01").reports == ()


@pytest.mark.parametrize("how", ["missing", "empty", "cut", "zeros", "foreign"])
def test_a_damaged_log_comes_back_from_the_file(data: Path, how: str) -> None:
    before = FilesStore(data).load("b01")
    bad = _damage(log(data), how)
    seen = FilesStore(data).load("b01")
    assert (facts(seen), seen.reports) == (facts(before), (LOG_REBUILT,))
    assert quarantine(data) == ([bad] if bad else [])
    after = FilesStore(data).apply("b01", change(session("r4")))
    assert (len(after.records), after.reports) == (4, ())


def test_damage_in_the_middle_of_the_log_is_found_with_the_history(data: Path) -> None:
    before = FilesStore(data).load("b01")
    bad = _damage(log(data), "bit")
    store = FilesStore(data)
    assert store.history("b01")[-1].edits
    seen = store.load("b01")
    assert (facts(seen), seen.reports) == (facts(before), (LOG_REBUILT,))
    assert quarantine(data) == [bad]
    assert store.load("b01").reports == ()


def test_a_seal_of_the_other_kind_is_no_damage(data: Path) -> None:
    before, sealed = FilesStore(data).load("b01"), file(data).read_bytes()
    body = sealed[: sealed.rindex(b',"crc32"')]
    digest = sha256(body).hexdigest().encode()
    file(data).write_bytes(body + b',"digest":"' + digest + b'"}\n}}\n')
    seen = FilesStore(data).load("b01")
    assert (facts(seen), seen.reports) == (facts(before), ())
    assert (quarantine(data), len(FilesStore(data).apply("b01", change(session("r4"))).records)) == ([], 4)
    assert b'"crc32"' in file(data).read_bytes()
    file(data).write_bytes(body.replace(b"r2", b"r7") + b',"digest":"' + digest + b'"}\n}}\n')
    assert FilesStore(data).load("b01").reports == (FILE_REBUILT,)


def test_what_stands_for_lost_history_is_not_undone(data: Path) -> None:
    _damage(log(data), "empty")
    store = FilesStore(data)
    bridge = store.history("b01")[-1]
    with pytest.raises(InputError):
        store.undo("b01", None, by="x", at=AT)
    with pytest.raises(InputError) as refused:
        store.undo("b01", bridge.seq, by="x", at=AT)
    assert refused.value.code == "undo_impossible"


def test_both_damaged_brings_back_what_can_be_read(data: Path) -> None:
    _damage(file(data), "zeros")
    lines = log(data).read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"r2", b"r7")
    log(data).write_bytes(b"".join(lines))
    seen = FilesStore(data).load("b01")
    assert [record.id for record in seen.records] == ["r1", "r3"]
    assert CHANGES_LOST in seen.reports
    assert len(quarantine(data)) == 2


def test_nothing_left_is_said_and_touched_no_further(data: Path) -> None:
    _damage(file(data), "zeros")
    _damage(log(data), "zeros")
    before = {path: path.read_bytes() for path in (file(data), log(data))}
    calls: list[Callable[[], object]] = [
        lambda: FilesStore(data).load("b01"),
        lambda: FilesStore(data).apply("b01", change(session())),
    ]
    for call in calls:
        with pytest.raises(DamagedError) as damaged:
            call()
        assert (damaged.value.code, damaged.value.facts) == ("unit_damaged", {"id": "b01"})
    assert {path: path.read_bytes() for path in before} == before


def test_another_units_files_are_not_taken_for_ours(data: Path) -> None:
    FilesStore(data).create(unit("b02"), (), by="办公室", at=AT)
    before = FilesStore(data).load("b01")
    file(data).write_bytes((data / "units" / "b02" / "progress.json").read_bytes())
    seen = FilesStore(data).load("b01")
    assert (facts(seen), seen.reports) == (facts(before), (FILE_REBUILT,))


def test_damaged_oversight_does_not_hide_the_branch(data: Path) -> None:
    FilesStore(data).apply_oversight("b01", "g1", change(session("c1")))
    FilesStore(data).apply_oversight("b01", "g2", change(session("c2")))
    for ending in ("json", "log"):
        (folder(data) / "oversight" / f"g1.{ending}").write_bytes(b"\0\n" * 99)
    seen = FilesStore(data).load("b01")
    assert ([record.id for record in seen.oversight], seen.reports) == (["c2"], (OVERSIGHT_DAMAGED,))
    assert len(seen.records) == 3


def test_damaged_drafts_are_set_aside_and_do_not_hinder(data: Path) -> None:
    store = FilesStore(data)
    store.save_draft("b01", "a", "k", draft())
    path = folder(data) / "drafts" / "a.json"
    path.write_bytes(b"{")
    assert store.load_drafts("b01", "a") == {}
    store.save_draft("b01", "a", "k", draft())
    assert set(store.load_drafts("b01", "a")) == {"k"}
    assert [kept.read_bytes() for kept in (path.parent / "quarantine").iterdir()] == [b"{"]


# -- the system refuses --------------------------------------------------------------------------------------------


class Failing(System):
    """Fails the calls named, from when it is told."""

    def __init__(self, *calls: str, number: int = errno.ENOSPC) -> None:
        self.calls = set(calls)
        self.number = number
        self.on = False

    def _may(self, call: str) -> None:
        if self.on and call in self.calls:
            raise OSError(self.number, os.strerror(self.number))

    def write(self, fd: int, data: bytes | memoryview) -> int:
        self._may("write")
        return super().write(fd, data[: max(len(data) // 2, 1)])  # writes short ones too

    def fsync(self, fd: int) -> None:
        self._may("fsync")
        super().fsync(fd)

    def fdatasync(self, fd: int) -> None:
        self._may("fdatasync")
        super().fdatasync(fd)

    def ftruncate(self, fd: int, size: int) -> None:
        self._may("ftruncate")
        super().ftruncate(fd, size)

    def rename(self, old: str, new: str) -> None:
        self._may("rename")
        super().rename(old, new)


@pytest.mark.parametrize(
    ("call", "number", "code"),
    [("write", errno.ENOSPC, "disk_full"), ("fsync", errno.EIO, "disk_error"), ("fdatasync", errno.EIO, "disk_error")],
)
def test_a_save_that_failed_changed_nothing(data: Path, call: str, number: int, code: str) -> None:
    before = FilesStore(data).load("b01")
    system = Failing(call, number=number)
    store = FilesStore(data, system=system)
    system.on = True
    with pytest.raises(RefusedError) as refused:
        store.apply("b01", change(session("r4")))
    assert refused.value.code == code
    assert facts(FilesStore(data).load("b01")) == facts(before)
    assert log(data).stat().st_size == FilesStore(data)._progress("b01", str(folder(data))).read().state.log_size
    system.on = False
    assert len(store.apply("b01", change(session("r4"))).records) == 4
    assert len(FilesStore(data).load("b01").records) == 4


def test_a_save_whose_end_nobody_knows_says_so(data: Path) -> None:
    system = Failing("fdatasync", "ftruncate", number=errno.EIO)
    system.on = True
    with pytest.raises(UnknownOutcomeError) as unknown:
        FilesStore(data, system=system).apply("b01", change(session("r4")))
    assert (unknown.value.code, unknown.value.facts) == ("outcome_unknown", {"id": "b01", "errno": "EIO"})
    assert FilesStore(data).load("b01").reports == ()


def test_a_save_is_safe_once_it_is_in_the_log(data: Path) -> None:
    system = Failing("rename")
    store = FilesStore(data, system=system)
    system.on = True
    saved = store.apply("b01", change(session("r4")))
    assert (len(saved.records), saved.reports) == (4, (FILE_LAGGING,))
    assert len(store.apply("b01", change(session("r5"))).records) == 5
    assert len(FilesStore(data).load("b01").records) == 5
    system.on = False
    store.apply("b01", change(session("r6")))
    assert len(FilesStore(data).load("b01").records) == 6


def test_a_held_lock_makes_a_writer_wait_and_then_say_so(data: Path) -> None:
    system = System()
    lock = str(folder(data) / "progress.lock")
    with disk.locked(system, lock, "b01", 1), pytest.raises(BusyError) as busy:
        FilesStore(data, patience=0.05).apply("b01", change(session("r4")))
    assert (busy.value.code, busy.value.facts) == ("busy", {"id": "b01", "seconds": 0.05})
    assert FilesStore(data).load("b01").seq == 4


def test_links_out_of_the_data_folder_are_refused(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    FilesStore(outside).create(unit("b02"), (), by="x", at=AT)
    (data / "units" / "b02").symlink_to(outside / "units" / "b02")
    (folder(data) / "oversight").symlink_to(outside)
    calls: list[Callable[[], object]] = [
        lambda: FilesStore(data).load("b02"),
        lambda: FilesStore(data).apply("b02", change(session())),
        lambda: FilesStore(data).load("b01"),
    ]
    for call in calls:
        with pytest.raises(RefusedError) as refused:
            call()
        assert refused.value.code == "path_refused"


def test_a_link_in_place_of_a_file_is_refused(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "log"
    outside.write_bytes(log(data).read_bytes())
    log(data).unlink()
    log(data).symlink_to(outside)
    with pytest.raises(RefusedError):
        FilesStore(data).apply("b01", change(session("r4")))
    assert outside.read_bytes().count(b"\n") == 4


# -- size and ids --------------------------------------------------------------------------------------------------


def test_five_thousand_records_load(tmp_path: Path) -> None:
    records = tuple(session(f"r{number}") for number in range(5000))
    FilesStore(tmp_path).create(unit(), roster(), by="办公室", at=AT, records=records)
    start = time.perf_counter()
    seen = FilesStore(tmp_path).load("b01")
    assert time.perf_counter() - start < 2  # far above what it takes; `make bench` measures
    assert len(seen.records) == 5000


def test_ids_are_short_unlike_and_in_order() -> None:
    made = [Ids(now=lambda: 1_240_000_000.0, chance=lambda size: b"\xff" * size)() for _ in range(2)]
    assert made[0] == made[1]
    maker = Ids(now=iter([5.0, 5.0, 4.0, 6.0]).__next__, chance=lambda size: b"\xff" * size)
    ids = [maker() for _ in range(4)]
    assert ids == sorted(set(ids))
    assert {len(one) for one in ids} == {16}
    many = Ids()
    assert len({many() for _ in range(2000)}) == 2000
