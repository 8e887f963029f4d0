"""Someone who reads the data files with another program finds every kind of record and every field in the document."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from xjtui.domain.forms import entry_kinds, form_for
from xjtui.domain.people import Member, PlanPin, Unit
from xjtui.domain.plan import Audience
from xjtui.domain.records import FOLLOW_UPS, Kind
from xjtui.domain.situation import Situation
from xjtui.plans import PlanLibrary

DOCUMENT = Path(__file__).parents[2] / "docs" / "data-format.md"


def test_every_kind_and_field_is_documented() -> None:
    rows = dict(re.findall(r"^\| `([a-z_]+)` \| (.*) \|$", DOCUMENT.read_text(encoding="utf-8"), re.M))
    plan = PlanLibrary(None).get("xihu-2009-study")
    pin = PlanPin(plan.id, plan.version, plan.digest)
    seen = set()
    for audience in Audience:
        unit = Unit("u", "示例支部", audience, "primary", pin)
        situation = Situation(plan, unit, (Member("m1", "甲一", leader=True),), (), date(2009, 4, 15))
        for item in situation.checklist():
            kinds = (*entry_kinds(item), Kind.WAIVER)
            for kind in (*kinds, *(after for one in kinds for after in FOLLOW_UPS.get(one, ()))):
                seen.add(kind)
                for field in form_for(situation, item, kind).fields:
                    key = "parts.*" if field.key.startswith("parts.") else field.key
                    assert key == "day" or f"`{key}`" in rows[kind], (kind, key)
    assert seen == set(Kind)
    assert set(Kind) <= set(rows)
