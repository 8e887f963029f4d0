"""Who is at work: the name of the process's user. Never `$USER`, which anybody may set; roles are left to others."""

from __future__ import annotations

import os


def name() -> str:
    """The account's name; its number where the system has no name for it."""
    # Late: reading commands write nobody's name down.
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid-{os.getuid()}"
