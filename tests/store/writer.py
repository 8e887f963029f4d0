"""A writing process: saves one record after the other, and says each id once it is acknowledged.

`python -m tests.store.writer DATA NAME COUNT`
"""

from __future__ import annotations

import sys
from dataclasses import replace

from tests.store.people import change, session
from xjtui.store.files import FilesStore


def main(data: str, name: str, count: int) -> None:
    store = FilesStore(data, patience=30)
    for number in range(count):
        record = replace(session(), id=f"{name}-{number}")
        store.apply("b01", change(record, by=name))
        print(record.id, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
