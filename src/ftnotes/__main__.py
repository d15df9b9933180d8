"""``python -m ftnotes`` is the command ``ftnotes``."""

import sys

from .cli import program

sys.exit(program())
