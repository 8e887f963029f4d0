"""`python -m xjtui.sample write DIR` and `… district --units N --seed S DIR`: for makers of the project, not users."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from xjtui.errors import XjtuiError


def main(words: list[str] | None = None) -> int:
    """Writes what was asked for. Exit code 2 with one line where it cannot."""
    parser = argparse.ArgumentParser(prog="python -m xjtui.sample", description="Writes sample data.")
    commands = parser.add_subparsers(dest="command", required=True)
    write = commands.add_parser("write", help="the sample: district, roster files, README")
    write.add_argument("dir", type=Path)
    district = commands.add_parser("district", help="a district of any size, for measuring")
    district.add_argument("--units", type=int, default=60)
    district.add_argument("--seed", type=int, default=1)
    district.add_argument("--records", type=int, default=40, help="own records of each branch")
    district.add_argument("dir", type=Path)
    args = parser.parse_args(words)
    try:
        if args.command == "write":
            from xjtui.sample.write import write_all

            write_all(args.dir)
        else:
            from xjtui.sample.crowd import write_district

            write_district(args.dir, args.units, args.seed, args.records)
    except XjtuiError as error:
        print(error, file=sys.stderr)
        return error.exit
    return 0


if __name__ == "__main__":
    sys.exit(main())
