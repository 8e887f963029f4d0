"""The sample district on 15 April 2009: every unit's story, and the district in the order in which it is founded."""

from __future__ import annotations

from datetime import datetime, timedelta

from xjtui.domain.people import PlanPin, Unit
from xjtui.domain.plan import Audience, Plan
from xjtui.sample.people import BRANCHES, STEMS, roster
from xjtui.sample.play import play
from xjtui.sample.script import ZONE, Script
from xjtui.sample.stories.belated import BELATED
from xjtui.sample.stories.district import DISTRICT
from xjtui.sample.stories.others import OTHERS
from xjtui.sample.stories.primary import PRIMARY
from xjtui.sample.stories.secondary import SECONDARY
from xjtui.sample.stories.story import Story
from xjtui.store.base import Store

__all__ = ["FOUNDED", "STORIES", "Story", "tell"]

STORIES: tuple[Story, ...] = (*sorted((*PRIMARY, *BELATED, *SECONDARY, *OTHERS), key=lambda story: story.id), *DISTRICT)
"""Branches first: a group's forms name the branches it guides."""
FOUNDED = datetime(2009, 3, 20, 9, 0, tzinfo=ZONE)
"""When the office set the units up, one every ten minutes."""


def tell(store: Store, plan: Plan, stories: tuple[Story, ...] = STORIES) -> None:
    """Founds every unit of `stories` in the store and plays its story."""
    pin = PlanPin(plan.id, plan.version, plan.digest)
    units: dict[str, Unit] = {}
    for number, story in enumerate(stories):
        names = STEMS if story.audience is Audience.BRANCH else BRANCHES
        members = roster(story.size, story.start, story.leaders, story.probationary, names)
        group = next((other.id for other in stories if story.id in other.guides), "")
        unit = Unit(story.id, story.name, story.audience, story.kind, pin, members[0].name, group, story.guides)
        units[story.id] = unit
        script = Script(unit, members, plan, f"{story.id}:2009-04-15")
        story.write(script)
        guided = tuple(units[guided] for guided in story.guides)
        play(script, store, FOUNDED + timedelta(minutes=10 * number), guided)
