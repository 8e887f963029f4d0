"""Whatever is typed wrong gets one sentence that says what, where and how to mend it; every exit code has its case."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Xjtui
from xjtui import __version__
from xjtui.cli import command
from xjtui.cli.main import run
from xjtui.errors import BusyError, DamagedError, NotAllowedError

WRONG = [
    ("stauts",),
    ("unit",),
    ("unit", "ad"),
    ("status", "--nonsense"),
    ("status", "--fail-on", "rain"),
    ("status", "--data"),
    ("status", "--data", ""),
    ("status", "--today", "gestern"),
    ("status", "--today", "2009-02-30"),
    ("status", "--lang", "fr"),
    ("status", "nobody"),
    ("explain", "b01"),
    ("explain", "b01", "no.such"),
    ("record", "b01", "org.body"),
    ("record", "b01", "org.body", "--set", "title"),
    ("record", "b01", "org.body", "--set", "a=b", "--json", "-"),
    ("record", "b01", "org.body", "--json", "/no/such.json"),
    ("record", "b01", "org.body", "--kind", "poem", "--set", "a=b"),
    ("record", "b01", "org.body", "--kind", "filing", "--set", "a=b"),
    ("record", "b01", "org.body", "--about", "nothing", "--set", "a=b"),
    ("record", "b01", "review.registers", "--set", "a=b"),
    ("void", "b01", "b01-006"),
    ("void", "b01", "nothing", "--why", "x"),
    ("undo", "b01", "--seq", "x"),
    ("undo", "b01", "--seq", "9999"),
    ("history", "b01", "--since", "x"),
    ("summary", "b01", "--format", "poem"),
    ("unit", "add", "x"),
    ("unit", "add", "x", "--name", "x"),
    ("unit", "edit", "b01", "--kind", "castle"),
    ("unit", "edit", "b01", "--audience", "crowd"),
    ("unit", "edit", "b01", "--group", "nobody"),
    ("member", "add", "b01", "x", "--joined", "3月"),
    ("member", "edit", "b01", "nobody", "--duty", "x"),
    ("member", "import", "b01", "/no/such.csv"),
    ("plan", "show", "no-such-plan"),
    ("plan", "check", "/no/such.toml"),
    ("plan", "new", "--from", "xihu-2009-study", "--start", "soon"),
    ("plan", "migrate", "b01", "--to", "no-such-plan"),
    ("settings", "set", "colour", "red"),
    ("settings", "set", "language", "fr"),
    ("completion", "tcsh"),
    ("guide", "--plain", "--full"),
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_sentence_and_exit_2(
    xjtui: Xjtui, data: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], language: str
) -> None:
    monkeypatch.setenv("XJTUI_LANG", language)
    said = xjtui(*words)
    assert said.code == 2, said
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1, said.err
    assert "Traceback" not in said.err and "{" not in said.err
    if language == "zh" and "fr" not in words:
        assert any("一" <= char <= "鿿" for char in said.err), said.err
        assert "argument" not in said.err and "error" not in said.err


def test_bad_variables_are_told_too(xjtui: Xjtui, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XJTUI_TODAY", "someday")
    assert "XJTUI_TODAY" in xjtui("status").err
    monkeypatch.setenv("XJTUI_TODAY", "")
    monkeypatch.setenv("XJTUI_DATA", str(data / "units" / "b01" / "progress.json"))
    assert xjtui("status").code == 2


@pytest.mark.parametrize(
    ("error", "code"), [(NotAllowedError("x"), 3), (BusyError("busy", id="b01", seconds=5), 4), (DamagedError("x"), 5)]
)
def test_typed_errors_have_their_exit_codes(
    xjtui: Xjtui, data: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr("xjtui.desk.Desk.sheet", fails)
    said = xjtui("status", "b01")
    assert said.code == code and len(said.err.strip().splitlines()) == 1


def test_a_system_that_refuses_is_exit_6(xjtui: Xjtui, data: Path, tmp_path: Path) -> None:
    said = xjtui("plan", "new", "--from", "xihu-2009-study", "--start", "2010-03-01", "-o", str(tmp_path / "no" / "p"))
    assert said.code == 6 and "no/p" in said.err


def test_an_unforeseen_error_is_one_sentence_and_a_log(
    xjtui: Xjtui, data: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("never thought of")

    monkeypatch.setattr("xjtui.desk.Desk.sheet", breaks)
    said = xjtui("status", "b01")
    assert said.code == 6 and "Traceback" not in said.err and "errors.log" in said.err
    (log,) = home.rglob("errors.log")
    assert "never thought of" in log.read_text()
    monkeypatch.setenv("XJTUI_DEBUG", "1")
    assert "Traceback" in xjtui("status", "b01").err


def test_ctrl_c_is_quiet(xjtui: Xjtui, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xjtui.desk.Desk.sheet", interrupted)
    said = xjtui("status", "b01")
    assert (said.code, said.out, said.err) == (130, "", "")


def test_a_reader_who_has_enough_is_no_error(data: Path) -> None:
    line = f"{sys.executable} -m xjtui status | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=dict(os.environ), check=True)
    assert done.stdout.decode().splitlines()[-1] == "0" and done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_answer_that_could_not_be_written_is_no_success(data: Path) -> None:
    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-m", "xjtui", "status", "b01"]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, env=dict(os.environ), check=False)
    assert done.returncode == 6 and len(done.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_terminal_of_another_encoding_loses_characters_not_the_program(data: Path, encoding: str) -> None:
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    words = [sys.executable, "-m", "xjtui", "guide", "b01"]
    done = subprocess.run(words, input="n\n？\nq\n".encode("gbk"), capture_output=True, env=env, check=False)
    assert done.returncode == 0, done.stderr
    assert ("下一项".encode("gbk") in done.stdout) == (encoding == "gbk")
    assert len(
        json.loads(subprocess.run([*words[:3], "status", "--json"], capture_output=True, env=env).stdout)["units"]
    )


def test_an_empty_folder_says_how_to_begin(xjtui: Xjtui, tmp_path: Path) -> None:
    for words in (("status",), ("guide",), (), ("status", "b01"), ("record", "b01", "x", "--set", "a=b")):
        said = xjtui("--data", str(tmp_path / "nothing"), *words)
        assert said.code == 2 and "xjtui init" in said.err
    assert not (tmp_path / "nothing").exists()


def test_version_anywhere(xjtui: Xjtui) -> None:
    assert xjtui("--version").out == f"xjtui {__version__}\n"
    assert xjtui("status", "--version").out == f"xjtui {__version__}\n"


@pytest.mark.parametrize("path", [(), ("unit",), ("member",), ("plan",), ("settings",), *command.TABLE], ids=" ".join)
def test_help_is_whole_in_both_languages(xjtui: Xjtui, path: tuple[str, ...]) -> None:
    chinese, english = xjtui(*path, "-h"), xjtui("--lang", "en", *path, "-h")
    assert chinese.code == english.code == 0
    assert "用法：xjtui" in chinese.out and "usage: xjtui" in english.out
    for word in ("usage", "options", "show this", "positional"):
        assert word not in chinese.out
    assert not any("一" <= char <= "鿿" for char in english.out)


def test_every_option_has_its_help() -> None:
    from xjtui.cli.parser import build
    from xjtui.words import words_for

    for language in ("zh", "en"):
        words = words_for(language)
        for path in command.TABLE:
            parser = build(path, command.load(path), words, with_help=True)
            bare = [action.dest for action in parser._actions if not action.help]
            assert not bare, (language, path, bare)
            assert words.command.help.texts.get(" ".join(path)), path


def test_the_console_script_returns_the_exit_code() -> None:
    done = subprocess.run([sys.executable, "-m", "xjtui", "stauts"], capture_output=True, check=False)
    assert done.returncode == 2
    assert run(["--version"]) == 0
