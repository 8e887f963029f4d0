"""Opinions: raw counts by channel, merging that loses no count, and names that stay unsaid where they were not given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xjtui.domain.records import Kind, Record, in_force
from xjtui.domain.situation import Situation


@dataclass(frozen=True, slots=True)
class OpinionTally:
    """Opinions under an item: `raw` as they came in (条), `distinct` after merging, by channel raw; slips in copies (份)."""

    raw: int
    distinct: int
    by_channel: Mapping[str, int]
    issued: int
    returned: int
    handled: int
    records: tuple[str, ...]


def merged_into(situation: Situation, opinion: Record) -> str | None:
    """The opinion this one was merged into, if it was, and if that one still stands."""
    for handling in reversed(situation.about(opinion.id, Kind.HANDLING)):
        into = handling.text("into")
        if handling.text("outcome") == "merged" and into:
            other = situation.record(into)
            return into if other is not None and in_force((other,), situation.today) else None
    return None


def stands_under(situation: Situation, opinion: Record) -> str:
    """The id of the opinion at the end of a chain of mergers; in a circle the oldest one stands."""
    chain = [opinion]
    while (into := merged_into(situation, chain[-1])) is not None:
        following = situation.record(into)
        if following is None:
            break
        if following in chain:
            return min(chain[chain.index(following) :], key=lambda one: (one.day, one.entered, one.id)).id
        chain.append(following)
    return chain[-1].id


def raw_count(record: Record) -> int:
    """How many times an opinion was voiced, at least once."""
    return max(1, record.number("count"))


def merged_count(situation: Situation, opinion: Record) -> int:
    """How many raw opinions one opinion stands for: its own and all merged into it, 0 where it was merged itself."""
    others = situation.done(opinion.item, Kind.OPINION)
    return sum(raw_count(other) for other in others if stands_under(situation, other) == opinion.id)


def tally(situation: Situation, item: str) -> OpinionTally:
    """Counts the opinions under an item.

    A channel's own figure and the opinions written down one by one tell of the same voices,
    so per channel the greater of the two is taken, never their sum.
    """
    uses = situation.done(item, Kind.CHANNEL)
    opinions = situation.done(item, Kind.OPINION)
    stated: dict[str, int] = {}
    listed: dict[str, int] = {}
    for use in uses:
        stated[use.text("channel")] = stated.get(use.text("channel"), 0) + use.number("opinions")
    for opinion in opinions:
        listed[opinion.text("channel")] = listed.get(opinion.text("channel"), 0) + raw_count(opinion)
    by_channel = {key: max(stated.get(key, 0), listed.get(key, 0)) for key in {**stated, **listed}}
    distinct = {stands_under(situation, opinion) for opinion in opinions}
    return OpinionTally(
        sum(by_channel.values()),
        len(distinct),
        by_channel,
        sum(use.number("issued") for use in uses),
        sum(use.number("returned") for use in uses),
        sum(bool(situation.about(opinion.id, Kind.HANDLING)) for opinion in opinions),
        tuple(record.id for record in (*uses, *opinions)),
    )


def speaker(record: Record) -> str:
    """Who voiced an opinion or idea; '' where it was given anonymously, whatever else stands in the record."""
    return "" if record.data.get("anonymous") else record.text("author")
