"""The entry form: filling in, faults at once and all at once, drafts that survive, conflicts that lose nothing."""

from __future__ import annotations

import pytest

from screens.dialogs import Choose
from screens.guide import GuideScreen
from tests.screens.desks import colleague, desk_with
from tests.screens.stage import person_at
from xjtui.domain.entry import answers_of
from xjtui.domain.guide import Action, open_entry
from xjtui.domain.records import Kind
from xjtui.domain.states import Status

PARTS = ("head", "members", "duties", "set_up")


@pytest.mark.parametrize(("language", "said"), [("zh", "已保存"), ("en", "Saved")])
async def test_a_document_is_filled_in_and_counted(language: str, said: str) -> None:
    desk = desk_with()
    async with person_at(desk, language) as person:
        await person.open_form("org.body")
        for part in PARTS:
            await person.fill(f"parts.{part}", "赵一 等三人")
        await person.press("f2")
        assert isinstance(person.app.screen, GuideScreen)
        assert said in person.hint
        state = desk.sheet("demo").state("org.body")
        assert state is not None and state.satisfied
        # On to the next gap: the cursor has left the item that is done.
        assert person.app.screen.current_state() is not state
        assert not desk.drafts("demo")


async def test_enter_leads_through_the_form_to_the_save_button() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("plan.filed")
        await person.type("赵一")
        await person.press("enter", "enter", "enter")
        assert isinstance(person.app.screen, GuideScreen)
        (record,) = desk.sheet("demo").situation.records
        assert record.kind is Kind.FILING and record.text("filed_by") == "赵一"


async def test_what_is_wrong_is_said_when_the_field_is_left_and_gone_when_it_is_mended() -> None:
    async with person_at(desk_with()) as person:
        await person.open_form("study.sessions")
        await person.fill("day", "十三月")
        await person.press("tab")
        assert "十三月" in person.picture and person.row("day").fault is not None
        await person.fill("day", "4-8")
        await person.press("tab")
        assert person.row("day").fault is None
        assert person.form.entry.answers["day"] == "4-8"


async def test_saving_shows_all_faults_and_goes_to_the_first() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("publicity.forms")
        await person.press("f2")
        assert [row.field.key for row in person.form.rows if row.fault] == ["form", "title"]
        assert person.form.here is person.row("form")
        assert not desk.sheet("demo").situation.records


async def test_esc_keeps_a_draft_and_the_form_comes_back_with_it() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("study.sessions")
        await person.fill("theme", "学党章")
        await person.press("escape")
        assert isinstance(person.app.screen, GuideScreen)
        await person.open_form("study.sessions")
        assert person.row("theme").raw == "学党章"
        assert any("已恢复" in notice for notice in person.notices)


async def test_a_cut_line_in_the_middle_of_a_word_loses_nothing() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("study.sessions")
        await person.fill("theme", "学党")
        person.app.keep_all()
    async with person_at(desk) as person:
        await person.open_form("study.sessions")
        assert person.row("theme").raw == "学党"


async def test_an_untouched_form_leaves_no_draft() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("study.sessions")
        await person.press("tab", "tab", "escape")
        assert not desk.drafts("demo")


async def test_a_draft_can_be_dropped_after_a_question() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("study.sessions")
        await person.fill("theme", "学党章")
        await person.press("f4", "2")
        assert person.row("theme").raw == ""
        assert not desk.drafts("demo")


async def test_a_conflict_shows_both_versions_and_keeps_what_was_typed() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("plan.filed")
        await person.fill("filed_by", "赵一")
        await person.press("f2")
        (record,) = desk.sheet("demo").situation.records
        guide = person.app.screen
        assert isinstance(guide, GuideScreen)
        guide.open_action(Action("plan.filed", Kind.FILING, record=record.id))
        await person.pilot.pause()
        await person.fill("title", "我的标题")

        other = colleague(desk)
        theirs = open_entry(other.sheet("demo"), Action("plan.filed", Kind.FILING, record=record.id))
        other.save("demo", theirs.put("title", "别人的标题"))

        await person.press("f2")
        assert isinstance(person.app.screen, Choose)
        assert "别人的标题" in person.picture and "我的标题" in person.picture
        await person.press("escape")
        assert person.row("title").raw == "我的标题"
        await person.press("f2", "2")
        stored = desk.sheet("demo").situation.record(record.id)
        assert stored is not None and answers_of(stored)["title"] == "我的标题" and stored.revision == 3


async def test_an_edit_begins_with_what_is_stored() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("plan.filed")
        await person.fill("filed_by", "赵一")
        await person.press("f2")
        await person.go_to("plan.filed")
        await person.press("r", "enter", "1")
        assert person.row("filed_by").raw == "赵一"
        await person.press("escape", "escape")
        assert isinstance(person.app.screen, GuideScreen) and not desk.drafts("demo")


async def test_a_field_that_depends_on_another_appears_with_it() -> None:
    async with person_at(desk_with()) as person:
        await person.open_form("publicity.forms")
        assert not person.row("other").display
        await person.press("7")
        assert person.row("other").display
        await person.press("1")
        assert not person.row("other").display


async def test_text_with_markup_is_shown_and_stored_as_it_is() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("study.sessions")
        await person.fill("theme", "[/b][red]学[x] \\[")
        await person.press("f2")
        (record,) = desk.sheet("demo").situation.records
        assert record.text("theme") == "[/b][red]学[x] \\["
        await person.go_to("study.sessions")
        assert "[/b][red]学[x]" in person.picture
        await person.press("r")
        assert "[/b][red]学[x]" in person.picture
        await person.press("v")
        await person.type("[/zz]")
        await person.press("enter")
        assert "[/zz]" in person.picture


async def test_every_item_gets_a_person_at_once() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("org.duties")
        person.row("assignments").take_focus()
        await person.pilot.pause()
        await person.press("enter", "enter", "down", "enter", "f2")
        assert "23 项中 23 项" in person.picture
        await person.press("f2")
        (record,) = desk.sheet("demo").situation.records
        assert set(record.data["assignments"].values()) == {"m001"}


async def test_when_nothing_may_be_written_the_reason_is_said() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        desk._read_only["demo"] = "rights"
        await person.go_to("org.body")
        await person.press("enter")
        assert isinstance(person.app.screen, GuideScreen)
        assert any("只能看" in notice for notice in person.notices)


async def test_what_others_write_shows_while_one_types() -> None:
    desk = desk_with()
    async with person_at(desk) as person:
        await person.open_form("study.sessions")
        await person.fill("theme", "学党章")
        other = colleague(desk)
        entry = open_entry(other.sheet("demo"), Action("study.micro_lectures", Kind.LECTURE))
        other.save("demo", entry.put("lecturer", "m001").put("title", "课"))
        person.app._look_out()
        await person.pilot.pause()
        assert person.row("theme").raw == "学党章"
        await person.press("escape")
        await person.go_to("study.micro_lectures")
        state = desk.sheet("demo").state("study.micro_lectures")
        assert state is not None and state.status is Status.IN_PROGRESS
        assert "1/12" in person.picture
