"""The front is chosen from facts alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjtui.fronts.decide import Decision, Facts, Mode, Reason, decide
from xjtui.words import words_for

ABLE = Facts(None, True, True, True, "xterm-256color", "UTF-8", 80, 24)


@pytest.mark.parametrize(
    ("changes", "mode", "reason"),
    [
        ({}, Mode.FULL, Reason.ABLE),
        ({"columns": 60, "lines": 16, "encoding": "utf8"}, Mode.FULL, Reason.ABLE),
        ({"asked": Mode.PLAIN}, Mode.PLAIN, Reason.ASKED_PLAIN),
        ({"stdin_tty": False}, Mode.PLAIN, Reason.INPUT_NO_TERMINAL),
        ({"stdout_tty": False}, Mode.PLAIN, Reason.OUTPUT_NO_TERMINAL),
        ({"stderr_tty": False}, Mode.PLAIN, Reason.ERRORS_NO_TERMINAL),
        ({"stdin_tty": False, "asked": Mode.FULL}, Mode.PLAIN, Reason.INPUT_NO_TERMINAL),
        ({"term": ""}, Mode.PLAIN, Reason.DUMB),
        ({"term": "dumb"}, Mode.PLAIN, Reason.DUMB),
        ({"encoding": "gbk"}, Mode.PLAIN, Reason.ENCODING),
        ({"encoding": "ANSI_X3.4-1968"}, Mode.PLAIN, Reason.ENCODING),
        ({"columns": 59}, Mode.PLAIN, Reason.SMALL),
        ({"lines": 15}, Mode.PLAIN, Reason.SMALL),
        ({"lines": 15, "asked": Mode.FULL}, Mode.FULL, Reason.ASKED_FULL),
    ],
)
def test_decision(changes: dict[str, object], mode: Mode, reason: Reason) -> None:
    assert decide(replace(ABLE, **changes)) == Decision(mode, reason)  # type: ignore[arg-type]


def test_every_reason_to_be_plain_has_its_line() -> None:
    silent = {Reason.ASKED_FULL, Reason.ASKED_PLAIN, Reason.ABLE}
    for language in ("zh", "en"):
        assert set(words_for(language).command.plain_because) == set(Reason) - silent
