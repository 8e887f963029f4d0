"""Units, members and the roster as it stood on a day."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from xjtui.domain.plan import Audience


class Standing(StrEnum):
    """A person's standing; applicants are on the roster but not among «everyone»."""

    FULL = "full"
    PROBATIONARY = "probationary"
    APPLICANT = "applicant"


class Scope(StrEnum):
    """What an exemption frees from."""

    ALL = "all"
    LECTURE = "lecture"
    ATTENDANCE = "attendance"


@dataclass(frozen=True, slots=True)
class Exemption:
    """A member freed from a duty; it counts only with an approver, from `since` to `until` (inclusive, None: open)."""

    scope: Scope
    reason: str
    approver: str
    since: date
    until: date | None = None

    def holds(self, day: date, scope: Scope) -> bool:
        """Whether it frees from `scope` on `day`."""
        if not self.approver or self.scope not in (scope, Scope.ALL):
            return False
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Removed:
    """A roster row entered by mistake and taken back; somebody who leaves gets a `left` date instead."""

    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Member:
    """A person on the roster. `joined` None: from before the phase; `left` is the first day no longer a member."""

    id: str
    name: str
    standing: Standing = Standing.FULL
    duty: str = ""
    leader: bool = False
    joined: date | None = None
    left: date | None = None
    origin: str = ""
    exemptions: tuple[Exemption, ...] = ()
    note: str = ""
    revision: int = 0
    removed: Removed | None = None

    def current(self, day: date) -> bool:
        """Whether the person belongs to «everyone» on `day`."""
        if self.standing is Standing.APPLICANT or self.removed is not None:
            return False
        return (self.joined is None or self.joined <= day) and (self.left is None or day < self.left)

    def exempt(self, day: date, scope: Scope) -> Exemption | None:
        """The approved exemption that frees from `scope` on `day`, if any."""
        return next((e for e in self.exemptions if e.holds(day, scope)), None)


@dataclass(frozen=True, slots=True)
class PlanPin:
    """The plan a unit works by: id, version and SHA-256 (hex)."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A branch, the committee, or an inspection group. `guides`: the units a group guides; `group`: who guides this one."""

    id: str
    name: str
    audience: Audience
    kind: str
    pin: PlanPin
    secretary: str = ""
    group: str = ""
    guides: tuple[str, ...] = ()
    note: str = ""
    revision: int = 0


def bare(name: str) -> str:
    """A name without blanks, full-width signs as their plain forms: «张　三» and «张三» are one name."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def current_members(members: Iterable[Member], day: date) -> tuple[Member, ...]:
    """Members who belong to «everyone» on `day`, in roster order."""
    return tuple(member for member in members if member.current(day))


def leaders(members: Iterable[Member], day: date) -> tuple[Member, ...]:
    """Current members who lead."""
    return tuple(member for member in members if member.leader and member.current(day))
