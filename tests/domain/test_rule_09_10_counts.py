"""Rule 9: persons and attendances are never added together. Rule 10: merged opinions keep their raw count."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import codes, enter, lecture, makeup, member, people, record, session, situation, state, taken, unit
from tests.builders import voided as void
from xjtui.domain.fields import FaultCode
from xjtui.domain.figures import Count, Figure, figures
from xjtui.domain.opinions import merged_count, speaker, tally
from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind, Record
from xjtui.domain.states import Measure, Remark

RC = "research.channels"


def told(*records: Record, key: str = "study.sessions", **more: Any) -> dict[Count, Figure]:
    return {one.count: one for one in figures(situation(*records, **more), key)}


def opinion(day: str, text: str = "意见", **data: Any) -> Record:
    return record(RC, Kind.OPINION, day, **{"channel": "cards", "text": text, "anonymous": True, **data})


def merge(day: str, one: Record, into: Record) -> Record:
    return record(RC, Kind.HANDLING, day, about=one, outcome="merged", into=into.id, text="相同")


def use(day: str, channel: str = "cards", **data: Any) -> Record:
    return record(RC, Kind.CHANNEL, day, channel=channel, **data)


# -- rule 9 --------------------------------------------------------------------------------------------------------


def test_rule_9_three_sessions_of_five_are_fifteen_attendances_and_five_persons() -> None:
    found = told(session("4-1"), session("4-8"), session("4-15", marks={"甲一": "absent"}))
    assert (found[Count.PRESENT].value, found[Count.PRESENT].measure) == (14, Measure.ATTENDANCES)
    assert (found[Count.LISTENERS].value, found[Count.LISTENERS].measure) == (5, Measure.PERSONS)
    assert (found[Count.SESSIONS].value, found[Count.SESSIONS].measure) == (3, Measure.SESSIONS)


def test_rule_9_make_ups_are_attendances_of_their_own() -> None:
    one = session("4-8", marks={"甲一": "sick"})
    found = told(one, makeup("4-9", one, "甲一"))
    assert (found[Count.PRESENT].value, found[Count.MADE_UP].value) == (4, 1)


def test_rule_9_lectures_and_lecturers_are_different_numbers() -> None:
    talks = [lecture("4-8", "甲一"), lecture("4-9", "甲一"), lecture("4-9", "甲二")]
    found = told(*talks, key="study.lectures")
    assert (found[Count.LECTURES].value, found[Count.LECTURERS].value) == (3, 2)
    assert found[Count.LECTURERS].measure is Measure.PERSONS


@given(st.lists(st.sets(st.sampled_from(["甲一", "甲二", "甲三", "乙一", "乙二"])), min_size=1, max_size=6))
def test_rule_9_persons_are_at_most_the_roster_attendances_at_most_persons_times_sessions(away: list[set[str]]) -> None:
    found = told(*(session("4-8", marks=dict.fromkeys(names, "absent")) for names in away))
    present = sum(5 - len(names) for names in away)
    persons = len(set.union(*({"甲一", "甲二", "甲三", "乙一", "乙二"} - names for names in away)))
    assert (found[Count.PRESENT].value if Count.PRESENT in found else 0) == present
    assert (found[Count.LISTENERS].value if Count.LISTENERS in found else 0) == persons


def test_rule_9_measure_words_go_with_what_is_counted() -> None:
    assert state("study.lectures").judgement.measure is Measure.PERSONS
    assert state("study.sessions").judgement.measure is Measure.SESSIONS
    assert state("study.exchange").judgement.measure is Measure.ARTICLES
    assert state("study.ideas").judgement.measure is Measure.ENTRIES
    assert state("report.progress").judgement.measure is Measure.COPIES
    assert state("research.problems").judgement.measure is Measure.PIECES
    group = unit(Audience.GROUP, "group")
    assert state("group.assist", of=group).judgement.measure is Measure.TIMES, "before the first record too"


def test_rule_9_pupils_and_parents_heard_are_attendances() -> None:
    visits = [record("research.visits", Kind.VISIT, "4-8", visitors=["id-甲一"], heard=12) for _ in range(2)]
    found = told(*visits, key="research.visits")
    assert (found[Count.HEARD].value, found[Count.HEARD].measure) == (24, Measure.ATTENDANCES)


# -- rule 10 -------------------------------------------------------------------------------------------------------


def test_rule_10_a_merged_opinion_keeps_its_raw_count() -> None:
    a, b = opinion("4-8", count=3), opinion("4-9", count=2)
    case = situation(a, b, merge("4-10", b, a))
    found = tally(case, RC)
    assert (found.raw, found.distinct) == (5, 1)
    assert (merged_count(case, a), merged_count(case, b)) == (5, 0)


def test_rule_10_a_chain_of_mergers_loses_no_voice() -> None:
    a, b, c = opinion("4-8"), opinion("4-9", count=2), opinion("4-10", count=4)
    case = situation(a, b, c, merge("4-11", c, b), merge("4-12", b, a))
    assert (merged_count(case, a), tally(case, RC).distinct) == (7, 1)


def test_rule_10_a_merger_into_an_opinion_taken_back_stands_by_itself_again() -> None:
    a, b = opinion("4-8"), opinion("4-9", count=2)
    case = situation(void(a, "4-12"), b, merge("4-10", b, a))
    assert (tally(case, RC).raw, tally(case, RC).distinct, merged_count(case, b)) == (2, 1, 2)


def test_rule_10_merging_in_a_circle_is_refused_and_would_lose_nothing() -> None:
    a, b = opinion("4-8"), opinion("4-9")
    case = situation(a, b, merge("4-10", b, a))
    answers = {"day": "4-11", "outcome": "merged", "into": b.id, "text": "相同"}
    assert codes(case, RC, Kind.HANDLING, a, **answers) == {"into": FaultCode.MERGED_INTO_SELF}
    circle = situation(a, b, merge("4-10", b, a), merge("4-11", a, b))
    assert (tally(circle, RC).raw, tally(circle, RC).distinct, merged_count(circle, a)) == (2, 1, 2)


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
)
def test_rule_10_whatever_is_merged_the_raw_count_stays(counts: list[int], mergers: list[tuple[int, int]]) -> None:
    given_ = [opinion("4-8", count=n) for n in counts]
    steps = [merge("4-9", given_[a], given_[b]) for a, b in mergers if a < len(given_) and b < len(given_) and a != b]
    case = situation(*given_, *steps)
    found = tally(case, RC)
    assert found.raw == sum(counts) == sum(merged_count(case, one) for one in given_)
    assert 1 <= found.distinct <= len(given_)


def test_rule_10_a_channels_own_figure_and_the_opinions_written_down_are_the_same_voices() -> None:
    assert tally(situation(use("4-8", opinions=5), opinion("4-9"), opinion("4-9")), RC).raw == 5
    assert tally(situation(use("4-8", opinions=1), opinion("4-9"), opinion("4-9")), RC).raw == 2
    both = situation(use("4-8", opinions=5), opinion("4-9", channel="talks"))
    assert tally(both, RC).by_channel == {"cards": 5, "talks": 1}


def test_rule_10_what_was_given_anonymously_stays_anonymous() -> None:
    case = situation(today="4-15")
    answers = {"channel": "1", "day": "4-8", "text": "食堂太远", "anonymous": "是", "author": "甲一"}
    made = enter(case, RC, Kind.OPINION, **answers)
    assert "author" not in made.data, "a name typed before «anonymous» was chosen is not kept"
    assert speaker(made) == ""
    slipped_in = record(RC, Kind.OPINION, "4-8", anonymous=True, author="甲一")
    assert speaker(slipped_in) == ""
    assert speaker(record(RC, Kind.OPINION, "4-8", anonymous=False, author="甲一")) == "甲一"


def test_rule_10_zero_opinions_are_pointed_out() -> None:
    found = state(RC, use("4-8"), use("4-9", "talks"))
    assert found.satisfied and Remark.NO_OPINIONS in {n.what for n in found.judgement.notes}
    heard = state(RC, use("4-8"), use("4-9", "talks", opinions=1))
    assert Remark.NO_OPINIONS not in {n.what for n in heard.judgement.notes}


def test_rule_10_more_slips_back_than_out_cannot_be_and_do_not_count() -> None:
    wrong = use("4-8", issued=10, returned=11)
    found = state(RC, wrong, use("4-9", "talks", opinions=1))
    assert (found.judgement.have, found.satisfied) == (1, False)
    assert [n.records for n in found.judgement.notes if n.what is Remark.RETURNED_EXCEED] == [(wrong.id,)]


def test_rule_9_a_roster_row_twice_in_the_audience_counts_as_one_person() -> None:
    roster = (*people("甲一 甲二"), member("甲三"))
    talk = record("study.lectures", Kind.LECTURE, "4-8", lecturer="id-甲一", attendance=taken("4-8", roster))
    found = told(talk, talk, key="study.lectures", members=roster)
    assert found[Count.LISTENERS].value == 3
