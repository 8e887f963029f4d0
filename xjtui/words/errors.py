"""Every error code as one sentence: what, where, how to mend it. Its facts are those it was raised with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """One language's sentences by error code."""

    say: Mapping[str, Callable[[Facts], str]]


def _list_zh(values: object) -> str:
    return "、".join(str(value) for value in values) if isinstance(values, (list, tuple)) else str(values)


def _list_en(values: object) -> str:
    return ", ".join(str(value) for value in values) if isinstance(values, (list, tuple)) else str(values)


def _near_zh(facts: Facts) -> str:
    return f"是不是：{_list_zh(facts['near'])}？" if facts.get("near") else "「xjtui unit list」可以列出全部单位。"


def _near_en(facts: Facts) -> str:
    return f"Did you mean {_list_en(facts['near'])}?" if facts.get("near") else "“xjtui unit list” lists them all."


ZH = ErrorWords(
    {
        "language_unknown": lambda f: f"没有「{f['language']}」这种语言，可用：{_list_zh(f['known'])}。",
        "unit_unknown": lambda f: f"没有单位「{f['id']}」。{_near_zh(f)}",
        "unit_ambiguous": lambda f: f"有几个单位都叫「{f['name']}」，请改用编号：{_list_zh(f['ids'])}。",
        "plan_changed": lambda f: (
            f"计划「{f['id']}」第 {f['version']} 版的文件已被改动，与本单位所用的不符。"
            "请恢复原文件，或用「xjtui plan migrate」转到新版。"
        ),
        "void_reason": lambda f: "作废一条记录要写明理由。",
        "already_voided": lambda f: "这条记录已经作废了，不用再作废。",
        "not_voided": lambda f: "这条记录没有作废，不用恢复。",
        "record_unknown": lambda f: f"没有编号为「{f['id']}」的记录，可能已被别人改动，请重新查看。",
        "member_unknown": lambda f: f"名册上没有「{f['name']}」，请核对姓名。",
        "draft_orphaned": lambda f: (
            "这份草稿所跟进的记录已经不在了，没法接着填。草稿里的文字还在，可以抄出来重新登记。"
        ),
    }
)

EN = ErrorWords(
    {
        "language_unknown": lambda f: f"There is no language “{f['language']}”; choose from {_list_en(f['known'])}.",
        "unit_unknown": lambda f: f"There is no unit “{f['id']}”. {_near_en(f)}",
        "unit_ambiguous": lambda f: f"Several units are called “{f['name']}”; give the id: {_list_en(f['ids'])}.",
        "plan_changed": lambda f: (
            f"The file of plan “{f['id']}”, version {f['version']}, is not the one this unit was pinned to. "
            "Bring the file back, or move the unit on with “xjtui plan migrate”."
        ),
        "void_reason": lambda f: "A record is voided with a reason; please give one.",
        "already_voided": lambda f: "This record is voided already.",
        "not_voided": lambda f: "This record is not voided, so there is nothing to restore.",
        "record_unknown": lambda f: f"There is no record “{f['id']}”; somebody may have changed it, so look again.",
        "member_unknown": lambda f: f"“{f['name']}” is not on the roster; check the name.",
        "draft_orphaned": lambda f: (
            "The record this draft follows up is gone, so it cannot be continued. "
            "Its text is still there: copy it into a new entry."
        ),
    }
)
