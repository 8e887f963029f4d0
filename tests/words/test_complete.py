"""Every term, field, choice, lack, remark, fault and error has its words in both languages, each in its own script."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.report.story import branch, plan
from xjtui.domain.attendance import Mark
from xjtui.domain.fields import FaultCode, FieldKind, Form
from xjtui.domain.figures import Count
from xjtui.domain.forms import entry_kinds, form_for
from xjtui.domain.guide import Bar, Why
from xjtui.domain.people import Scope, Standing
from xjtui.domain.plan import Audience, Basis
from xjtui.domain.problems import Stand
from xjtui.domain.records import FOLLOW_UPS, Kind
from xjtui.domain.states import Lack, Measure, Remark, Status
from xjtui.errors import InputError, XjtuiError
from xjtui.intake.problems import ProblemCode, RowProblem
from xjtui.plans.problems import Code, Problem
from xjtui.words import LANGUAGES, LEXICON, Words, tell, words_for
from xjtui.words.faults import Mistake
from xjtui.words.lacks import Lacking
from xjtui.words.remarks import Noted

HOUSE = Path(__file__).resolve().parents[2] / "xjtui"
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
BOTH = pytest.mark.parametrize("words", [words_for(language) for language in LANGUAGES], ids=LANGUAGES)


def in_its_script(words: Words, text: str) -> bool:
    """Chinese texts have Chinese in them, English ones have none."""
    return bool(text.strip()) and bool(CHINESE.search(text)) == (words.language == "zh")


@BOTH
def test_every_member_of_every_enum_has_its_term(words: Words) -> None:
    terms = words.terms
    tables: list[tuple[Mapping[Any, Any], type]] = [
        (terms.status, Status),
        (terms.status_mark, Status),
        (terms.measure, Measure),
        (terms.mark, Mark),
        (terms.standing, Standing),
        (terms.scope, Scope),
        (terms.audience, Audience),
        (terms.basis, Basis),
        (terms.kind, Kind),
        (terms.why, Why),
        (terms.bar, Bar),
        (terms.stand, Stand),
        (terms.how, FieldKind),
    ]
    for table, enum in tables:
        assert set(table) == set(enum), enum
        if table is not terms.status_mark and table is not terms.measure:
            assert [text for text in table.values() if not in_its_script(words, text)] == []
    assert len(terms.months) == 12
    assert len(terms.weekdays) == 7
    assert all(in_its_script(words, counted.one) for counted in terms.measure.values())


def test_marks_are_ascii_so_that_columns_hold_on_every_terminal() -> None:
    marks = words_for("zh").terms.status_mark.values()
    assert all(mark.isascii() and len(mark) == 3 for mark in marks)
    assert words_for("zh").terms.status[Status.MET] != words_for("zh").terms.status[Status.MET_LATE]


def forms() -> Iterator[Form]:
    """A form of every kind of record under every item of the packaged plan."""
    situation = branch().situation
    for item in plan().items:
        kinds = [*entry_kinds(item), Kind.WAIVER]
        for kind in kinds:
            yield form_for(situation, item, kind)
            for follow_up in FOLLOW_UPS.get(kind, ()):
                yield form_for(situation, item, follow_up)


@BOTH
def test_every_field_of_every_form_has_a_label_a_help_and_named_choices(words: Words) -> None:
    seen = set()
    for form in forms():
        for field in form.fields:
            seen.add(form.kind)
            assert in_its_script(words, tell.label(words, form, field)), (form.kind, field.key)
            said = tell.help_text(words, form, field)
            assert in_its_script(words, said) or (said == "" and field.key.startswith("parts.")), (form.kind, field.key)
            for choice in field.choices:
                if not isinstance(choice.text, str):
                    assert in_its_script(words, tell.choice(words, field, choice)), (field.key, choice.key)
    assert seen == set(Kind)


def test_no_label_is_kept_for_a_field_that_no_form_has() -> None:
    asked = {field.key for form in forms() for field in form.fields if not field.key.startswith("parts.")}
    for words in map(words_for, LANGUAGES):
        assert set(words.terms.fields) == asked
        assert set(words.terms.field_help) == asked


def test_both_languages_know_the_same_choices() -> None:
    zh, en = words_for("zh").terms.choices, words_for("en").terms.choices
    assert {group: set(labels) for group, labels in zh.items()} == {group: set(labels) for group, labels in en.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_of_a_choice_may_be_typed(language: str) -> None:
    for group, labels in words_for(language).terms.choices.items():
        for key, label in labels.items():
            assert LEXICON[group][label.casefold()] == key


@pytest.mark.parametrize(
    ("group", "word", "key"),
    [
        ("day", "今天", "today"),
        ("day", "昨日", "yesterday"),
        ("all", "全到", "all"),
        ("all", "无", "all"),
        ("all", "none", "all"),
        ("mark", "旷", "absent"),
        ("mark", "公假", "official"),
        ("yes", "是", "yes"),
        ("yes", "n", "no"),
        ("standing", "预备党员", "probationary"),
        ("makeup", "送学", "brought"),
    ],
)
def test_words_that_offices_use_are_understood(group: str, word: str, key: str) -> None:
    assert LEXICON[group][word] == key


@BOTH
def test_every_lack_is_told(words: Words) -> None:
    for lack in Lack:
        for number in (1, 2):
            filled = ("a", "b", "c", "d", "e", "f") if words.language == "en" else ("甲", "乙", "丙", "丁", "戊", "己")
            amount = tell.count(words, number, Measure.SESSIONS)
            assert in_its_script(words, words.lack(Lacking(lack, number, amount, *filled))), lack
            assert in_its_script(words, words.lack(Lacking(lack, number, amount))), lack


@BOTH
def test_every_remark_is_told(words: Words) -> None:
    for remark in Remark:
        for number in (1, 2):
            assert in_its_script(words, words.remark(Noted(remark, number, 3, "", "", "", ""))), remark


@BOTH
def test_every_fault_is_told(words: Words) -> None:
    for code in FaultCode:
        assert in_its_script(words, words.fault(Mistake(code, "x", "raw", "name"))), code


def raised() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(file, code, facts) of every error that the house raises; the command line has its own words."""
    kinds = {cls.__name__ for cls in (XjtuiError, *XjtuiError.__subclasses__())}
    for path in HOUSE.rglob("*.py"):
        if path.relative_to(HOUSE).parts[0] in ("cli", "words", "fronts"):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds and node.args:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        facts = tuple(keyword.arg for keyword in node.keywords if keyword.arg)
                        yield str(path.relative_to(HOUSE)), part.value, facts


