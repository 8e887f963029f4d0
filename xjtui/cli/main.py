"""Where a call begins and ends: which command, its parser, its run, its exit code; errors become one sentence each."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

from xjtui import settings
from xjtui.errors import Exit, InputError, RefusedError, XjtuiError
from xjtui.words import Words, words_for

INTERRUPTED = 130


def run(argv: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code, see `errors.Exit`. Without `argv` it is the whole process, and ends it."""
    if argv is not None:
        return _answered(list(argv))
    # Nearly all that is made in the first tenth of a second stays until the end: collecting it again and again, and
    # taking it apart at the end, took a fifth of a `status`.
    gc.set_threshold(50_000)
    code = _answered(sys.argv[1:])
    if os.environ.get("XJTUI_DEBUG") != "1":
        _leave(code)
    return code


def _leave(code: int) -> None:
    """Ends the process at once. Everything is closed and saved by now; only what is printed has to get out."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        # Whoever read it is gone, and there is nobody left to tell.
        pass
    os._exit(code)


def _answered(given: list[str]) -> int:
    _bend_streams()
    words = words_for("zh")
    try:
        if "_ARGCOMPLETE" in os.environ:
            from xjtui.cli.completion import complete

            complete()
        loaded = settings.load()
        words = _words(given, loaded.settings)
        code = _run(given, loaded, words)
        _flush()
        return code
    except XjtuiError as error:
        return _tell(words, error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the answer had enough of it. Nothing more may be written, not even at the interpreter's end.
        _close_stdout()
        return Exit.DONE
    except Exception as error:
        return _unforeseen(words, error)


def _run(given: list[str], loaded: settings.Loaded, words: Words) -> int:
    # Late, so that an error in the settings or the language needs no parser.
    from xjtui.cli import command, options, parser
    from xjtui.cli.call import Call

    if loaded.problem is not None:
        print(_sentence(words, loaded.problem), file=sys.stderr)
    groups = {name: command.under(name) for name in command.names()}
    located = options.locate(given, groups)
    path = located.path
    asks = any(word in ("-h", "--help") for word in located.rest)
    if asks:
        parser.speak(words)
    if asks and path not in command.TABLE and (not path or path[0] in groups):
        from xjtui.cli.help import overview

        print(overview(words, path))
        return Exit.DONE
    _known(path, groups)
    chosen = command.load(path or command.GUIDE)
    built = parser.build(path, chosen, words, asks)
    # Not before it is built: argparse asks for headings then, and the words of help take time to load.
    parser.speak(words)
    try:
        read = built.parse_args(located.rest)
    except SystemExit as done:
        return int(done.code or 0)
    call = Call(
        words,
        loaded.settings,
        options.data_dir(read.data, loaded.settings),
        options.clock(read.today),
        options.asked_language(given),
    )
    return chosen.run(read, call)


def _flush() -> None:
    """Lets out what was printed. RefusedError where it cannot be written, for then the answer is not whole."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _close_stdout()
        raise RefusedError("output_unwritable", reason=error.strerror or str(error)) from error


def _known(path: tuple[str, ...], groups: dict[str, tuple[str, ...]]) -> None:
    """InputError where the words name no command."""
    from xjtui.cli.command import TABLE

    if not path or path in TABLE:
        return
    if path[0] not in groups:
        raise InputError("command_unknown", name=path[0], near=_near(path[0], groups))
    known = groups[path[0]]
    if len(path) == 1:
        raise InputError("subcommand_missing", name=path[0], known=known)
    raise InputError("subcommand_unknown", name=path[0], sub=path[1], known=known)


def _near(name: str, known: Any) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, list(known), n=2)


def _words(given: list[str], chosen: settings.Settings) -> Words:
    from xjtui.cli.options import language

    return words_for(language(given, chosen))


def _bend_streams() -> None:
    """A character the terminal's encoding lacks becomes «?»: a strange name must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _sentence(words: Words, error: XjtuiError) -> str:
    from xjtui.cli.sentences import sentence

    return sentence(words, error)


def _tell(words: Words, error: XjtuiError) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_stdout()
    print(_sentence(words, error), file=sys.stderr)
    return int(error.exit)


def _close_stdout() -> None:
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, not a path
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _unforeseen(words: Words, error: Exception) -> int:
    """An error nobody thought of: written down for whoever can mend it, told in one sentence."""
    import traceback

    if os.environ.get("XJTUI_DEBUG") == "1":
        traceback.print_exception(error)
    place = settings.log_file()
    try:
        from datetime import datetime

        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with place.open("a", encoding="utf-8") as log:
            log.write(f"\n{datetime.now().astimezone().isoformat(timespec='seconds')}\n")
            log.writelines(traceback.format_exception(error))
        print(words.command.unforeseen(str(place)), file=sys.stderr)
    except OSError:
        print(words.command.unforeseen(""), file=sys.stderr)
    return Exit.REFUSED
