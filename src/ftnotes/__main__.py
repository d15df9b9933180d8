"""``python -m ftnotes`` is the command ``ftnotes``."""

import sys

from .cli import main

sys.exit(main())
