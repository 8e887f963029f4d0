"""What surrounds the work: settings, doctor, whoami, completion, demo."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from tests.cli.conftest import Xjtui
from xjtui import settings


def test_settings_are_kept_and_taken_back(xjtui: Xjtui, data: Path) -> None:
    assert xjtui("settings", "set", "unit", "示例二小支部").out == "unit=b02\n"
    assert xjtui("settings", "set", "keys.next_gap", "f3,n").code == 0
    shown = xjtui("settings", "show", "--json").json
    assert shown["unit"] == "b02" and shown["keys"] == {"next_gap": "f3,n"}
    assert "示例二小支部" in xjtui("--plain", stdin="q\n").out
    assert xjtui("settings", "set", "unit", "").code == 0
    assert xjtui("settings", "show", "--json").json["unit"] == ""


@pytest.mark.parametrize("text", ["language = ", "language = 3", 'colour = "red"', "keys = 1", "\udcff"])
def test_a_bad_settings_file_is_one_warning(xjtui: Xjtui, data: Path, text: str) -> None:
    place = settings.settings_file()
    place.parent.mkdir(parents=True)
    place.write_bytes(text.encode("utf-8", "surrogateescape"))
    said = xjtui("status", "b01")
    assert said.code == 0 and said.err.count("\n") == 1 and "settings.toml" in said.err


def test_settings_survive_any_text(tmp_path: Path) -> None:
    odd = settings.Settings(unit='a"b\\c\n\x7f汉', keys={'k"': "x"})
    place = settings.save(odd, tmp_path / "s.toml")
    assert settings.load(place) == settings.Loaded(odd)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked itself")
@pytest.mark.parametrize("named", [True, False])
def test_places_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, named: bool) -> None:
    if not named:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            monkeypatch.delenv(name)
    assert settings.data_dir() == platformdirs.user_data_path("xjtui", appauthor=False)
    assert settings.settings_file().parent == platformdirs.user_config_path("xjtui", appauthor=False)
    assert settings.log_file().parent == platformdirs.user_state_path("xjtui", appauthor=False)


def test_the_name_is_the_processs_own(xjtui: Xjtui, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "somebody-else")
    monkeypatch.setenv("LOGNAME", "somebody-else")
    assert xjtui("whoami").out.strip() == pwd.getpwuid(os.getuid()).pw_name


def test_doctor_tells_the_facts(xjtui: Xjtui, data: Path) -> None:
    facts = xjtui("doctor", "--json").json
    assert facts["units"] == len(list((data / "units").iterdir()))
    assert facts["data"] == str(data) and facts["front"] == "plain" and facts["damaged"] == []
    for language in ("zh", "en"):
        assert len(xjtui("doctor", "--lang", language).out.splitlines()) == len(facts)


def test_a_damaged_unit_is_named_by_doctor(xjtui: Xjtui, data: Path) -> None:
    for file in (data / "units" / "b02").glob("progress.*"):
        file.write_bytes(b"\x00" * 64)
    said = xjtui("doctor", "--json")
    assert said.code == 5 and any("b02" in one for one in said.json["damaged"])
    assert xjtui("status", "b02").code == 5
    assert xjtui("status", "b01").code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(xjtui: Xjtui, shell: str) -> None:
    assert "xjtui" in xjtui("completion", shell).out


def completed(line: str, tmp_path: Path) -> list[str]:
    """What the shell would offer for a line."""
    answers = tmp_path / "answers"
    env = {
        **os.environ,
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line.encode())),
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answers),
    }
    done = subprocess.run([sys.executable, "-m", "xjtui"], env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [word.strip() for word in answers.read_text().split("\n")]


def test_completion_knows_commands_units_items_and_plans(data: Path, tmp_path: Path) -> None:
    assert "status" in completed("xjtui st", tmp_path)
    assert completed("xjtui unit ", tmp_path)[:2]
    assert set(completed("xjtui status b0", tmp_path)) >= {"b01", "b02"}
    assert "org.four_systems" in completed("xjtui record b01 org.f", tmp_path)
    assert "xihu-2009-study" in completed("xjtui plan show xihu", tmp_path)


def test_demo_without_a_terminal_prints_overview_and_one_summary(xjtui: Xjtui, tmp_path: Path) -> None:
    said = xjtui("demo")
    assert said.code == 0 and "示例二小支部" in said.out and "自查总结" in said.out
    english = xjtui("demo", "b02", "--lang", "en")
    assert english.code == 0 and "示例二小支部" in english.out


def test_demo_on_plain_lines_keeps_the_copy_only_where_asked(xjtui: Xjtui, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    said = xjtui("demo", "--plain", "--keep", str(kept), stdin="q\n")
    assert said.code == 0 and (kept / "units" / "b01").is_dir() and "--today 2009-04-15" in said.err
    assert xjtui("demo", "--plain", "--keep", str(kept), stdin="q\n").code == 2
