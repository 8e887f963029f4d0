"""Writing an answer into a file that was named with -o: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from xjtui.errors import RefusedError


def write_text(name: str, text: str) -> None:
    """Writes a text file in UTF-8. RefusedError where the system refuses; an older file then stays as it was."""
    path = Path(name).expanduser()
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True) if beside.parent.is_dir() else None
        raise RefusedError("file_unwritable", path=name, reason=error.strerror or str(error)) from error
