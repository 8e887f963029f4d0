"""What the generator writes is what lies in `sample_data`, twice the same, and good for the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from xjtui.domain.answers import Reading
from xjtui.domain.entry import Entry, answers_of, review
from xjtui.domain.forms import form_for
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import Sheet, evaluate
from xjtui.domain.situation import Situation
from xjtui.domain.states import Remark, Status
from xjtui.errors import InputError
from xjtui.intake.compare import compare
from xjtui.intake.problems import ProblemCode
from xjtui.intake.roster import read_roster
from xjtui.plans.library import PlanLibrary
from xjtui.sample import AS_OF, DEMO_UNIT, DISTRICT, IMPORTS, find_sample, place
from xjtui.sample.__main__ import main
from xjtui.sample.crowd import write_district
from xjtui.sample.write import write_all, write_sample
from xjtui.store.files import FilesStore
from xjtui.words import LEXICON


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("sample")
    write_all(target)
    return target


def sheet_of(store: FilesStore, unit_id: str) -> Sheet:
    snapshot = store.load(unit_id)
    pin = snapshot.unit.pin
    plan = PlanLibrary(None).get(pin.id, pin.version)
    assert plan.digest == pin.digest
    guided = tuple(store.load(other).unit for other in snapshot.unit.guides)
    assert not snapshot.reports
    return evaluate(
        Situation(plan, snapshot.unit, snapshot.members, snapshot.records, AS_OF, snapshot.oversight, guided)
    )


def test_writing_twice_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    write_all(tmp_path)
    write_all(tmp_path)
    assert files(tmp_path) == files(written)


def test_what_is_committed_is_what_the_generator_writes(written: Path) -> None:
    committed, fresh = files(find_sample()), files(written)
    assert committed.keys() == fresh.keys()
    workbooks = {name for name in fresh if name.endswith(".xlsx")}
    assert [name for name in fresh if name not in workbooks and fresh[name] != committed[name]] == []
    for name in workbooks:
        # Another release of the library may pack the same cells into other bytes.
        assert read_roster(find_sample() / name) == read_roster(written / name)


def test_the_sample_is_small_and_names_no_lock(written: Path) -> None:
    found = files(written)
    assert sum(map(len, found.values())) < 2_000_000
    assert not [name for name in found if name.endswith((".lock", ".tmp"))]


def test_every_unit_is_kept_as_the_store_would_have_it(written: Path) -> None:
    store = FilesStore(written / DISTRICT)
    for unit_id in store.list_units():
        snapshot = store.load(unit_id)
        assert not snapshot.reports
        times = [entry.at for entry in store.history(unit_id)]
        assert times == sorted(times)
        assert times[-1].date() <= AS_OF
    assert store.load(DEMO_UNIT).oversight


def test_a_sample_is_never_written_over_a_district(written: Path) -> None:
    with pytest.raises(InputError) as caught:
        write_sample(written / DISTRICT)
    assert caught.value.code == "sample_target_taken"


def test_the_roster_files_are_what_the_readme_says(written: Path) -> None:
    folder = written / IMPORTS
    new_school = read_roster(folder / "roster-new-school.xlsx")
    assert not new_school.problems
    assert [row.name for row in new_school.rows][-2:] == ["午七", "未八"]
    assert len(read_roster(folder / "roster-office-gbk.csv").rows) == 5
    export = read_roster(folder / "roster-export-utf8-bom.csv")
    assert not export.problems
    assert len(compare(export.rows, ()).new) == 5
    members = FilesStore(written / DISTRICT).load("b01").members
    april = compare(read_roster(folder / "roster-b01-april.xlsx").rows, members)
    assert [row.name for row in april.new] == ["申九"]
    assert [(change.before.id, change.fields) for change in april.changed] == [("m04", ("duty",))]
    assert not april.ambiguous
    assert not april.not_in_file


def test_the_file_with_mistakes_shows_many_kinds(written: Path) -> None:
    roster = read_roster(written / IMPORTS / "roster-with-mistakes.csv")
    assert [row.id for row in roster.rows] == ["h01"]
    assert {problem.code for problem in roster.problems} >= set(ProblemCode) - {
        ProblemCode.DATE_IMPLAUSIBLE,
        ProblemCode.SCOPE_MISSING,
        ProblemCode.UNTIL_BEFORE_SINCE,
        ProblemCode.TOO_LONG,
    }


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> FilesStore:
    target = tmp_path_factory.mktemp("crowd") / "data"
    write_district(target, 60, seed=7, records=50)
    return FilesStore(target)


def test_a_district_of_sixty_units_loads_and_is_judged(crowd: FilesStore) -> None:
    ids = crowd.list_units()
    assert len(ids) == 60
    sheets = [sheet_of(crowd, unit_id) for unit_id in ids]
    assert {state.status for sheet in sheets for state in sheet.states} == set(Status)
    assert {len(sheet.situation.records) for sheet in sheets if sheet.situation.unit.id.startswith("u")} == {50}
    assert not [note for sheet in sheets for note in sheet.notes if note.what is Remark.SAME_TEXT and note.count > 9]
    groups = [sheet.situation for sheet in sheets if sheet.situation.guided]
    guided = [unit.id for group in groups for unit in group.guided]
    assert sorted(guided) == [unit_id for unit_id in ids if unit_id.startswith("u")]


def test_every_record_of_the_crowd_could_have_been_entered(crowd: FilesStore) -> None:
    for unit_id in crowd.list_units()[::7]:
        sheet = sheet_of(crowd, unit_id)
        for record in sheet.situation.records:
            assert not _faults(sheet, record), record


def _faults(sheet: Sheet, record: Record) -> tuple[object, ...]:
    """What a secretary who edits the record would be told. Steps and make-ups are judged by what came after them."""
    if record.kind in (Kind.STEP, Kind.MAKEUP) or record.voided is not None:
        return ()
    situation = sheet.situation
    item = situation.plan.item(record.item)
    assert item is not None
    about = situation.record(record.about) if record.about else None
    entry = Entry(form_for(situation, item, record.kind, about, record), answers_of(record))
    return review(entry, Reading(situation, LEXICON)).faults


def test_the_same_seed_gives_the_same_district(tmp_path: Path) -> None:
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        assert main(["district", "--units", "14", "--seed", str(seed), "--records", "12", str(tmp_path / name)]) == 0
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a") != files(tmp_path / "c")


def test_a_district_is_never_written_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["district", "--units", "2", "--records", "3", str(tmp_path)]) == 0
    assert main(["district", "--units", "2", "--records", "3", str(tmp_path)]) == 2
    assert "sample_target_taken" in capsys.readouterr().err


def test_the_sample_is_found_in_a_checkout_and_in_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for sample in ("checkout/sample_data", "wheel/xjtui/sample_data"):
        (tmp_path / sample / DISTRICT / "units").mkdir(parents=True)
    for root, sample in (("checkout", "sample_data"), ("wheel", "xjtui/sample_data")):
        monkeypatch.setattr(place, "__file__", str(tmp_path / root / "xjtui/sample/place.py"))
        assert find_sample() == tmp_path / root / sample
    monkeypatch.setattr(place, "__file__", str(tmp_path / "nowhere/xjtui/sample/place.py"))
    with pytest.raises(InputError) as caught:
        find_sample()
    assert caught.value.code == "sample_missing"


def test_one_branch_of_many_records(tmp_path: Path) -> None:
    write_district(tmp_path / "data", 1, seed=1, records=400)
    store = FilesStore(tmp_path / "data")
    (unit_id,) = store.list_units()
    assert len(store.load(unit_id).records) == 400
