"""A person's own choices (language, theme, keys, default unit, data folder) and where files belong; not the data."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from xjtui.errors import InputError, RefusedError

APP = "xjtui"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; '' where nothing was. `keys` maps the id of a screen's action to keys, comma-separated."""

    language: str = ""
    theme: str = ""
    unit: str = ""
    data: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)

    def with_value(self, name: str, value: str) -> Settings:
        """With one choice changed; `keys.ACTION` names a key, and an empty value takes the choice back.

        InputError for an unknown name or a value that cannot be.
        """
        group, _, action = name.partition(".")
        if group == "keys" and action:
            keys = {key: keys for key, keys in self.keys.items() if key != action}
            return replace(self, keys={**keys, action: value} if value else keys)
        if name not in NAMES:
            raise InputError("setting_unknown", name=name, known=[*NAMES, "keys.ACTION"])
        if name == "language" and value not in ("", *LANGUAGES):
            raise InputError("language_unknown", language=value, known=list(LANGUAGES))
        changes: dict[str, Any] = {name: value}
        return replace(self, **changes)


NAMES = tuple(one.name for one in fields(Settings) if one.name != "keys")
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings as read; where the file is bad, the defaults, and `problem` tells what is wrong with it."""

    settings: Settings
    problem: InputError | None = None


def load(path: Path | None = None) -> Loaded:
    """Reads the settings file; no file means the defaults. Never raises."""
    path = path or settings_file()
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, UnicodeDecodeError) as error:
        return Loaded(Settings(), InputError("settings_unreadable", path=str(path), reason=_reason(error)))
    # Late: most people have no settings file, and `status` should not pay for a parser it does not need.
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Loaded(Settings(), InputError("settings_unreadable", path=str(path), reason=str(error)))
    return _from_table(table, path)


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "not UTF-8"


def _from_table(table: Mapping[str, Any], path: Path) -> Loaded:
    """Takes every good line, and names the first bad one."""
    settings, problem = Settings(), None
    flat = {name: value for name, value in table.items() if name != "keys"}
    keys = table.get("keys", {})
    if isinstance(keys, Mapping):
        flat |= {f"keys.{action}": value for action, value in keys.items()}
    else:
        flat["keys"] = keys
    for name, value in flat.items():
        try:
            if not isinstance(value, str):
                raise InputError("setting_unknown", name=name, known=[*NAMES, "keys.ACTION"])
            settings = settings.with_value(name, value)
        except InputError as error:
            reason = f"{name} = {value!r}"
            problem = problem or InputError("settings_value", path=str(path), reason=reason, known=error.facts["known"])
    return Loaded(settings, problem)


def save(settings: Settings, path: Path | None = None) -> Path:
    """Writes the settings file whole, or leaves the old one. RefusedError where the system refuses."""
    path = path or settings_file()
    lines = [f"{name} = {_quoted(value)}" for name in NAMES if (value := getattr(settings, name))]
    if settings.keys:
        lines += ["", "[keys]", *(f"{_quoted(action)} = {_quoted(keys)}" for action, keys in settings.keys.items())]
    temporary = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise RefusedError("settings_unwritable", path=str(path), reason=_reason(error)) from error
    return path


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are among TOML's."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


# -- where files belong ------------------------------------------------------------------------------------------------


def data_dir() -> Path:
    """The folder of the data where nobody named another."""
    return _place("XDG_DATA_HOME", ".local/share", "user_data_path")


def settings_file() -> Path:
    """The settings file of the person who runs the program."""
    return _place("XDG_CONFIG_HOME", ".config", "user_config_path") / "settings.toml"


def log_file() -> Path:
    """Where an error nobody foresaw is written down."""
    return _place("XDG_STATE_HOME", ".local/state", "user_state_path") / "errors.log"


def _place(variable: str, under_home: str, elsewhere: str) -> Path:
    """The XDG folder on Linux, as platformdirs has it; asking platformdirs itself costs each start 15 ms."""
    if sys.platform == "linux":
        named = os.environ.get(variable, "").strip()
        base = Path(named) if named else Path("~").expanduser() / under_home
        return base / APP
    import platformdirs

    found = getattr(platformdirs, elsewhere)(APP, appauthor=False)
    return Path(found)
