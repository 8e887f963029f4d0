"""A secretary imports the roster again and again; only what is really new or changed is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from xjtui.domain.people import Exemption, Member, Removed, Scope, Standing
from xjtui.intake.compare import Doubt, RosterChange, compare
from xjtui.intake.roster import RosterRow, read_roster


def ids() -> str:
    return f"n{next(_numbers)}"


_numbers = count(1)


def rows(folder: Path, text: str) -> tuple[RosterRow, ...]:
    path = folder / "r.csv"
    path.write_text(text, encoding="utf-8")
    roster = read_roster(path)
    assert not roster.problems
    return roster.rows


def after(change: RosterChange, members: tuple[Member, ...]) -> tuple[Member, ...]:
    saved = {member.id: member for member in change.members(ids)}
    return (*(saved.pop(m.id, m) for m in members), *saved.values())


FIRST = """姓名,性质,职务,班子成员,免除事项,免除原因,批准人,免除起
甲一,正式,书记,是,,,,
乙二,预备,,否,讲课,年老体弱,甲一,2009-3-1
"""


def test_the_first_import_makes_everybody_and_the_second_nothing(tmp_path: Path) -> None:
    found = rows(tmp_path, FIRST)
    first = compare(found, ())
    members = after(first, ())
    assert [(m.name, m.standing, m.leader) for m in members] == [
        ("甲一", Standing.FULL, True),
        ("乙二", Standing.PROBATIONARY, False),
    ]
    assert members[1].exemptions == (Exemption(Scope.LECTURE, "年老体弱", "甲一", date(2009, 3, 1)),)
    second = compare(found, members)
    assert second.nothing
    assert second.unchanged == members
    assert not second.not_in_file


def test_only_what_the_file_says_is_changed(tmp_path: Path) -> None:
    member = Member("m1", "甲一", duty="书记", note="骨干", leader=True, joined=date(2009, 3, 2), revision=4)
    (changed,) = compare(rows(tmp_path, "姓名,职务,备注,转出日期\n甲 一,副书记,,2009-4-1\n"), (member,)).changed
    assert changed.fields == ("duty", "left")
    assert changed.after == replace(member, duty="副书记", left=date(2009, 4, 1))


def test_none_written_expressly_clears(tmp_path: Path) -> None:
    exempt = Exemption(Scope.ALL, "病", "乙二", date(2009, 3, 1))
    member = Member("m1", "甲一", duty="书记", joined=date(2009, 3, 2), exemptions=(exempt,))
    (changed,) = compare(rows(tmp_path, "姓名,职务,转入日期,免除事项\n甲一,无,—,无\n"), (member,)).changed
    assert changed.after == Member("m1", "甲一")


def test_two_of_a_name_are_told_apart_by_id(tmp_path: Path) -> None:
    members = (Member("m1", "甲一"), Member("m2", "甲一"))
    by_id = compare(rows(tmp_path, "编号,姓名,职务\nm1,甲一,\nm2,甲一,委员\n"), members)
    assert [c.after.id for c in by_id.changed] == ["m2"]
    (unclear,) = compare(rows(tmp_path, "姓名,职务\n甲一,委员\n"), members).ambiguous
    assert (unclear.doubt, unclear.candidates) == (Doubt.SEVERAL, members)


def test_a_namesake_is_new_only_where_the_file_names_the_other_one_too(tmp_path: Path) -> None:
    members = (Member("m1", "甲一"),)
    both = compare(rows(tmp_path, "编号,姓名\nm1,甲一\nm2,甲一\n"), members)
    assert [row.id for row in both.new] == ["m2"]
    alone = compare(rows(tmp_path, "编号,姓名\nm2,甲一\n"), members)
    assert [a.doubt for a in alone.ambiguous] == [Doubt.OTHER_ID]


def test_an_id_with_another_name_is_asked_about(tmp_path: Path) -> None:
    (unclear,) = compare(rows(tmp_path, "编号,姓名\nm1,乙二\n"), (Member("m1", "甲一"),)).ambiguous
    assert unclear.doubt is Doubt.OTHER_NAME


def test_who_is_not_in_the_file_stays_and_is_told(tmp_path: Path) -> None:
    away = Member("m3", "丙三", left=date(2009, 4, 1))
    taken_back = Member("m4", "甲一", removed=Removed("x", datetime(2009, 4, 1), "误录"))
    change = compare(rows(tmp_path, "姓名\n甲一\n"), (Member("m1", "甲一"), Member("m2", "乙二"), away, taken_back))
    assert [m.name for m in change.not_in_file] == ["乙二"]
    assert change.nothing


def test_another_scope_is_added_and_the_same_is_replaced(tmp_path: Path) -> None:
    old = Exemption(Scope.LECTURE, "年老", "乙二", date(2009, 3, 1))
    member = Member("m1", "甲一", exemptions=(old,))
    head = "姓名,免除事项,免除原因,批准人,免除起\n"
    (added,) = compare(rows(tmp_path, f"{head}甲一,考勤,外出,乙二,2009-3-5\n"), (member,)).changed
    assert [e.scope for e in added.after.exemptions] == [Scope.LECTURE, Scope.ATTENDANCE]
    (replaced,) = compare(rows(tmp_path, f"{head}甲一,讲课,久病,乙二,2009-3-5\n"), (member,)).changed
    assert [e.reason for e in replaced.after.exemptions] == ["久病"]


names = st.sampled_from(["甲一", "乙二", "丙三", "丁四"])
people = st.builds(
    RosterRow,
    st.integers(1, 99),
    names,
    st.sampled_from(["", "a", "b"]),
    st.sampled_from([None, *Standing]),
    st.sampled_from(["", "书记"]),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, date(2009, 3, 2)]),
)


rosters = st.lists(people, max_size=6, unique_by=(lambda row: row.name, lambda row: row.id or row.line))


@given(rosters, st.lists(names, unique=True))
def test_importing_twice_is_importing_once(found: list[RosterRow], present: list[str]) -> None:
    members = tuple(Member(f"m{n}", name) for n, name in enumerate(present))
    once = after(compare(found, members), members)
    again = compare(found, once)
    assert again.nothing
    assert after(again, once) == once
