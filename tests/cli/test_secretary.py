"""A secretary starts from nothing and works by commands alone: unit, roster, records, undo, status, explain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Xjtui


@pytest.fixture
def branch(xjtui: Xjtui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A new branch of three, made by `init`, on 8 April."""
    monkeypatch.setenv("XJTUI_DATA", str(tmp_path / "new"))
    monkeypatch.setenv("XJTUI_TODAY", "2009-04-08")
    roster = tmp_path / "roster.csv"
    roster.write_text("编号,姓名,性质,职务,班子成员\nm1,甲一,正式,书记,是\nm2,乙二,正式,,否\nm3,丙三,预备,,否\n")
    made = xjtui("init", "one", "--name", "示例支部", "--kind", "小学", "--secretary", "甲一", "--roster", str(roster))
    assert made.code == 0, made.err
    assert "名册 3 人" in made.out
    return "one"


def test_init_says_what_is_missing_and_how_to_give_it(xjtui: Xjtui, tmp_path: Path) -> None:
    said = xjtui("--data", str(tmp_path / "d"), "init")
    assert said.code == 2
    assert "--name" in said.err and "--kind" in said.err and "xjtui init branch-1" in said.err
    assert not (tmp_path / "d").exists()


def test_init_again_changes_nothing(xjtui: Xjtui, branch: str) -> None:
    before = xjtui("unit", "show", branch, "--json").json
    again = xjtui("init", branch, "--name", "别的名字", "--kind", "小学")
    assert again.code == 0 and "没有改动" in again.out
    assert xjtui("unit", "show", branch, "--json").json == before


def test_a_kind_the_plan_does_not_know_is_named_with_those_it_knows(xjtui: Xjtui, tmp_path: Path) -> None:
    said = xjtui("--data", str(tmp_path), "init", "two", "--name", "二", "--kind", "大学")
    assert said.code == 2 and "大学" in said.err and "primary" in said.err


def test_records_from_options_count_at_once_and_come_back_by_undo(xjtui: Xjtui, branch: str) -> None:
    for part, name in (("attendance", "考勤办法"), ("请假制度", "请假办法"), ("3", "补课办法")):
        made = xjtui("record", branch, "org.four_systems", "--set", f"part={part}", "--set", f"text={name}")
        assert made.code == 0, made.err
    assert "[!]" in made.err and "3/4" in made.err
    listed = xjtui("records", branch, "org.four_systems", "--json").json["records"]
    assert [one["data"]["part"] for one in listed] == ["attendance", "leave", "makeup"]
    assert xjtui("undo", branch).code == 0
    assert len(xjtui("records", branch, "org.four_systems", "--json").json["records"]) == 2


def test_faults_are_all_named_and_nothing_is_saved(xjtui: Xjtui, branch: str) -> None:
    said = xjtui("record", branch, "org.four_systems", "--set", "part=九", "--set", "day=昨夜", "--set", "nonsense=1")
    assert said.code == 2
    assert all(key in said.err for key in ("part:", "day:", "text:", "nonsense:"))
    assert xjtui("records", branch, "--json").json["records"] == []


def test_json_takes_natives_and_saves_all_or_nothing(xjtui: Xjtui, branch: str) -> None:
    session = {
        "day": "2009-04-02",
        "theme": "集中学习",
        "hours": 2,
        "attendance": {"乙二": {"mark": "sick", "approver": "甲一"}, "丙三": "缺席"},
    }
    bad = xjtui("record", branch, "study.sessions", "--json", "-", stdin=json.dumps([session, {"day": "2009-04-03"}]))
    assert bad.code == 2 and "[2] theme" in bad.err
    assert xjtui("records", branch, "--json").json["records"] == []
    good = xjtui(
        "record", branch, "study.sessions", "--json", "-", stdin=json.dumps([session, {**session, "theme": "再学"}])
    )
    assert good.code == 0, good.err
    records = good.json["records"]
    assert good.json["saved"] is True and len({one["id"] for one in records}) == 2
    assert records[0]["data"]["attendance"]["marks"]["m3"] == {"mark": "absent"}
    assert records[0]["data"]["attendance"]["should"] == ["m1", "m2", "m3"]
    assert len(xjtui("history", branch, "--json").json["changes"]) == 2


