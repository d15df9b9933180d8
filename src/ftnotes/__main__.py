"""``python -m ftnotes`` is the command ``ftnotes``."""

import sys

from .cli.main import program

sys.exit(program())
