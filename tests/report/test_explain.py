"""Every figure can say where it comes from: clause, rule, records, what is missing, and how the status follows."""

from __future__ import annotations

import json

import pytest

from tests.builders import record, sheet, unit
from tests.report.story import branch, plan
from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind
from xjtui.errors import InputError
from xjtui.report.explain import explain_json, explain_text
from xjtui.report.table import cells
from xjtui.words import LANGUAGES, tell, words_for

ZH, EN = words_for("zh"), words_for("en")


def test_coverage_names_the_clause_the_rule_the_records_and_those_who_are_left() -> None:
    text = explain_text(branch(), "study.micro_lectures", ZH)
    for said in (
        "计划二·（一）·3",
        "每名在册党员至少一次",
        "推定：",
        "2/5 人",
        "还差 3 人：甲一、甲三、乙二",
        "经批准免除 1 人：丙一",
        "4月8日 · 甲二 · 《让每个孩子成功》",
    ):
        assert said in text


def test_late_stays_late_and_says_so() -> None:
    text = explain_text(branch(), "plan.filed", ZH, width=None)
    assert "[x] 已完成（迟）：4月1日才达到标准，晚于期限 3月31日；迟了就一直记为迟" in text
    assert "原文规定" in text


def test_a_date_that_hangs_on_the_first_session_is_explained_for_this_unit_only() -> None:
    text = explain_text(branch(), "plan.training", ZH, width=None)
    assert "应在第一次集中学习之前，最迟当天；日期为推定" in text
    assert "中心组" not in text


def test_an_exempted_item_names_its_reason_and_its_approver() -> None:
    waiver = record("study.forum", Kind.WAIVER, "4-10", reason="全员借调", approver="id-甲一")
    text = explain_text(branch(waiver), "study.forum", ZH)
    assert "全员借调，批准人：甲一" in text
    assert "不计入应办事项" in text


def test_by_the_plan_nobody_need_approve() -> None:
    office = sheet(plan=plan(), of=unit(kind="office"))
    assert "本单位没有在校学生，按计划不适用" in explain_text(office, "research.visits", ZH)
    assert "does not apply by the plan" in explain_text(office, "research.visits", EN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_of_the_plan_is_explained_within_the_terminal(language: str) -> None:
    words = words_for(language)
    sheets = [
        branch(),
        sheet(plan=plan(), of=unit(Audience.COMMITTEE, kind="bureau")),
        sheet(plan=plan(), of=unit(Audience.GROUP, kind="group"), guided=(unit(),)),
    ]
    for one in sheets:
        for state in one.states:
            text = explain_text(one, state.item.key, words)
            assert all(cells(line) <= 80 for line in text.splitlines())
            facts = json.loads(json.dumps(explain_json(one, state.item.key, words)))
            assert facts["item"]["key"] == state.item.key
            assert facts["rule"]
            assert facts["derivation"]


def test_the_json_holds_the_counted_records_whole() -> None:
    facts = explain_json(branch(), "study.micro_lectures", ZH)
    assert [one["data"]["title"] for one in facts["counted"]] == ["让每个孩子成功", "我的教学故事"]
    assert facts["next"]["kind"] == "lecture"


def test_an_unknown_item_is_told_with_the_nearest_one() -> None:
    with pytest.raises(InputError) as caught:
        explain_text(branch(), "study.session", ZH)
    assert tell.error(ZH, caught.value) == "没有事项「study.session」。是不是：study.sessions？"
