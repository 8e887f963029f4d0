"""A small sound plan file, to be spoilt one line at a time."""

from __future__ import annotations

from pathlib import Path

import xjtui.plans
from xjtui.domain.plan import Plan
from xjtui.plans import Code, Problem, read_plan

PACKAGED = (Path(xjtui.plans.__file__).parent / "packaged" / "xihu-2009-study.toml").read_bytes()

SMALL = """\
id = "small-2009"
version = "1"
languages = ["zh", "en"]
title = { zh = "小计划", en = "Small plan" }
phase = { zh = "阶段", en = "Phase" }
next_phase = { zh = "下一阶段", en = "Next phase" }
issuer = { zh = "党委", en = "Committee" }
office = { zh = "办公室", en = "Office" }
start = 2009-03-01
end = 2009-04-30
kinds = [
  { key = "primary", zh = "小学", en = "Primary" },
  { key = "retired", zh = "离退休", en = "Retired" },
]
stages = [
  { key = "one", title = { zh = "第一环节", en = "Stage one" }, short = { zh = "一", en = "One" } },
]

[[items]]
key = "a.first"
stage = "one"
title = { zh = "第一项", en = "First item" }
requirement = { zh = "要做第一项", en = "Do the first" }
clause = { zh = "一", en = "1" }
due = 2009-03-25
rule = "document"

[[items]]
key = "a.second"
stage = "one"
title = { zh = "第二项", en = "Second item" }
requirement = { zh = "要做第二项", en = "Do the second" }
clause = { zh = "二", en = "2" }
due = { from = "a.first", days = 7 }
[items.applies_if]
kinds = ["primary"]
reason = { zh = "没有学生", en = "No pupils" }
[items.rule]
type = "variety"
count = 2
advised = 3
options = [
  { key = "web", zh = "网络", en = "Web" },
  { key = "board", zh = "板报", en = "Board" },
]
"""


def spoilt(old: str, new: str, text: str = SMALL) -> str:
    """The small plan with its first `old` replaced by `new`."""
    assert old in text, old
    return text.replace(old, new, 1)


def checked(text: str | bytes) -> tuple[Plan | None, tuple[Problem, ...]]:
    """Reads a plan text."""
    return read_plan(text if isinstance(text, bytes) else text.encode(), "plan.toml")


def sound(text: str | bytes) -> Plan:
    """Reads a plan text that must have no problems."""
    plan, problems = checked(text)
    assert problems == ()
    assert plan is not None
    return plan


def only(text: str | bytes, code: Code) -> Problem:
    """The one problem of a text, of that code."""
    _, problems = checked(text)
    assert [problem.code for problem in problems] == [code], problems
    return problems[0]
