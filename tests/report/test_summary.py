"""At the end the self-check summary writes itself: five parts, figures from the records, problems never blank."""

from __future__ import annotations

import json
import re

import pytest

from tests.builders import record, sheet, unit
from tests.report.story import branch, plan
from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.review import fingerprint
from xjtui.domain.sheet import Sheet
from xjtui.domain.summary import Summary, summarise
from xjtui.report.blocks import Heading, Paragraph, Remark, Signature, Table
from xjtui.report.summary_document import summary_document
from xjtui.report.summary_json import summary_json
from xjtui.report.summary_text import summary_text
from xjtui.report.table import cells
from xjtui.words import LANGUAGES, words_for
from xjtui.words.prose_en import roman
from xjtui.words.prose_zh import numeral

ZH, EN = words_for("zh"), words_for("en")


def written(day: str = "4-15", **data: str) -> Record:
    own = {"causes": "一是认识不足。\n二是时间偏紧。", "next_steps": "4月20日前补齐缺项。", **data}
    return record("review.summary", Kind.SUMMARY, day, **own)


def summary(*more: Record) -> Summary:
    return summarise(branch(*more))


def one_line(text: str) -> str:
    return "".join(text.split())


def test_the_parts_stand_in_the_customary_order() -> None:
    blocks = summary_document(summary(written(remarks="另附照片。")), ZH).blocks
    headings = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == [
        "一、基本情况",
        "二、主要做法及成效",
        "三、存在问题",
        "四、原因分析",
        "五、下一步打算",
        "六、其他说明",
    ]
    assert next(block.text for block in blocks if isinstance(block, Heading) and block.level == 2) == "（一）组织准备"
    assert isinstance(blocks[-2], Signature)
    assert isinstance(blocks[-1], Table)


def test_the_figures_are_told_with_their_measure_words_and_days() -> None:
    text = one_line(summary_text(summary(), ZH))
    for said in (
        "示例一小支部学习调研阶段自查总结",
        "本支部现有党员6人，班子成员2人。经批准免除有关任务1人。",
        "应办事项23项，已完成6项（其中逾期后完成1项），逾期未完成3项，期限未到、尚未完成14项。",
        "应到12人次，实到10人次，出勤率83.3%；补课1人次，参学率91.7%。",
        "党员人人上讲台（4月8日至9日）：讲课2次，登台主讲2人；应计5人，已完成2人。",
        "领导带头（4月2日至10日）：应计8项，已完成5项。",
        "多渠道征求意见（4月9日）：使用渠道1种，发放60份，收回52份，收到意见18条。",
        "边学边查边改（4月3日）：查找问题2件，销号1件，整改中1件。",
    ):
        assert said in text


def test_what_falls_short_is_written_from_what_is_unmet() -> None:
    text = one_line(summary_text(summary(), ZH))
    for said in (
        "责任分工逾期未完成（期限3月31日，已过15天）：还没有记录。",
        "四项制度逾期未完成（期限3月31日，已过15天）：还缺：抽查制度。",
        "工作计划报送完成不及时，4月1日完成，晚于期限3月31日。",
        "问题尚未销号：课间活动场地不足（责任人甲二，整改时限4月10日，已超过时限）。",
    ):
        assert said in text


def test_problems_are_never_blank_even_where_there_are_none() -> None:
    from dataclasses import replace

    clean = replace(summary(), unmet=(), late=(), open_problems=(), warnings=())
    assert one_line(ZH.prose.nothing_short) in one_line(summary_text(clean, ZH))


def test_the_secretary_is_asked_for_causes_and_next_steps_until_they_are_there() -> None:
    assert "原因分析由书记填写，尚未填写" in one_line(summary_text(summary(), ZH))
    text = summary_text(summary(written()), ZH)
    assert "　　一是认识不足。\n　　二是时间偏紧。" in text
    assert "尚未填写" not in text


