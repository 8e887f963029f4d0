"""A plan's dates: written, relative to the phase or to another item, before the first session, soft, continuous."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plans.samples import SMALL, only, sound, spoilt
from xjtui.domain.plan import Basis, Due, ProblemsRule, SessionsRule
from xjtui.plans import Code

START, END = date(2009, 3, 1), date(2009, 4, 30)


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("", Due(END)),
        ("due = 2009-03-31", Due(date(2009, 3, 31))),
        ("due = { day = 2009-03-31 }", Due(date(2009, 3, 31))),
        ("due = { day = 2009-03-31, inclusive = false }", Due(date(2009, 3, 30))),
        ('due = { from = "phase.start" }', Due(START)),
        ('due = { from = "phase.start", days = 10 }', Due(date(2009, 3, 11))),
        ('due = { from = "phase.end", days = -3 }', Due(date(2009, 4, 27))),
        ("due = { days = -3, inclusive = false }", Due(date(2009, 4, 26))),
        ('due = { from = "a.second", days = -1 }', Due(date(2009, 4, 29))),
        ("due = { soft = true }", Due(END, soft=True)),
        ("due = { continuous = true }", Due(END, continuous=True)),
        ('due = { day = 2009-03-31, basis = "inferred" }', Due(date(2009, 3, 31), basis=Basis.INFERRED)),
        ('due = { before_first = "a.second" }', Due(before_first=("a.second",))),
        ('due = { before_first = ["a.second"], soft = true }', Due(before_first=("a.second",), soft=True)),
    ],
)
def test_a_due_date_becomes_the_last_day_in_time(written: str, due: Due) -> None:
    text = spoilt('due = { from = "a.first", days = 7 }\n', "", spoilt("due = 2009-03-25", written))
    if "inferred" in written:
        text = spoilt('rule = "document"', 'inferred = { zh = "推定", en = "Inferred" }\nrule = "document"', text)
    assert sound(text).by_key["a.first"].due == due


def test_a_date_may_refer_to_an_item_further_down_and_through_it_to_another() -> None:
    text = spoilt("due = 2009-03-25", 'due = { from = "a.second", days = -1 }')
    text = spoilt('due = { from = "a.first", days = 7 }', 'due = { from = "phase.start", days = 4 }', text)
    assert [item.due.day for item in sound(text).items] == [date(2009, 3, 4), date(2009, 3, 5)]


def test_dates_in_a_circle_are_named_with_the_items_in_it() -> None:
    problem = only(spoilt("due = 2009-03-25", 'due = { from = "a.second" }'), Code.DATE_CYCLE)
    assert problem.facts["items"] == ("a.first", "a.second", "a.first")
    problem = only(spoilt("due = 2009-03-25", 'due = { from = "a.first" }'), Code.DATE_CYCLE)
    assert problem.facts["items"] == ("a.first", "a.first")


def test_nothing_can_be_relative_to_a_day_that_each_unit_sets_itself() -> None:
    text = spoilt('due = { from = "a.first", days = 7 }\n', "")
    text = spoilt("due = 2009-03-25", 'due = { before_first = "a.second" }', text)
    third = text[text.index("[[items]]") : text.rindex("[[items]]")].replace("a.first", "a.third")
    third = spoilt('{ before_first = "a.second" }', '{ from = "a.first" }', third)
    assert only(text + "\n" + third, Code.DATE_WITHOUT_DAY).facts == {"item": "a.first"}


@pytest.mark.parametrize("more", ["day = 2009-03-02", "days = 1", 'from = "phase.end"', "continuous = true"])
def test_before_the_first_session_leaves_no_room_for_another_date(more: str) -> None:
    text = spoilt('due = { from = "a.first", days = 7 }\n', "")
    only(spoilt("due = 2009-03-25", f'due = {{ before_first = "a.second", {more} }}', text), Code.DATE_CONFLICT)


@pytest.mark.parametrize(("before", "code"), [('"a.thrid"', Code.ITEM_UNKNOWN), ('"a.first"', Code.REFERENCE_SELF)])
def test_before_the_first_of_something_unknown_or_of_itself(before: str, code: Code) -> None:
    text = spoilt('due = { from = "a.first", days = 7 }\n', "")
    only(spoilt("due = 2009-03-25", f"due = {{ before_first = [{before}] }}", text), code)


def test_days_of_rules_are_resolved_too() -> None:
    rule = '{ type = "sessions", on = { from = "a.first", days = -1 } }'
    assert sound(spoilt('"document"', rule)).by_key["a.first"].rule == SessionsRule(on=date(2009, 3, 24))
    rule = '{ type = "problems", not_before = 2009-03-08 }'
    assert sound(spoilt('"document"', rule)).by_key["a.first"].rule == ProblemsRule(date(2009, 3, 8))


def test_a_meeting_day_after_the_due_day_could_never_be_in_time() -> None:
    problem = only(spoilt('"document"', '{ type = "sessions", on = 2009-03-26 }'), Code.DATE_AFTER_DUE)
    assert problem.place == 'items[1] "a.first" → rule.on'
    assert problem.facts == {"day": date(2009, 3, 26), "due": date(2009, 3, 25)}


def test_a_day_of_a_rule_needs_something_to_be_relative_to() -> None:
    only(spoilt('"document"', '{ type = "sessions", on = { days = 3 } }'), Code.KEY_MISSING)


def test_days_beyond_the_calendar_are_outside_the_phase() -> None:
    text = (
        SMALL.replace("2009-03-01", "9999-03-01")
        .replace("2009-04-30", "9999-12-31")
        .replace("2009-03-25", "9999-12-30")
    )
    assert only(text, Code.DATE_OUTSIDE).facts["day"] is None


def test_a_long_chain_of_dates_is_refused_not_crashed_on() -> None:
    item = SMALL[SMALL.index("[[items]]") : SMALL.rindex("[[items]]")]
    chain = [item.replace("a.first", f"c.n{n}").replace("2009-03-25", f'{{ from = "c.n{n + 1}" }}') for n in range(800)]
    last = item.replace("a.first", "c.n800")
    text = SMALL + "\n" + "\n".join([*chain, last])
    only(text, Code.FILE_NESTING)