def test_a_record_can_be_edited_followed_up_and_voided(xjtui: Xjtui, branch: str) -> None:
    made = xjtui(
        *("record", branch, "study.sessions", "--json", "-"),
        stdin='{"day": "2009-04-02", "theme": "学习", "attendance": {"乙二": "缺席"}}',
    ).json["records"][0]
    edited = xjtui("record", branch, "study.sessions", "--edit", made["id"], "--set", "theme=集中学习")
    assert edited.code == 0 and "集中学习" in edited.out
    makeup = xjtui(
        *("record", branch, "study.sessions", "--about", made["id"], "--set", "member=乙二", "--set", "day=4月6日"),
        *("--set", "form=自学", "--set", "content=读原文", "--set", "confirmed_by=甲一"),
    )
    assert makeup.code == 0, makeup.err
    refused = xjtui("record", branch, "study.sessions", "--kind", "makeup", "--set", "member=乙二")
    assert refused.code == 2 and "--about" in refused.err
    assert xjtui("void", branch, made["id"], "--why", " ").code == 2
    assert xjtui("void", branch, made["id"], "--why", "录错").code == 0
    assert made["id"] not in xjtui("records", branch).out
    assert "录错" in xjtui("records", branch, "--voided").out
    assert xjtui("record", branch, "study.sessions", "--edit", made["id"], "--set", "theme=x").code == 2


def test_dry_run_says_what_it_would_do(xjtui: Xjtui, branch: str) -> None:
    tried = xjtui("record", branch, "org.four_systems", "--set", "part=1", "--set", "text=办法", "--dry-run")
    assert tried.code == 0 and "没有保存" in tried.out
    assert xjtui("records", branch, "--json").json["records"] == []


def test_schema_names_kinds_fields_and_choices(xjtui: Xjtui, branch: str) -> None:
    found = xjtui("record", branch, "study.sessions", "--schema").json
    kinds = {one["kind"]: one for one in found["kinds"]}
    assert set(kinds) == {"session", "waiver", "makeup"} and kinds["makeup"]["about"] == "session"
    assert {field["key"]: field["type"] for field in kinds["session"]["fields"]}["attendance"] == "attendance"
    assert xjtui("record", branch, "study.sessions", "--schema", "--kind", "filing").code == 2


def test_an_item_is_found_by_key_title_or_number(xjtui: Xjtui, branch: str) -> None:
    by_key = xjtui("explain", branch, "org.body", "--json")
    assert by_key.code == 0
    assert xjtui("explain", branch, "工作机构", "--json").json == by_key.json
    assert xjtui("explain", branch, "1", "--json").json == by_key.json
    wrong = xjtui("explain", branch, "org.bodi")
    assert wrong.code == 2 and "org.body" in wrong.err


def test_the_roster_by_hand(xjtui: Xjtui, branch: str) -> None:
    added = xjtui("member", "add", branch, "丁四", "--standing", "预备党员", "--joined", "2009-03-16", "--duty", "教师")
    assert added.code == 0, added.err
    assert xjtui("member", "add", branch, "丁四").code == 2
    freed = xjtui("member", "edit", branch, "丁四", "--exempt", "lecture", "--reason", "病休", "--approver", "甲一")
    assert freed.code == 0, freed.err
    assert (
        xjtui("member", "edit", branch, "丁四", "--exempt", "lecture", "--reason", "x", "--approver", "丁四").code == 2
    )
    assert xjtui("member", "edit", branch, "丁四", "--left", "2009-03-01").code == 2
    assert xjtui("member", "edit", branch, "丁四", "--left", "2009-04-07").code == 0
    assert "丁四" not in xjtui("member", "list", branch).out
    found = {one["name"]: one for one in xjtui("member", "list", branch, "--all", "--json").json}
    assert found["丁四"]["exemptions"][0]["scope"] == "lecture" and not found["丁四"]["current"]
    assert xjtui("member", "remove", branch, "丁四", "--why", "录错").code == 0
    assert xjtui("member", "edit", branch, "没有这个人", "--duty", "x").code == 2


def test_an_unknown_standing_names_those_that_can_be(xjtui: Xjtui, branch: str) -> None:
    said = xjtui("member", "add", branch, "戊五", "--standing", "群众")
    assert said.code == 2 and "--standing" in said.err and "预备" in said.err


def test_unit_edit_keeps_what_is_not_named(xjtui: Xjtui, branch: str) -> None:
    assert xjtui("unit", "edit", branch, "--secretary", "乙二").code == 0
    shown = xjtui("unit", "show", branch, "--json").json
    assert (shown["secretary"], shown["kind"], shown["name"]) == ("乙二", "primary", "示例支部")
    assert xjtui("unit", "edit", branch, "--secretary", "乙二").err.startswith("没有改动")
    assert xjtui("unit", "edit", branch, "--name", " ").code == 2
    assert xjtui("unit", "add", branch, "--name", "x", "--kind", "primary").code == 2
    assert xjtui("unit", "add", "Bad Id", "--name", "x", "--kind", "primary").code == 2
