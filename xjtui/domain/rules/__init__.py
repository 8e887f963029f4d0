"""One function a rule: from a situation and an item to a judgement. `judge` picks the function by the rule's type."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from xjtui.domain.plan import (
    ChannelsRule,
    ConfirmationsRule,
    CountRule,
    CoverageRule,
    DocumentRule,
    FilingRule,
    Item,
    ProblemsRule,
    RatingsRule,
    RegistersRule,
    ReportsRule,
    SessionsRule,
    SummaryRule,
    TopicsRule,
    UrgingRule,
    VarietyRule,
    VisitsRule,
)
from xjtui.domain.rules.coverage import coverage
from xjtui.domain.rules.documents import confirmations, document, filing, reports
from xjtui.domain.rules.field_work import channels, topics, visits
from xjtui.domain.rules.mending import problems, urging
from xjtui.domain.rules.review import ratings, registers, summary
from xjtui.domain.rules.sessions import sessions
from xjtui.domain.rules.variety import count, variety
from xjtui.domain.situation import Situation
from xjtui.domain.states import ItemState, Judgement

__all__ = ["judge"]


def judge(situation: Situation, item: Item, others: Callable[[str], ItemState | None]) -> Judgement:
    """The judgement of one item; `others` gives the state of another item, for rules that derive from them."""
    match item.rule:
        case DocumentRule() as rule:
            return document(situation, item, rule)
        case SessionsRule() as rule:
            return sessions(situation, item, rule)
        case ConfirmationsRule() as rule:
            return confirmations(situation, item, rule)
        case CoverageRule() as rule:
            return coverage(situation, item, rule)
        case FilingRule():
            return filing(situation, item)
        case ReportsRule() as rule:
            return reports(situation, item, rule)
        case VarietyRule() as rule:
            return variety(situation, item, rule)
        case CountRule() as rule:
            return count(situation, item, rule)
        case TopicsRule() as rule:
            return topics(situation, item, rule)
        case VisitsRule() as rule:
            return visits(situation, item, rule)
        case ChannelsRule() as rule:
            return channels(situation, item, rule)
        case ProblemsRule() as rule:
            return problems(situation, item, rule)
        case RegistersRule() as rule:
            return registers(situation, rule, others)
        case RatingsRule() as rule:
            return ratings(situation, item, rule)
        case SummaryRule():
            return summary(situation, item)
        case UrgingRule():
            return urging(situation, item)
        case other:
            assert_never(other)
