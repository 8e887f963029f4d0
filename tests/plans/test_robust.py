"""Whatever is done to a plan file, reading it ends in a plan or in problems, never in a crash."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plans.samples import PACKAGED, SMALL
from xjtui.plans import Problem, Severity, read_plan
from xjtui.plans.problems import Path
from xjtui.plans.spots import layout

LINES = PACKAGED.decode().splitlines(keepends=True)
TOKENS = ["=", '"', "'", "[", "]", "{", "}", "#", ",", ".", "\n", "\\", '"""', "true", "0", "-1", "2009-13-01", "1e9"]
VALUES = ['""', "[]", "{}", "true", "-1", "1e9", "nan", "2009-01-01", "08:00:00", '"x"', "[1]", "[{}]", "{ zh = 1 }"]


def outcome(data: bytes) -> tuple[Problem, ...]:
    plan, problems = read_plan(data, "plan.toml")
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert (plan is None) == bool(errors)
    for problem in problems:
        assert str(dict(problem.facts))
        assert problem.place.isprintable()
        assert problem.line is None or problem.line >= 1
    return problems


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_bytes_changed_at_random(data: st.DataObject) -> None:
    spoilt = bytearray(SMALL.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    outcome(bytes(spoilt))


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 120), st.sampled_from(TOKENS)), max_size=3))
@settings(max_examples=40, deadline=None)
def test_signs_put_in_at_random(insertions: list[tuple[int, int, str]]) -> None:
    lines = list(LINES)
    for number, column, token in insertions:
        lines[number] = lines[number][:column] + token + lines[number][column:]
    outcome("".join(lines).encode())


@given(st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=6), st.booleans())
@settings(max_examples=40, deadline=None)
def test_lines_lost_or_doubled(numbers: list[int], doubled: bool) -> None:
    lines = list(LINES)
    for number in numbers:
        lines[number] = lines[number] * 2 if doubled else ""
    outcome("".join(lines).encode())


def _paths(path: Path, value: object) -> Iterator[Path]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths((*path, key), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _paths((*path, index), inner)


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_any_value_replaced_by_one_of_another_type(data: st.DataObject) -> None:
    spots = layout(SMALL).spots
    path = data.draw(st.sampled_from([p for p in _paths((), tomllib.loads(SMALL)) if SMALL[spots[p].start] != "["]))
    spot = spots[path]
    outcome((SMALL[: spot.start] + data.draw(st.sampled_from(VALUES)) + SMALL[spot.end :]).encode())


ODD = '''
"a b".c = 1 # comment
d.'e' = [ # comment, [ {
  "]", \'\'\'x"\'\'\', """y""\\"""", # ]
  { f = [ { g = 2009-03-01 }, 07:00:00 ], "h\\u0041" = 2009-03-01 10:00:00 },
]
[t]
[t.u]
x = """
[[not]]
id = "no" # no comment
"""""
[[l]]
[[l.m]]
n = 1
[[l.m]]
[l.m.o]
p = -1e+9
[[l]]
m = []
'''


def test_the_layout_knows_the_place_of_everything() -> None:
    for text in (SMALL, PACKAGED.decode(), ODD, ODD.replace("\n", "\r\n")):
        document = tomllib.loads(text)
        found = layout(text)
        for path in _paths((), document):
            spot = found.spots[path]
            assert text.count("\n", 0, spot.start) + 1 == spot.line
            value: object = document
            for step in path:
                value = value[step]  # type: ignore[index]
            if not text.startswith(("[", '"a b"', "d."), spot.start):
                assert tomllib.loads("v = " + text[spot.start : spot.end])["v"] == value, path
    assert [comment for _, comment in layout(ODD).comments] == ["# comment", "# comment, [ {", "# ]"]
