"""The plan as data: stages, items, rules and their parameters. Read by `xjtui.plans`, judged by `domain.rules`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from xjtui.domain.text import Text


class Audience(StrEnum):
    """Whom an item binds, and what a unit is."""

    BRANCH = "branch"
    COMMITTEE = "committee"
    GROUP = "group"


class Basis(StrEnum):
    """Whether a figure or date stands in the plan's source or is this product's reading of it."""

    SOURCE = "source"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice the plan offers (a form of publicity, a channel, a part of a document)."""

    key: str
    text: Text
    help: Text | None = None


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of unit (小学, 机关 …); items apply, or not, by it."""

    key: str
    text: Text


@dataclass(frozen=True, slots=True)
class Due:
    """The last day that is in time.

    `day` is that day itself, inclusive; `before_first` instead makes it the day of the unit's first
    record under one of those items. `soft`: advice, never overdue. `continuous`: runs until the phase's end.
    """

    day: date | None = None
    before_first: tuple[str, ...] = ()
    soft: bool = False
    continuous: bool = False
    basis: Basis = Basis.SOURCE


@dataclass(frozen=True, slots=True)
class AppliesIf:
    """The item binds units of these kinds only (empty: all) and not those; `reason` is shown where it does not."""

    kinds: tuple[str, ...] = ()
    not_kinds: tuple[str, ...] = ()
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A document with all its parts; `assignments`: with a person for every applicable item."""

    parts: tuple[Option, ...] = ()
    assignments: bool = False


@dataclass(frozen=True, slots=True)
class SessionsRule:
    """At least `count` complete sessions: time, theme, participants, each of `parts`, `answers` answered questions.

    `on`: the session must be on that day.
    """

    count: int = 1
    on: date | None = None
    parts: tuple[Option, ...] = ()
    answers: int = 0


@dataclass(frozen=True, slots=True)
class ConfirmationsRule:
    """Every one of `parts` confirmed, each with a date."""

    parts: tuple[Option, ...]


class Of(StrEnum):
    """Who must be covered."""

    MEMBERS = "members"
    LEADERS = "leaders"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class Aspect:
    """One respect in which each person is to be covered; acting under one of `counts_from` counts too."""

    key: str
    text: Text
    counts_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageRule:
    """Every current member, leader, or guided unit is covered once (in every aspect, where there are aspects)."""

    of: Of
    aspects: tuple[Aspect, ...] = ()
    counts_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilingRule:
    """Filed with the office; a return reopens; the first filing decides whether it was in time."""


@dataclass(frozen=True, slots=True)
class ReportsRule:
    """At least `count` reports that each carry all `parts`; `every_days` is advice."""

    parts: tuple[Option, ...]
    count: int = 1
    every_days: int = 0


@dataclass(frozen=True, slots=True)
class VarietyRule:
    """At least `count` distinct forms among `options` (`advised` would be better), each dated; `other`: own forms too."""

    options: tuple[Option, ...]
    count: int = 1
    advised: int = 0
    other: bool = True


@dataclass(frozen=True, slots=True)
class CountRule:
    """At least `count` pieces, of the kinds in `options` where given; `answered`: each adopted or not, with an answer."""

    count: int = 1
    options: tuple[Option, ...] = ()
    answered: bool = False


@dataclass(frozen=True, slots=True)
class TopicsRule:
    """Every topic has a record with an owner and at least `visits` visits."""

    topics: tuple[Option, ...]
    visits: int = 1


@dataclass(frozen=True, slots=True)
class VisitsRule:
    """Visits whose audiences together cover all of `audiences`."""

    audiences: tuple[Option, ...]
    count: int = 1


@dataclass(frozen=True, slots=True)
class ChannelsRule:
    """Opinions through at least `count` distinct channels (`advised` better), each with a dated use."""

    options: tuple[Option, ...]
    count: int = 1
    advised: int = 0
    other: bool = True


@dataclass(frozen=True, slots=True)
class ProblemsRule:
    """Problems found and mended; not met before `not_before`, nor empty without a stated reason."""

    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class RegistersRule:
    """The registers of `items` are complete; derived, nothing to enter."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatingsRule:
    """A rating with comment for every applicable item but `leave_out`."""

    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryRule:
    """The self-check summary, finished and not outdated."""


@dataclass(frozen=True, slots=True)
class UrgingRule:
    """Units that fall short are urged until each case is closed."""


Rule = (
    DocumentRule
    | SessionsRule
    | ConfirmationsRule
    | CoverageRule
    | FilingRule
    | ReportsRule
    | VarietyRule
    | CountRule
    | TopicsRule
    | VisitsRule
    | ChannelsRule
    | ProblemsRule
    | RegistersRule
    | RatingsRule
    | SummaryRule
    | UrgingRule
)


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement of the plan.

    `clause` is where in the source it stands; `basis` says whether the rule's figures stand there too.
    `replaces` lists keys this item bore in earlier versions; their records count here.
    """

    key: str
    stage: str
    title: Text
    requirement: Text
    who: frozenset[Audience]
    rule: Rule
    due: Due
    clause: Text
    basis: Basis = Basis.SOURCE
    weight: int = 1
    applies_if: AppliesIf | None = None
    help: Text | None = None
    replaces: tuple[str, ...] = ()
    inferred: Text | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the phase, in the plan's order."""

    key: str
    title: Text
    short: Text


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan. `digest` is the SHA-256 (hex) of the file it was read from; `start` and `end` are inclusive."""

    id: str
    version: str
    digest: str
    title: Text
    phase: Text
    next_phase: Text
    issuer: Text
    office: Text
    languages: tuple[str, ...]
    start: date
    end: date
    stages: tuple[Stage, ...]
    items: tuple[Item, ...]
    kinds: tuple[UnitKind, ...]
    soft_end: bool = False
    by_key: dict[str, Item] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {item.key: item for item in self.items})

    def item(self, key: str) -> Item | None:
        """The item of that key, or the one that replaces it; None where the plan has neither."""
        found = self.by_key.get(key)
        if found is not None:
            return found
        return next((item for item in self.items if key in item.replaces), None)

    def stage(self, key: str) -> Stage:
        """The stage of that key. KeyError where there is none."""
        for stage in self.stages:
            if stage.key == key:
                return stage
        raise KeyError(key)

    def kind(self, key: str) -> UnitKind | None:
        """The kind of unit of that key, if the plan knows it."""
        return next((kind for kind in self.kinds if kind.key == key), None)
