"""The plans at hand: packaged ones and the administrator's own, several versions side by side."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.plans.samples import PACKAGED, SMALL, spoilt
from xjtui.errors import InputError, RefusedError
from xjtui.plans import PlanLibrary

XIHU = "xihu-2009-study"


def put(folder: Path, name: str, text: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def code_of(caught: pytest.ExceptionInfo[InputError]) -> str:
    return caught.value.code


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    return tmp_path / "data" / "plans"


def test_without_a_data_directory_there_is_the_packaged_plan() -> None:
    library = PlanLibrary(None)
    assert library.ids() == (XIHU,)
    assert library.get(XIHU).title.of("zh")
    assert library.source(XIHU) == PACKAGED
    assert [entry.packaged for entry in library.list()] == [True]


def test_a_data_directory_that_is_not_there_yet_is_no_trouble(plans: Path) -> None:
    assert PlanLibrary(plans).ids() == (XIHU,)


def test_ones_own_plan_is_found_whatever_its_file_is_called(plans: Path) -> None:
    put(plans, "我的计划.toml", SMALL)
    put(plans, "notes.txt", "no plan")
    library = PlanLibrary(plans)
    assert library.ids() == ("small-2009", XIHU)
    assert library.get("small-2009", "1").id == "small-2009"


def test_of_several_versions_the_newest_is_given_unless_one_is_named(plans: Path) -> None:
    for version in ("9", "10", "2.1"):
        put(plans, f"small-2009@{version}.toml", spoilt('version = "1"', f'version = "{version}"'))
    library = PlanLibrary(plans)
    assert library.get("small-2009").version == "10"
    assert library.get("small-2009", "2.1").version == "2.1"
    assert [entry.version for entry in library.list() if entry.id == "small-2009"] == ["10", "9", "2.1"]


def test_ones_own_file_stands_before_the_packaged_one_and_the_digest_finds_either(plans: Path) -> None:
    put(plans, "override.toml", PACKAGED + b"\n# ours\n")
    library = PlanLibrary(plans)
    ours, packaged = library.get(XIHU, "1"), PlanLibrary(None).get(XIHU)
    assert ours.digest != packaged.digest
    assert library.get(XIHU, "1", packaged.digest).digest == packaged.digest
    assert library.get(XIHU, "1", "0" * 64).digest == ours.digest


def test_what_is_not_there_is_told_with_what_is(plans: Path) -> None:
    library = PlanLibrary(plans)
    with pytest.raises(InputError) as caught:
        library.get("xihu-2010-study")
    assert (code_of(caught), caught.value.facts["known"]) == ("plan_unknown", (XIHU,))
    with pytest.raises(InputError) as caught:
        library.get(XIHU, "7")
    assert (code_of(caught), caught.value.facts["known"]) == ("plan_version_unknown", ("1",))


def test_a_broken_file_does_no_harm_until_it_is_asked_for(plans: Path) -> None:
    path = put(plans, "broken.toml", spoilt("count = 2", "count = 0"))
    put(plans, "worse.toml", b"\xff\xfe")
    library = PlanLibrary(plans)
    assert library.get(XIHU)
    assert library.ids() == ("small-2009", XIHU)
    with pytest.raises(InputError) as caught:
        library.get("small-2009")
    assert code_of(caught) == "plan_broken"
    assert caught.value.facts["place"] == str(path)
    assert [entry.id for entry in library.list()] == ["", "small-2009", XIHU]


def test_an_id_hidden_in_a_long_text_does_not_mislead(plans: Path) -> None:
    put(plans, "odd.toml", 'x = """\nid = "false"\nversion = "1"\n"""\n' + SMALL)
    assert PlanLibrary(plans).ids() == ("small-2009", XIHU)


def test_a_plan_is_read_once(plans: Path) -> None:
    path = put(plans, "small.toml", SMALL)
    library = PlanLibrary(plans)
    first = library.get("small-2009")
    assert library.get("small-2009") is first
    path.write_text(spoilt("小计划", "另一计划"), encoding="utf-8")
    library.refresh()
    assert library.get("small-2009").title.of("zh") == "另一计划"


def test_installing_checks_and_copies(plans: Path, tmp_path: Path) -> None:
    source = put(tmp_path, "draft.toml", SMALL)
    library = PlanLibrary(plans)
    plan = library.install(source)
    assert (plans / "small-2009@1.toml").read_bytes() == source.read_bytes()
    assert library.get("small-2009").digest == plan.digest
    assert [path.name for path in plans.iterdir()] == ["small-2009@1.toml"]
    assert library.install(source).digest == plan.digest


def test_a_broken_plan_is_not_installed(plans: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        PlanLibrary(plans).install(put(tmp_path, "draft.toml", spoilt("count = 2", "count = 0")))
    assert code_of(caught) == "plan_broken"
    assert not plans.exists()


def test_a_plan_that_units_may_rest_on_is_not_replaced_unasked(plans: Path, tmp_path: Path) -> None:
    library = PlanLibrary(plans)
    library.install(put(tmp_path, "draft.toml", SMALL))
    changed = put(tmp_path, "draft.toml", spoilt("count = 2", "count = 3"))
    with pytest.raises(InputError) as caught:
        library.install(changed)
    assert code_of(caught) == "plan_exists"
    library.install(changed, replace=True)
    assert (plans / "small-2009@1.toml").read_bytes() == changed.read_bytes()


def test_installing_without_a_place_or_without_a_file(plans: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        PlanLibrary(None).install(put(tmp_path, "draft.toml", SMALL))
    assert code_of(caught) == "plan_no_data"
    with pytest.raises(RefusedError) as refused:
        PlanLibrary(plans).install(tmp_path / "nowhere.toml")
    assert refused.value.code == "plan_unreadable"


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = put(tmp_path, "plans", "a file, not a folder")
    with pytest.raises(RefusedError) as refused:
        PlanLibrary(blocked / "below").install(put(tmp_path, "draft.toml", SMALL))
    assert refused.value.code in ("plan_unwritable", "plan_unreadable")


def test_a_disk_that_fails_leaves_nothing_behind(plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    source = put(tmp_path, "draft.toml", SMALL)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RefusedError) as refused:
        PlanLibrary(plans).install(source)
    assert refused.value.code == "plan_unwritable"
    assert list(plans.iterdir()) == []
