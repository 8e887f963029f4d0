"""Somebody writes a plan by hand and makes mistakes: the check names each, all at once, with place and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.plans.samples import SMALL, checked, only, sound, spoilt
from xjtui.errors import InputError, RefusedError
from xjtui.plans import Code, Severity, load_plan
from xjtui.plans.reader import check_file

FIRST = 'items[1] "a.first"'
SECOND = 'items[2] "a.second"'


def test_a_sound_plan_has_no_problems() -> None:
    sound(SMALL)


ONE_MISTAKE = [
    # what stands there, what is written instead, the code, the place, some facts
    ('version = "1"\n', "", Code.KEY_MISSING, "", {"key": "version"}),
    ('version = "1"', "version = 1", Code.TYPE_WRONG, "version", {"expected": "string", "found": "number"}),
    ('version = "1"', 'version = "eins/2"', Code.KEY_FORM, "version", {"form": "version"}),
    ('id = "small-2009"', 'id = "../small"', Code.KEY_FORM, "id", {"value": "../small"}),
    ('version = "1"', 'version = "1"\nformat = 2', Code.FORMAT_UNKNOWN, "format", {"found": 2, "known": 1}),
    ('version = "1"', 'version = "1"\nsoftend = true', Code.KEY_UNKNOWN, "softend", {"nearest": "soft_end"}),
    ('["zh", "en"]', '["zh", "en", "Deutsch"]', Code.LANGUAGE_FORM, "languages", {"value": "Deutsch"}),
    ('["zh", "en"]', '["zh", "en", "en"]', Code.DUPLICATE, "languages[3]", {"value": "en"}),
    ('["zh", "en"]', '["zh", "en", "key"]', Code.KEY_RESERVED, "languages", {"value": "key"}),
    ("end = 2009-04-30", "end = 2009-02-28", Code.END_BEFORE_START, "end", {"end": date(2009, 2, 28)}),
    ("start = 2009-03-01", 'start = "2009-03-01"', Code.DATE_BAD, "start", {"value": "2009-03-01"}),
    ("start = 2009-03-01", "start = 2009-03-01T08:00:00", Code.TYPE_WRONG, "start", {"found": "moment"}),
    ('zh = "小学", en = "Primary"', 'zh = "小学"', Code.TEXT_MISSING, 'kinds[1] "primary"', {"language": "en"}),
    ('key = "retired"', 'key = "primary"', Code.DUPLICATE, 'kinds[2] "primary" → key', {"value": "primary"}),
    ('key = "retired"', 'key = "离退休"', Code.KEY_FORM, 'kinds[2] "离退休" → key', {"form": "key"}),
    ('en = "One"', 'en = "Organisation"', Code.TEXT_WIDE, 'stages[1] "one" → short.en', {"cells": 12, "limit": 9}),
    ('zh = "一", en = "One"', 'zh = "第一步", en = "One"', Code.TEXT_WIDE, 'stages[1] "one" → short.zh', {"cells": 6}),
    ('key = "a.second"', 'key = "a.first"', Code.DUPLICATE, 'items[2] "a.first" → key', {"value": "a.first"}),
    ('key = "a.second"', 'key = "A-second"', Code.KEY_FORM, 'items[2] "A-second" → key', {"form": "item"}),
    ('stage = "one"', 'stage = "on"', Code.STAGE_UNKNOWN, f"{FIRST} → stage", {"stage": "on", "nearest": "one"}),
    ('en = "First item"', 'en = ""', Code.TEXT_EMPTY, f"{FIRST} → title.en", {"language": "en"}),
    ('en = "First item"', "en = 1", Code.TYPE_WRONG, f"{FIRST} → title.en", {"expected": "string"}),
    ('en = "First item"', 'en = "\\u001b[2J"', Code.TEXT_CONTROL, f"{FIRST} → title.en", {"character": "\\x1b"}),
    ('en = "First item"', 'en = "A\\nB"', Code.TEXT_CONTROL, f"{FIRST} → title.en", {"character": "\\n"}),
    ('en = "First item"', 'en = "F", de = "E"', Code.LANGUAGE_UNKNOWN, f"{FIRST} → title.de", {"language": "de"}),
    ('{ zh = "第一项", en = "First item" }', '"First"', Code.TYPE_WRONG, f"{FIRST} → title", {"expected": "text"}),
    ('zh = "第一项"', f'zh = "{"项" * 15}"', Code.TEXT_WIDE, f"{FIRST} → title.zh", {"cells": 30, "limit": 28}),
    ("due = 2009-03-25", "due = 2009-05-01", Code.DATE_OUTSIDE, f"{FIRST} → due", {"day": date(2009, 5, 1)}),
    ("due = 2009-03-25", "due = 25", Code.TYPE_WRONG, f"{FIRST} → due", {"expected": "date", "found": "number"}),
    ('rule = "document"', 'rule = "documnt"', Code.RULE_UNKNOWN, f"{FIRST} → rule.type", {"nearest": "document"}),
    ('rule = "document"', "rule = true", Code.TYPE_WRONG, f"{FIRST} → rule", {"expected": "rule", "found": "flag"}),
    ('rule = "document"\n', "", Code.KEY_MISSING, FIRST, {"key": "rule"}),
    ('rule = "document"', "rule = {}", Code.KEY_MISSING, f"{FIRST} → rule", {"key": "type"}),
    ('rule = "document"', 'rule = "registers"', Code.KEY_MISSING, f"{FIRST} → rule", {"key": "items"}),
    ('rule = "document"', 'rule = "urging"', Code.RULE_AUDIENCE, f"{FIRST} → rule", {"who": ("branch",)}),
    ('rule = "document"', 'rule = "document"\nwho = "brunch"', Code.AUDIENCE_UNKNOWN, f"{FIRST} → who", {}),
    ('rule = "document"', 'rule = "document"\nwho = []', Code.LIST_EMPTY, f"{FIRST} → who", {"key": "who"}),
    ('rule = "document"', 'rule = "document"\nweight = 0', Code.NUMBER_LOW, f"{FIRST} → weight", {"least": 1}),
    ('rule = "document"', 'rule = "document"\nbasis = "guess"', Code.CHOICE_UNKNOWN, f"{FIRST} → basis", {}),
    ('rule = "document"', 'rule = "document"\nbasis = "inferred"', Code.INFERRED_UNEXPLAINED, FIRST, {}),
    (
        'rule = "document"',
        'rule = "document"\ninferred = { zh = "推定", en = "Inferred" }',
        Code.INFERRED_UNMARKED,
        f"{FIRST} → inferred",
        {},
    ),
    ('rule = "document"', 'rule = "document"\nreplaces = "a.second"', Code.REPLACES_PRESENT, f"{FIRST} → replaces", {}),
    ('rule = "document"', 'rule = "document"\nreplaces = "No!"', Code.KEY_FORM, f"{FIRST} → replaces", {}),
    ("count = 2", "count = 0", Code.NUMBER_LOW, f"{SECOND} → rule.count", {"found": 0, "least": 1}),
    ("count = 2", "count = 10000", Code.NUMBER_HIGH, f"{SECOND} → rule.count", {"most": 9999}),
    ("count = 2", 'count = "2"', Code.TYPE_WRONG, f"{SECOND} → rule.count", {"expected": "number"}),
    ("count = 2", "count = true", Code.TYPE_WRONG, f"{SECOND} → rule.count", {"found": "flag"}),
    ("count = 2", "cuont = 2", Code.KEY_UNKNOWN, f"{SECOND} → rule.cuont", {"nearest": "count"}),
    ("advised = 3", "advised = 1", Code.ADVISED_BELOW, f"{SECOND} → rule.advised", {"advised": 1, "count": 2}),
    ("advised = 3", "advised = 3\nother = false", Code.COUNT_OVER_OPTIONS, f"{SECOND} → rule.advised", {"options": 2}),
    (
        "count = 2\nadvised = 3",
        "count = 3\nother = false",
        Code.COUNT_OVER_OPTIONS,
        f"{SECOND} → rule.count",
        {"count": 3, "options": 2},
    ),
    ('key = "board"', 'key = "web"', Code.DUPLICATE, f'{SECOND} → rule.options[2] "web" → key', {"value": "web"}),
    ('key = "board"', 'key = "other"', Code.KEY_RESERVED, f'{SECOND} → rule.options[2] "other" → key', {}),
    ('{ key = "board", zh = "板报", en = "Board" }', '"board"', Code.TYPE_WRONG, f"{SECOND} → rule.options[2]", {}),
    (
        'kinds = ["primary"]',
        'kinds = ["primry"]',
        Code.KIND_UNKNOWN,
        f"{SECOND} → applies_if.kinds",
        {"nearest": "primary"},
    ),
    ('kinds = ["primary"]\n', "", Code.APPLIES_EMPTY, f"{SECOND} → applies_if", {}),
    (
        'kinds = ["primary"]\n',
        'kinds = ["primary"]\nnot_kinds = "primary"\n',
        Code.KINDS_OVERLAP,
        f"{SECOND} → applies_if",
        {"kinds": ("primary",)},
    ),
    (
        'from = "a.first"',
        'from = "a.frist"',
        Code.ITEM_UNKNOWN,
        f"{SECOND} → due.from",
        {"item": "a.frist", "nearest": "a.first"},
    ),
    ("days = 7", "days = 99", Code.DATE_OUTSIDE, f"{SECOND} → due", {"day": date(2009, 7, 2)}),
    ("days = 7", "day = 2009-03-31", Code.DATE_CONFLICT, f"{SECOND} → due", {"keys": ("day", "from")}),
    ("days = 7", "dyas = 7", Code.KEY_UNKNOWN, f"{SECOND} → due.dyas", {"nearest": "days"}),
]


@pytest.mark.parametrize(("old", "new", "code", "place", "facts"), ONE_MISTAKE)
def test_one_mistake_gives_one_problem(old: str, new: str, code: Code, place: str, facts: dict[str, object]) -> None:
    problem = only(spoilt(old, new), code)
    assert problem.place == place
    assert problem.file == "plan.toml"
    assert {key: problem.facts[key] for key in facts} == facts
    if place:
        assert problem.line is not None


def test_all_problems_of_a_file_come_at_once_in_its_order_with_their_lines() -> None:
    text = spoilt("count = 2", "count = 0", spoilt(', en = "Retired"', "", spoilt('stage = "one"', 'stage = "two"')))
    plan, problems = checked(text)
    assert plan is None
    assert [(p.code, p.line) for p in problems] == [
        (Code.TEXT_MISSING, 13),
        (Code.STAGE_UNKNOWN, 21),
        (Code.NUMBER_LOW, 40),
    ]


def test_a_warning_does_not_keep_a_plan_from_being_used() -> None:
    plan, problems = checked(spoilt('en = "One"', 'en = "Organisation"'))
    assert plan is not None
    assert [problem.severity for problem in problems] == [Severity.WARNING]


def test_a_stage_nobody_needs_is_only_a_warning() -> None:
    more = '{ key = "two", title = { zh = "二", en = "Two" }, short = { zh = "二", en = "Two" } },\n]\n\n[[items]]'
    problem = only(spoilt("]\n\n[[items]]", more), Code.STAGE_UNUSED)
    assert (problem.place, problem.facts) == ('stages[2] "two"', {"stage": "two"})


def test_a_plan_without_items_says_so() -> None:
    head = SMALL.split("[[items]]", maxsplit=1)[0]
    _, problems = checked(head)
    assert [(p.code, p.facts) for p in problems if p.code is Code.KEY_MISSING] == [(Code.KEY_MISSING, {"key": "items"})]
    _, problems = checked("items = []\n" + head)
    assert Code.LIST_EMPTY in {problem.code for problem in problems}


def test_missing_languages_are_one_problem_not_one_for_each_text() -> None:
    only(spoilt('languages = ["zh", "en"]\n', ""), Code.KEY_MISSING)


def test_an_old_key_can_go_on_in_one_item_only() -> None:
    text = SMALL.replace('stage = "one"', 'stage = "one"\nreplaces = ["a.old"]')
    assert only(text, Code.DUPLICATE).place == f"{SECOND} → replaces"


def test_a_language_misspelt_in_an_option_is_told_with_what_may_stand_there() -> None:
    _, problems = checked(spoilt('en = "Web"', 'enn = "Web"'))
    assert [p.code for p in problems] == [Code.TEXT_MISSING, Code.KEY_UNKNOWN]
    assert problems[1].facts["nearest"] == "en"


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ('{ type = "coverage", of = "members", counts_from = ["a.first"] }', "rule.counts_from[1]"),
        ('{ type = "registers", items = "a.first" }', "rule.items"),
    ],
)
def test_an_item_cannot_rest_on_itself(rule: str, place: str) -> None:
    assert only(spoilt('"document"', rule), Code.REFERENCE_SELF).place == f"{FIRST} → {place}"


def test_covering_somebody_unknown() -> None:
    problem = only(spoilt('"document"', '{ type = "coverage", of = "member" }'), Code.CHOICE_UNKNOWN)
    assert problem.facts["nearest"] == "members"


@pytest.mark.parametrize(
    ("data", "code", "facts"),
    [
        (b"", Code.FILE_EMPTY, {}),
        (b"\xef\xbb\xbf \r\n", Code.FILE_EMPTY, {}),
        (b"x" * 600_000, Code.FILE_LARGE, {}),
        (SMALL.encode("gb18030"), Code.FILE_ENCODING, {"guess": "GB18030"}),
        (SMALL.encode("utf-16"), Code.FILE_ENCODING, {"guess": "UTF-16"}),
        (b"\xff", Code.FILE_ENCODING, {"guess": ""}),
        (b"a = [\n1\n", Code.FILE_SYNTAX, {"column": None}),
        (b"a = 1\nb = = 2\n", Code.FILE_SYNTAX, {"column": 5}),
        (b"a = " + b"[" * 5000, Code.FILE_NESTING, {}),
        (b"a = " + b"1" * 5000, Code.FILE_SYNTAX, {}),
        (b"start = 2009-02-30\n", Code.DATE_BAD, {"value": "2009-02-30"}),
        (b"\x00\x01", Code.FILE_SYNTAX, {}),
    ],
)
def test_what_is_no_plan_file_at_all(data: bytes, code: Code, facts: dict[str, object]) -> None:
    problem = only(data, code)
    assert {key: problem.facts[key] for key in facts} == facts


def test_the_line_of_a_syntax_error_and_of_a_wrong_byte() -> None:
    assert only(b"a = 1\nb = = 2\n", Code.FILE_SYNTAX).line == 2
    assert only(b"a = 1\n\n# \xb5\xb3\n", Code.FILE_ENCODING).line == 3


def test_a_plan_of_one_language_may_use_plain_strings() -> None:
    text = SMALL.replace('["zh", "en"]', '["zh"]')
    for english in ("Small plan", "Phase", "Next phase", "Committee", "Office", "Primary", "Retired", "Stage one"):
        text = text.replace(f', en = "{english}"', "")
    for english in ("One", "First item", "Do the first", "1", "Second item", "Do the second", "2", "No pupils", "Web"):
        text = text.replace(f', en = "{english}"', "")
    text = text.replace(', en = "Board"', "").replace('{ zh = "小计划" }', '"小计划"')
    assert sound(text).title.of("zh") == "小计划"


def test_files_from_windows_editors_are_read() -> None:
    sound(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())


def test_loading_a_broken_plan_tells_all_its_problems() -> None:
    with pytest.raises(InputError) as caught:
        load_plan(spoilt("count = 2", "count = 0").encode())
    assert caught.value.code == "plan_broken"
    assert [problem.code for problem in caught.value.facts["problems"]] == [Code.NUMBER_LOW]


def test_checking_a_file_names_it(tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    path.write_text(spoilt("count = 2", "count = 0"), encoding="utf-8")
    plan, problems = check_file(path)
    assert plan is None
    assert [problem.file for problem in problems] == [str(path)]
    with pytest.raises(RefusedError):
        check_file(tmp_path)
