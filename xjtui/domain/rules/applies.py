"""Whether an item binds a unit: the plan's condition on the unit's kind, and approved waivers."""

from __future__ import annotations

from xjtui.domain.plan import Item
from xjtui.domain.records import Kind
from xjtui.domain.situation import Situation
from xjtui.domain.states import NotApplicable
from xjtui.domain.text import Text


def exclusion(situation: Situation, item: Item) -> NotApplicable | None:
    """Why the item does not bind this unit, None where it does. A waiver counts only with reason and approver."""
    condition = item.applies_if
    if condition is not None:
        kind = situation.unit.kind
        outside = bool(condition.kinds) and kind not in condition.kinds
        if outside or kind in condition.not_kinds:
            return NotApplicable(condition.reason or Text({}))
    for waiver in reversed(situation.done(item.key, Kind.WAIVER)):
        if waiver.text("reason") and waiver.text("approver"):
            return NotApplicable(waiver.text("reason"), waiver.text("approver"), waiver.id)
    return None


def assignable_items(situation: Situation) -> tuple[Item, ...]:
    """The items a person may be named for: those that bind the unit, and those waived, which may come back."""
    found = ((item, exclusion(situation, item)) for item in situation.checklist())
    return tuple(item for item, excluded in found if excluded is None or excluded.record is not None)


def applicable_items(situation: Situation) -> tuple[Item, ...]:
    """The items that bind this unit, in the plan's order."""
    return tuple(item for item in situation.checklist() if exclusion(situation, item) is None)
