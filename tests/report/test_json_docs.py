"""docs/commands-json.md tells the truth: its examples have the very keys that the commands write."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.builders import at, record
from tests.report.story import branch, plan
from xjtui.domain.changes import Edit, Entry, Table
from xjtui.domain.records import Kind
from xjtui.domain.summary import summarise
from xjtui.report.explain import explain_json
from xjtui.report.history import history_json
from xjtui.report.records import records_json
from xjtui.report.status import status_json
from xjtui.report.summary_json import summary_json
from xjtui.words import words_for

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands-json.md"
ZH = words_for("zh")
FREE = frozenset({"data", "after", "before"})
"""Keys whose contents are records, each with the fields of its kind."""


def examples() -> dict[str, Any]:
    found = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)]
    return {one["schema"]: one for one in found}


def written() -> dict[str, Any]:
    own = record("review.summary", Kind.SUMMARY, "4-15", causes="原因", next_steps="打算")
    sheet = branch(own)
    edit = Edit(Table.RECORDS, "r1", None, {"id": "r1"})
    entries = [Entry(2, at("4-7"), "甲一", "record:study.ideas:idea", (edit,))]
    found = [
        status_json([sheet], ZH),
        explain_json(sheet, "study.micro_lectures", ZH),
        records_json(sheet, ZH),
        summary_json(summarise(sheet), ZH),
        history_json(entries, plan(), "yixiao", ZH),
    ]
    return {one["schema"]: one for one in found}


def same_shape(example: Any, real: Any, path: str = "") -> None:
    if isinstance(example, dict) and isinstance(real, dict):
        assert list(example) == list(real), path
        for key, value in example.items():
            if key not in FREE:
                same_shape(value, real[key], f"{path}.{key}")
    elif isinstance(example, list) and isinstance(real, list) and example and real:
        same_shape(example[0], real[0], f"{path}[0]")


def test_every_command_has_its_example() -> None:
    assert set(examples()) == set(written())


@pytest.mark.parametrize("schema", sorted(written()))
def test_the_example_has_the_keys_that_are_written(schema: str) -> None:
    same_shape(examples()[schema], written()[schema], schema)
