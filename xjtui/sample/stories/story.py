"""What a story is: a unit, what it tells about itself, and which states a reader must find on the sample's day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from xjtui.domain.plan import Audience
from xjtui.domain.states import Remark, Status
from xjtui.domain.text import Text
from xjtui.sample.script import Script


@dataclass(frozen=True, slots=True)
class Story:
    """A unit of the sample district.

    `expects` names the status of every item on its checklist that is not «not started»; `remarks` the notes that
    must be among an item's, or under '' among the unit's. `start`: where in the list of invented names it begins.
    """

    id: str
    name: str
    kind: str
    says: Text
    size: int
    write: Callable[[Script], None]
    expects: Mapping[str, Status]
    remarks: Mapping[str, frozenset[Remark]] = field(default_factory=dict)
    start: int = 0
    leaders: int = 3
    probationary: int = 1
    audience: Audience = Audience.BRANCH
    guides: tuple[str, ...] = ()


def expects(
    met: str = "",
    met_late: str = "",
    in_progress: str = "",
    overdue: str = "",
    not_applicable: str = "",
) -> Mapping[str, Status]:
    """Statuses by item, from blank-separated lists of items."""
    lists = {
        Status.MET: met,
        Status.MET_LATE: met_late,
        Status.IN_PROGRESS: in_progress,
        Status.OVERDUE: overdue,
        Status.NOT_APPLICABLE: not_applicable,
    }
    return {key: status for status, keys in lists.items() for key in keys.split()}


def says(zh: str, en: str) -> Text:
    """What a story tells, in both languages."""
    return Text({"zh": zh, "en": en})
