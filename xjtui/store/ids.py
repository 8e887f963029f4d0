"""Makes ids for new records and members. The client makes them, so that no server has to be asked."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from threading import Lock

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 16
_RANDOM_BITS = 30


class Ids:
    """Calls give ids of 16 characters: 48 bits of milliseconds, 30 of chance, in base 32.

    Later ids sort after earlier ones of the same maker, even within one millisecond or when the clock goes back.
    """

    def __init__(
        self,
        now: Callable[[], float] = time.time,
        chance: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._now = now
        self._chance = chance
        self._last = 0
        self._lock = Lock()

    def __call__(self) -> str:
        drawn = int.from_bytes(self._chance(4), "big") & ((1 << _RANDOM_BITS) - 1)
        number = (int(self._now() * 1000) << _RANDOM_BITS) | drawn
        with self._lock:
            number = max(number, self._last + 1)
            self._last = number
        return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))


new_id = Ids()
"""The maker the program uses."""
