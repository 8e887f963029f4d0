"""Plans: shown, checked with all problems at once, made for next year, kept, moved to without losing a record."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Xjtui


def test_list_and_show(xjtui: Xjtui, data: Path) -> None:
    (plan,) = xjtui("plan", "list", "--json").json
    assert plan["id"] == "xihu-2009-study" and plan["packaged"] and plan["problem"] is None
    shown = xjtui("plan", "show", "xihu-2009-study")
    assert "集中学习" in shown.out and "推定" in shown.out
    assert len(xjtui("plan", "show", "xihu-2009-study@1", "--json").json["items"]) >= 27
    assert xjtui("plan", "show", "xihu-2009-study", "--source").out.startswith("#")


def test_check_names_every_problem_with_its_line(xjtui: Xjtui, data: Path, tmp_path: Path) -> None:
    source = xjtui("plan", "show", "xihu-2009-study", "--source").out
    good = tmp_path / "good.toml"
    good.write_text(source)
    assert xjtui("plan", "check", str(good)).code == 0
    bad = tmp_path / "bad.toml"
    bad.write_text(
        source.replace('rule = "filing"', 'rule = "filling"').replace("due = 2009-03-31", "due = 2008-03-31")
    )
    said = xjtui("plan", "check", str(bad))
    assert said.code == 2 and "filling" in said.out and said.err
    assert all({"code", "line", "place", "text"} <= set(one) for one in xjtui("plan", "check", str(bad), "--json").json)
    assert xjtui("plan", "use", str(bad)).code == 2


def test_a_unit_moves_to_a_changed_plan_openly_and_loses_no_record(xjtui: Xjtui, data: Path, tmp_path: Path) -> None:
    source = xjtui("plan", "show", "xihu-2009-study", "--source").out
    lines = source.replace('version = "1"', 'version = "2"', 1)
    head, _, tail = lines.partition('[[items]]\nkey = "study.ideas"')
    lines = (head + "[[items]]" + tail.partition("[[items]]")[2]).replace('"study.ideas", ', "")
    changed = tmp_path / "two.toml"
    changed.write_text(lines)
    check = xjtui("plan", "check", str(changed))
    assert check.code == 0, check.out
    kept = xjtui("plan", "use", str(changed))
    assert kept.code == 0 and (data / "plans").is_dir(), kept.err
    before = len(xjtui("records", "b01", "--json").json["records"])

    asked = xjtui("plan", "migrate", "b01", "--to", "xihu-2009-study@2")
    assert asked.code == 2 and "- study.ideas" in asked.out and "--yes" in asked.err
    assert xjtui("unit", "show", "b01", "--json").json["plan"]["version"] == "1"

    moved = xjtui("plan", "migrate", "b01", "--to", "xihu-2009-study@2", "--yes")
    assert moved.code == 0, moved.err
    assert xjtui("unit", "show", "b01", "--json").json["plan"]["version"] == "2"
    assert len(xjtui("records", "b01", "--json").json["records"]) == before
    assert xjtui("explain", "b01", "study.ideas").code == 2
    assert xjtui("plan", "migrate", "b01", "--to", "xihu-2009-study@2").code == 0
    assert xjtui("undo", "b01").code == 0
    assert xjtui("unit", "show", "b01", "--json").json["plan"]["version"] == "1"


def test_next_years_plan_names_the_texts_to_look_at(xjtui: Xjtui, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "next.toml"
    words = ("plan", "new", "--from", "xihu-2009-study", "--start", "2010-03-01")
    said = xjtui(*words, "-o", str(file))
    assert said.code == 0 and "xihu-2010-study" in said.out and said.err
    assert xjtui("plan", "check", str(file)).code == 0
    assert xjtui(*words).out == file.read_text()
    assert xjtui("plan", "use", str(file)).code == 0
    assert xjtui("unit", "add", "n1", "--name", "x", "--kind", "primary", "--plan", "xihu-2010-study").code == 0
    which = xjtui("unit", "add", "n2", "--name", "x", "--kind", "primary")
    assert which.code == 2 and "xihu-2010-study" in which.err
