"""`python -m xjtui` is the same as `xjtui`."""

import sys

from xjtui.cli.main import run

sys.exit(run())
