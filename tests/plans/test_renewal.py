"""Next year's plan is made from this year's: dates move, all else stays, and texts that name dates are listed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plans.samples import PACKAGED, SMALL, sound, spoilt
from xjtui.domain.plan import ProblemsRule, SessionsRule
from xjtui.errors import InputError
from xjtui.plans import PlanLibrary
from xjtui.plans.renewal import mentions, new_from, renamed

XIHU = "xihu-2009-study"


@pytest.fixture(scope="module")
def library() -> PlanLibrary:
    return PlanLibrary(None)


def test_the_same_plan_a_year_later(library: PlanLibrary) -> None:
    new = new_from(library, XIHU, date(2010, 3, 1))
    plan = sound(new.text)
    assert plan == new.plan
    assert (plan.id, plan.version) == ("xihu-2010-study", "1")
    assert (plan.start, plan.end) == (date(2010, 3, 1), date(2010, 4, 30))
    assert plan.by_key["plan.filed"].due.day == date(2010, 3, 31)
    meeting = plan.by_key["committee.meeting"].rule
    assert isinstance(meeting, SessionsRule)
    assert meeting.on == date(2010, 3, 25)
    assert plan.by_key["research.problems"].rule == ProblemsRule(date(2010, 4, 1))


def test_only_the_lines_with_dates_id_and_version_differ(library: PlanLibrary) -> None:
    new = new_from(library, XIHU, date(2010, 9, 1))
    before, after = PACKAGED.decode().splitlines(), new.text.splitlines()
    assert len(before) == len(after)
    changed = [old for old, line in zip(before, after, strict=True) if old != line]
    assert changed == [
        'id = "xihu-2009-study"',
        "start = 2009-03-01",
        "end = 2009-04-30",
        "due = 2009-03-31",
        "due = 2009-03-25",
        "on = 2009-03-25",
    ]


@given(st.dates(date(1, 1, 1), date(9999, 10, 1)))
@settings(max_examples=20, deadline=None)
def test_every_day_keeps_its_distance_from_the_start(start: date) -> None:
    library = PlanLibrary(None)
    old = library.get(XIHU)
    if start.year == old.start.year:
        return
    plan = new_from(library, XIHU, start).plan
    for before, after in zip(old.items, plan.items, strict=True):
        if before.due.day is not None and after.due.day is not None:
            assert after.due.day - start == before.due.day - old.start


def test_another_phase_of_the_same_year_needs_a_name_of_its_own(library: PlanLibrary) -> None:
    with pytest.raises(InputError) as caught:
        new_from(library, XIHU, date(2009, 9, 1))
    assert caught.value.code == "plan_id_taken"
    assert new_from(library, XIHU, date(2009, 9, 1), "xihu-2009-autumn").plan.id == "xihu-2009-autumn"


def test_wrong_wishes_are_refused(library: PlanLibrary) -> None:
    for start, new_id, code in (
        (date(2010, 3, 1), "Über uns", "plan_id_form"),
        (date(9999, 12, 1), None, "plan_start"),
    ):
        with pytest.raises(InputError) as caught:
            new_from(library, XIHU, start, new_id)
        assert caught.value.code == code
    with pytest.raises(InputError) as caught:
        new_from(library, "nothing", date(2010, 3, 1))
    assert caught.value.code == "plan_unknown"


def test_the_year_in_the_id_is_changed_or_put_behind_it() -> None:
    assert renamed("xihu-2009-study", 2009, 2010) == "xihu-2010-study"
    assert renamed("study", 2009, 2010) == "study-2010"


def test_comments_layout_and_odd_spellings_survive(tmp_path: Path) -> None:
    text = spoilt("due = 2009-03-25", 'due    = 2009-03-25   # 会议当天, 2009-03-25 "x" = [')
    text = spoilt('id = "small-2009"', "'id' = 'small-2009' # the id", text)
    text = spoilt('en = "Do the first"', 'en = "Do it # not a comment, \\"quoted\\" 2009-03-25"', text)
    text = spoilt('rule = "document"', 'rule . type = "sessions"\nrule."on"=2009-03-02', text)
    (tmp_path / "p.toml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    new = new_from(PlanLibrary(tmp_path), "small-2009", date(2010, 3, 1))
    expected = text
    for old, later in (
        ("'small-2009'", '"small-2010"'),
        ("due    = 2009", "due    = 2010"),
        ("start = 2009", "start = 2010"),
        ("end = 2009", "end = 2010"),
        ('"on"=2009', '"on"=2010'),
    ):
        expected = spoilt(old, later, expected)
    assert new.text == expected


def test_texts_and_comments_that_name_dates_are_listed() -> None:
    text = spoilt("要做第一项", "3月底前做完，二〇〇九年三月二十五日开会")
    text = spoilt("Do the second", "Done by 25 March, or in May", text)
    text = spoilt("第一环节", "2009年环节", text)
    text = spoilt("\n[[items]]", "\n# agreed on 3 April\n[[items]]", text)
    found = [(m.place, m.words) for m in mentions(text)]
    assert found == [
        ('stages[1] "one" → title.zh', ("2009",)),
        ("", ("3 April",)),
        ('items[1] "a.first" → requirement.zh', ("3月底", "二〇〇九", "三月二十五日")),
        ('items[2] "a.second" → requirement.en', ("25 March", "May")),
    ]
    assert all(mention.line for mention in mentions(text))


def test_ordinary_words_are_not_taken_for_dates() -> None:
    assert mentions(spoilt("Do the first", "Members may march 12 of 3000 steps")) == ()
    assert mentions(SMALL) == ()


def test_a_year_is_365_days_of_shift(library: PlanLibrary) -> None:
    old, new = library.get(XIHU), new_from(library, XIHU, date(2010, 3, 1)).plan
    assert new.end - old.end == timedelta(days=365)
