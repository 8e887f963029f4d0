"""A rule of the plan as a sentence: what is to be reached, with its figures. One function a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple, assert_never

from xjtui.domain.plan import (
    Aspect,
    ChannelsRule,
    ConfirmationsRule,
    CountRule,
    CoverageRule,
    DocumentRule,
    FilingRule,
    Of,
    Option,
    ProblemsRule,
    RatingsRule,
    RegistersRule,
    ReportsRule,
    Rule,
    SessionsRule,
    SummaryRule,
    TopicsRule,
    UrgingRule,
    VarietyRule,
    VisitsRule,
)


class Ruled(NamedTuple):
    """A rule, with how to write the titles of items and dates that it names. `group`: it binds an inspection group."""

    rule: Rule
    title: Callable[[str], str]
    day: Callable[[date], str]
    group: bool = False


def _zh(options: Iterable[Option | Aspect]) -> str:
    return "、".join(option.text.of("zh") for option in options)


def _en(options: Iterable[Option | Aspect]) -> str:
    return ", ".join(option.text.of("en") for option in options)


def zh(ruled: Ruled) -> str:
    """In Chinese."""
    match ruled.rule:
        case DocumentRule(parts=parts, assignments=assignments):
            said = f"有一份文件，写全：{_zh(parts)}" if parts else "有一份注明日期的文件"
            return f"{said}；每个适用事项都有在册党员负责" if assignments else said
        case SessionsRule(count=count, on=on, parts=parts, answers=answers):
            said = f"至少 {count} 次完整的集中活动，时间、主题、考勤齐全"
            said += f"；须在{ruled.day(on)}" if on else ""
            said += f"；写明：{_zh(parts)}" if parts else ""
            return said + (f"；至少答复 {answers} 个问题，提出的问题都有答复" if answers else "")
        case ConfirmationsRule(parts=parts):
            return f"逐项确认并注明日期：{_zh(parts)}，缺一项都不算完成"
        case CoverageRule(of=of, aspects=aspects, counts_from=counts_from):
            said = _covered_zh(of, aspects)
            also = "、".join(ruled.title(key) for key in counts_from)
            return f"{said}；{also}的记录自动计入" if also else said
        case FilingRule():
            return "报送一次，且没有被退回；被退回的要重新报送，是否按时看首次报送的日期"
        case ReportsRule(parts=parts, count=count, every_days=every):
            said = f"至少 {count} 份，每份写全：{_zh(parts)}"
            return f"{said}；建议每 {every} 天一份" if every else said
        case VarietyRule() | ChannelsRule() as several:
            what = "渠道" if isinstance(several, ChannelsRule) else "形式"
            said = f"至少 {several.count} 种不同{what}，每种都有日期"
            said += f"；建议 {several.advised} 种" if several.advised > several.count else ""
            said += f"；可选：{_zh(several.options)}" if several.options else ""
            return f"{said}，也可用其他{what}" if several.other and several.options else said
        case CountRule(count=count, options=options, answered=answered):
            if answered:
                return f"至少 {count} 条，每条都说明是否采纳并答复"
            said = f"至少 {count} 次" if ruled.group else f"至少 {count} 篇（次）"
            return f"{said}：{_zh(options)}" if options else said
        case TopicsRule(topics=topics, visits=visits):
            return f"每个课题有牵头人，并至少走访 {visits} 次：{_zh(topics)}"
        case VisitsRule(audiences=audiences, count=count):
            said = f"至少走访 {count} 次"
            return f"{said}，合起来要当面听取{_zh(audiences)}的意见" if audiences else said
        case ProblemsRule(not_before=not_before):
            said = "发现的问题都已销号或转上级；没有问题的要写明理由"
            return f"{said}；{ruled.day(not_before)}以前不算完成" if not_before else said
        case RegistersRule(items=items):
            titles = "、".join(ruled.title(key) for key in items)
            return f"由其他事项的记录生成：{titles}都有记录，请假都有批准人，缺课都已补课"
        case RatingsRule():
            return "每个适用事项都有评价和说明"
        case SummaryRule():
            return "自查总结已定稿"
        case UrgingRule():
            return "对不到位的支部发出督促，每件都跟踪到了结；没有的要写明理由"
        case other:
            assert_never(other)


def _covered_zh(of: Of, aspects: tuple[Aspect, ...]) -> str:
    match of:
        case Of.UNITS:
            return "本组联系的每个支部至少到过一次"
        case Of.LEADERS | Of.MEMBERS:
            who = "每位班子成员" if of is Of.LEADERS else "每名在册党员"
            if aspects:
                return f"{who}在{_zh(aspects)}方面各至少一次"
            return f"{who}至少一次；经批准免除的不算在内，一人多次只算一人，名册以外的人不计"
        case other:
            assert_never(other)


def en(ruled: Ruled) -> str:
    """In English."""
    match ruled.rule:
        case DocumentRule(parts=parts, assignments=assignments):
            said = f"a document with all of: {_en(parts)}" if parts else "a dated document"
            return f"{said}; a member from the roster for every item that applies" if assignments else said
        case SessionsRule(count=count, on=on, parts=parts, answers=answers):
            said = f"at least {_count(count, 'complete session')}: time, theme and attendance"
            said += f"; on {ruled.day(on)}" if on else ""
            said += f"; stating {_en(parts)}" if parts else ""
            return said + (f"; at least {_count(answers, 'answered question')}, none left open" if answers else "")
        case ConfirmationsRule(parts=parts):
            return f"each confirmed, with its date: {_en(parts)}; one missing keeps it open"
        case CoverageRule(of=of, aspects=aspects, counts_from=counts_from):
            said = _covered_en(of, aspects)
            also = ", ".join(ruled.title(key) for key in counts_from)
            return f"{said}; records of {also} count by themselves" if also else said
        case FilingRule():
            return "filed and not returned; after a return it is filed again, and the first filing decides the date"
        case ReportsRule(parts=parts, count=count, every_days=every):
            said = f"at least {_count(count, 'report')}, each with all of: {_en(parts)}"
            return f"{said}; one every {_count(every, 'day')} is advised" if every else said
        case VarietyRule() | ChannelsRule() as several:
            what = "channel" if isinstance(several, ChannelsRule) else "form"
            said = f"at least {_count(several.count, f'different {what}')}, each dated"
            said += f"; {several.advised} are advised" if several.advised > several.count else ""
            said += f"; to choose from: {_en(several.options)}" if several.options else ""
            return f"{said}, or others" if several.other and several.options else said
        case CountRule(count=count, options=options, answered=answered):
            if answered:
                return f"at least {_count(count, 'idea')}, each adopted or not, with an answer"
            said = f"at least {_count(count, 'visit' if ruled.group else 'piece')}"
            return f"{said}: {_en(options)}" if options else said
        case TopicsRule(topics=topics, visits=visits):
            return f"an owner and at least {_count(visits, 'visit')} for each topic: {_en(topics)}"
        case VisitsRule(audiences=audiences, count=count):
            said = f"at least {_count(count, 'visit')}"
            return f"{said}, together hearing: {_en(audiences)}" if audiences else said
        case ProblemsRule(not_before=not_before):
            said = "every problem closed or referred; where there are none, the reason is stated"
            return f"{said}; not before {ruled.day(not_before)}" if not_before else said
        case RegistersRule(items=items):
            titles = ", ".join(ruled.title(key) for key in items)
            return f"follows from other records: entries under {titles}; every leave approved, every absence made up"
        case RatingsRule():
            return "a rating and a comment for every item that applies"
        case SummaryRule():
            return "the self-check summary is final"
        case UrgingRule():
            return (
                "units that fall short are urged until each case is closed; where there are none, the reason is stated"
            )
        case other:
            assert_never(other)


def _covered_en(of: Of, aspects: tuple[Aspect, ...]) -> str:
    match of:
        case Of.UNITS:
            return "every branch that the group guides visited at least once"
        case Of.LEADERS | Of.MEMBERS:
            who = "every leader" if of is Of.LEADERS else "every member on the roster"
            if aspects:
                return f"{who} at least once in each of: {_en(aspects)}"
            return f"{who} at least once; approved exemptions left out, repeats and outsiders not counted"
        case other:
            assert_never(other)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