def finalised(day: str = "4-14") -> Sheet:
    own = written(day, digest="")
    before = branch(own)
    return branch(written(day, digest=fingerprint(before.situation)))


def test_a_draft_says_so_and_a_final_one_that_was_overtaken_too() -> None:
    remarks = [block.text for block in summary_document(summary(written()), ZH).blocks if isinstance(block, Remark)]
    assert remarks == ["（草稿，尚未定稿）"]
    late = summarise(branch(written(digest="of other records")))
    assert [b.text for b in summary_document(late, ZH).blocks if isinstance(b, Remark)] == [ZH.prose.outdated]


def test_every_figure_leads_to_its_records() -> None:
    found = summary()
    known = {one.id for one in found.sheet.situation.known}
    for words in (ZH, EN):
        told = [
            block for block in summary_document(found, words).blocks if isinstance(block, Paragraph) and block.records
        ]
        assert len(told) > 10
        assert all(set(block.records) <= known for block in told)


def test_the_annex_has_a_line_for_every_item_with_the_look_back_beside_it() -> None:
    rating = record(
        "review.look_back", Kind.RATING, "4-15", item="org.body", rating="good", comment="机构健全，运转正常"
    )
    found = summary(rating)
    table = summary_document(found, ZH).blocks[-1]
    assert isinstance(table, Table)
    assert len(table.rows) == len(found.annex)
    assert table.rows[0] == ("1", "工作机构", "计划二·首段", "3月31日", "已完成", "4/4项", "好：机构健全，运转正常")
    assert "评价 好：机构健全，运转正常" in summary_text(found, ZH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_unit_has_its_summary_within_the_page(language: str) -> None:
    words = words_for(language)
    sheets = [
        branch(),
        branch(today="3-2"),
        branch(today="6-1"),
        sheet(plan=plan(), of=unit(Audience.COMMITTEE, kind="bureau")),
        sheet(plan=plan(), of=unit(Audience.GROUP, kind="group"), guided=(unit(),)),
        sheet(plan=plan(), members=(), of=unit(kind="office")),
    ]
    for one in sheets:
        text = summary_text(summarise(one), words)
        assert all(cells(line) <= 78 for line in text.splitlines())
        assert "None" not in text
        assert json.loads(json.dumps(summary_json(summarise(one), words)))["schema"] == "xjtui.summary/1"


def test_official_chinese_has_no_blanks_between_digits_and_characters() -> None:
    document = summary_document(summary(), ZH)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert not re.search(r"[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]", block.text), block.text


def test_nobody_on_the_roster_is_said_and_shows_no_rate() -> None:
    text = one_line(summary_text(summarise(sheet(plan=plan(), members=())), ZH))
    assert "名册上尚无人员" in text
    assert "尚无考勤记录" in text
    assert "100%" not in text


def test_the_json_tells_figures_texts_and_annex() -> None:
    facts = json.loads(json.dumps(summary_json(summary(written()), EN)))
    assert facts["attendance"]["should"] == 12
    assert facts["causes"].startswith("一是")
    assert facts["finalised"] is None
    figures = {f["count"]: f for stage in facts["stages"] for deed in stage["deeds"] for f in deed["figures"]}
    assert figures["issued"]["value"] == 60
    assert figures["issued"]["text"] == "60 copies handed out"
    assert len(facts["annex"]) == 23


def test_numerals_count_as_offices_write_them() -> None:
    assert [numeral(n) for n in (1, 9, 10, 11, 20, 23)] == ["一", "九", "十", "十一", "二十", "二十三"]
    assert [roman(n) for n in (1, 4, 6, 9, 14)] == ["I", "IV", "VI", "IX", "XIV"]


def test_a_final_summary_is_signed_on_its_own_day() -> None:
    found = summarise(finalised())
    signed = [block for block in summary_document(found, ZH).blocks if isinstance(block, Signature)]
    assert found.finalised is not None
    assert signed[0].day == ("2009年4月15日" if found.outdated else "2009年4月14日")
