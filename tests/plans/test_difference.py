"""A unit moves to a changed plan: what was added, changed, renamed, and what its records no longer count for."""

from __future__ import annotations

from tests.plans.samples import PACKAGED, SMALL, sound, spoilt
from xjtui.domain.plan import Audience
from xjtui.plans.difference import compare


def test_the_same_plan_makes_no_difference() -> None:
    assert compare(sound(SMALL), sound(SMALL + "# a comment")).nothing


def test_changed_fields_are_named_and_told_apart_by_whether_they_bind() -> None:
    new = spoilt("count = 2", "count = 3", spoilt('en = "Do the first"', 'en = "Do it"'))
    difference = compare(sound(SMALL), sound(new))
    assert [(c.new.key, c.fields, c.binding) for c in difference.changed] == [
        ("a.first", ("requirement",), False),
        ("a.second", ("rule",), True),
    ]
    assert not any(change.other_rule for change in difference.changed)


def test_a_rule_of_another_type_is_pointed_out() -> None:
    (change,) = compare(sound(SMALL), sound(spoilt('"document"', '"filing"'))).changed
    assert change.other_rule


def test_a_renamed_item_keeps_its_records_and_another_key_without_it_does_not() -> None:
    new = SMALL.replace('"a.second"', '"b.second"')
    difference = compare(sound(SMALL), sound(new))
    assert [item.key for item in difference.added] == ["b.second"]
    assert [item.key for item in difference.orphaned] == ["a.second"]
    new = spoilt('key = "b.second"', 'key = "b.second"\nreplaces = ["a.second"]', new)
    difference = compare(sound(SMALL), sound(new))
    assert [(change.old.key, change.new.key, change.fields) for change in difference.renamed] == [
        ("a.second", "b.second", ())
    ]
    assert not (difference.added or difference.orphaned or difference.changed)
    assert not difference.nothing


def test_the_plan_itself_can_change() -> None:
    difference = compare(sound(SMALL), sound(spoilt("end = 2009-04-30", "end = 2009-05-05")))
    assert difference.plan_fields == ("end",)


def test_a_unit_sees_only_what_concerns_it() -> None:
    old = sound(PACKAGED)
    new = sound(PACKAGED.replace(b"count = 4", b"count = 5"))
    assert [c.new.key for c in compare(old, new).changed] == ["study.centre_group"]
    assert compare(old, new, Audience.BRANCH).nothing
    wider = sound(PACKAGED.replace(b'who = ["committee"]\nrule', b"rule"))
    assert [item.key for item in compare(old, wider, Audience.BRANCH).added] == ["study.centre_group"]
    assert [item.key for item in compare(old, wider, Audience.COMMITTEE).orphaned] == ["study.centre_group"]
