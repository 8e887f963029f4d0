"""What a changed plan changes for those who work by it: items added, changed, renamed, orphaned. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields

from xjtui.domain.plan import Audience, Item, Plan

BINDING = frozenset({"who", "rule", "due", "applies_if", "weight"})
"""The fields that can change a status or a score; the others only change what is read."""

_ITEM_FIELDS = tuple(field.name for field in fields(Item) if field.name not in ("key", "replaces"))
_PLAN_FIELDS = tuple(
    field.name for field in fields(Plan) if field.init and field.name not in ("items", "digest", "id", "version")
)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item in both plans, under one key or under another; `fields` are the names of those that differ."""

    old: Item
    new: Item
    fields: tuple[str, ...]

    @property
    def binding(self) -> bool:
        """Whether the change can alter a status or a score."""
        return not BINDING.isdisjoint(self.fields)

    @property
    def other_rule(self) -> bool:
        """Whether the rule is of another type, so that the old records may say nothing to it."""
        return type(self.old.rule) is not type(self.new.rule)


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """From an old plan to a new one. The records of `orphaned` items stay, and count for nothing any more."""

    added: tuple[Item, ...]
    changed: tuple[ItemChange, ...]
    renamed: tuple[ItemChange, ...]
    orphaned: tuple[Item, ...]
    plan_fields: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether the two plans say the same."""
        return not (self.added or self.changed or self.renamed or self.orphaned or self.plan_fields)


def compare(old: Plan, new: Plan, audience: Audience | None = None) -> PlanDifference:
    """The difference as a unit of that `audience` sees it; without one, the whole of it."""
    before = {item.key: item for item in old.items if audience is None or audience in item.who}
    after = {item.key: item for item in new.items if audience is None or audience in item.who}
    changed = tuple(
        change for key, item in after.items() if key in before and (change := _change(before[key], item)).fields
    )
    renamed = tuple(
        _change(before[key], item)
        for item in after.values()
        for key in item.replaces
        if key in before and key not in after
    )
    goes_on = {change.old.key for change in renamed} | set(after)
    taken_over = {change.new.key for change in renamed} | set(before)
    return PlanDifference(
        added=tuple(item for key, item in after.items() if key not in taken_over),
        changed=changed,
        renamed=renamed,
        orphaned=tuple(item for key, item in before.items() if key not in goes_on),
        plan_fields=tuple(name for name in _PLAN_FIELDS if getattr(old, name) != getattr(new, name)),
    )


def _change(old: Item, new: Item) -> ItemChange:
    return ItemChange(old, new, tuple(name for name in _ITEM_FIELDS if getattr(old, name) != getattr(new, name)))
