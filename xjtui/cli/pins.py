"""Which plan is meant: `ID`, `ID@VERSION`, or none named."""

from __future__ import annotations

from xjtui.cli.call import Call
from xjtui.domain.people import PlanPin
from xjtui.domain.plan import Plan
from xjtui.errors import InputError


def split(spec: str) -> tuple[str, str | None]:
    """`ID@VERSION` in its two parts; None where no version is named."""
    plan_id, sign, version = spec.partition("@")
    return plan_id.strip(), version.strip() if sign and version.strip() else None


def choose_pin(call: Call, spec: str | None) -> tuple[Plan, PlanPin]:
    """The plan that is named; else the one that every unit here works by, else the only one there is.

    InputError `plan_which` where several would do.
    """
    if spec is not None:
        return call.desk.pin(*split(spec))
    used = {call.desk.store.load(unit_id).unit.pin for unit_id in call.desk.unit_ids()}
    if len(used) == 1:
        pin = used.pop()
        return call.desk.plan(pin), pin
    known = sorted({pin.id for pin in used}) or list(call.library.ids())
    if len(known) == 1:
        return call.desk.pin(known[0])
    raise InputError("plan_which", known=known)
