"""What clumsy hands, full disks and odd places have brought up, each as it was met."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Xjtui


@pytest.fixture
def sample(tmp_path: Path, xjtui: Xjtui) -> list[str]:
    """Options for a copy of the sample district on its day."""
    import shutil

    from xjtui.sample import DISTRICT, find_sample

    shutil.copytree(find_sample() / DISTRICT, tmp_path / "data")
    return ["--data", str(tmp_path / "data"), "--today", "2009-04-15"]


def test_a_date_long_before_the_phase_is_said_aloud(xjtui: Xjtui, sample: list[str]) -> None:
    answers = ["part=抽查制度", "day=1999-12-31", "text=抽查办法"]
    assert xjtui(*sample, "record", "b01", "org.four_systems", "--set", *answers).code == 0
    assert "早于本阶段开始" in xjtui(*sample, "explain", "b01", "org.four_systems").out


def test_hints_at_box_ticking_stay_out_of_the_report_that_is_handed_in(xjtui: Xjtui, sample: list[str]) -> None:
    assert any("同一分钟" in xjtui(*sample, "status", f"b{n:02}").out for n in range(1, 16))
    for n in range(1, 16):
        assert "同一分钟" not in xjtui(*sample, "summary", f"b{n:02}").out


def test_three_records_of_which_one_is_wrong_leave_nothing(xjtui: Xjtui, sample: list[str]) -> None:
    before = xjtui(*sample, "records", "b01", "--json").json["records"]
    good = {"day": "2009-04-02", "theme": "专题学习", "attendance": {}}
    refused = xjtui(
        *sample, "record", "b01", "study.sessions", "--json", "-", stdin=json.dumps([good, good, {"day": "x"}])
    )
    assert refused.code == 2
    assert "[3]" in refused.err
    assert xjtui(*sample, "records", "b01", "--json").json["records"] == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc here, where no folder can be made")
def test_a_place_where_no_folder_can_be_made_is_told(xjtui: Xjtui) -> None:
    told = xjtui("--data", "/proc/nowhere", "init", "b1", "--name", "示例支部", "--kind", "小学")
    assert told.code == 6
    assert "系统不让读写" in told.err