def noticed() -> Iterator[str]:
    """The codes of what the store notices and mends."""
    from xjtui.store import book, recovery

    names = ("LOG_TORN", "LOG_REBUILT", "FILE_REBUILT", "FILE_UNSEALED", "CHANGES_LOST", "FILE_LAGGING")
    for name in names:
        yield str(getattr(recovery, name, None) or getattr(book, name))


@BOTH
def test_every_error_that_is_raised_has_its_sentence(words: Words) -> None:
    found = list(raised())
    assert len(found) > 40
    for place, code, names in found:
        assert code in words.errors.say, f"{place}: {code}"
        facts: dict[str, Any] = {
            name: [] if name in ("near", "ids", "known", "problems", "seen") else 7 for name in names
        }
        said = tell.error(words, InputError(code, **facts))
        assert in_its_script(words, said), said
        assert said.endswith((".", "?", "。", "？")), said
    for code in noticed():
        assert in_its_script(words, tell.error(words, XjtuiError(code)))


@BOTH
def test_an_error_without_its_facts_is_still_a_sentence(words: Words) -> None:
    for code in words.errors.say:
        assert tell.error(words, XjtuiError(code))


def test_both_languages_know_the_same_errors() -> None:
    assert set(words_for("zh").errors.say) == set(words_for("en").errors.say)


def test_an_unforeseen_code_is_told_with_its_facts_and_hides_nothing() -> None:
    said = tell.error(words_for("zh"), XjtuiError("brand_new", place="somewhere"))
    assert "brand_new" in said
    assert "somewhere" in said


@BOTH
def test_everything_wrong_in_a_plan_file_or_a_roster_is_told_with_its_place(words: Words) -> None:
    assert set(words.file_problems.plan) == set(Code)
    assert set(words.file_problems.row) == set(ProblemCode)
    for code in Code:
        said = tell.plan_problem(words, Problem(code, "plan.toml", "items[3]", 12))
        assert "12" in said
        assert "items[3]" in said
        assert in_its_script(words, said)
    for row in ProblemCode:
        assert in_its_script(words, tell.row_problem(words, RowProblem(4, "", row)))


@BOTH
def test_every_figure_of_the_summary_has_its_phrase(words: Words) -> None:
    for count in Count:
        assert in_its_script(words, words.prose.figure(count, 2))
        assert in_its_script(words, words.prose.figure(count, 1))


def test_there_is_no_third_language_and_it_is_said_so() -> None:
    with pytest.raises(InputError) as caught:
        words_for("fr")
    assert "zh" in tell.error(words_for("en"), caught.value)


@BOTH
def test_a_date_of_another_year_carries_its_year(words: Words) -> None:
    near = date(2009, 4, 15)
    assert "2010" not in tell.day(words, date(2009, 3, 1), near)
    assert "2010" in tell.day(words, date(2010, 3, 1), near)
