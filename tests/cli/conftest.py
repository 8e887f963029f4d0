"""A person at a terminal: runs commands in this process, with an environment of their own."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from xjtui.cli.main import run
from xjtui.sample import AS_OF, DISTRICT, find_sample

CLEARED = ("XJTUI_DATA", "XJTUI_TODAY", "XJTUI_LANG", "XJTUI_DEBUG", "NO_COLOR", "LANG", "LC_ALL", "COLUMNS")


@dataclass(frozen=True)
class Result:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Xjtui = Callable[..., Result]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without settings, and none of the developer's own variables."""
    place = tmp_path_factory.mktemp("home")
    for name in CLEARED:
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(place / name.lower()))
    monkeypatch.setenv("HOME", str(place))
    return place


@pytest.fixture
def xjtui(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Xjtui:
    """Runs a command line; `stdin` is what is typed."""

    def call(*words: str, stdin: str = "") -> Result:
        capsys.readouterr()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        code = run(list(words))
        said = capsys.readouterr()
        return Result(code, said.out, said.err)

    return call


@pytest.fixture(scope="session")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district; copied by `data`, never written."""
    return Path(find_sample()) / DISTRICT


@pytest.fixture
def data(district: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample district, on the day it lives on."""
    place = tmp_path / "data"
    shutil.copytree(district, place)
    monkeypatch.setenv("XJTUI_DATA", str(place))
    monkeypatch.setenv("XJTUI_TODAY", AS_OF.isoformat())
    return place


@pytest.fixture
def imports() -> Path:
    """Roster files a secretary might really have."""
    from xjtui.sample import IMPORTS

    return Path(find_sample()) / IMPORTS
