"""The JSON Schemas of the package: what `to_json` writes, for programs in any language.

They are files, made from the classes of the tree by ``python tests/interchange/test_json_schema.py --write``, and a test
says that they are current.
"""

from __future__ import annotations

import json
import os
from typing import Final

from .json_tree import Json

_SCHEMAS: Final = os.path.join(os.path.dirname(__file__), "schemas")


def json_schema(*, compact: bool = False) -> dict[str, Json]:
    """The JSON Schema (2020-12) of a document as `to_json` writes it.

    Args:
        compact: that of the compact form, rather than that of the full one.

    Returns:
        The schema as ``json.loads`` gives it, each time anew.
    """
    with open(os.path.join(_SCHEMAS, "compact.json" if compact else "full.json"), encoding="utf-8") as file:
        schema: dict[str, Json] = json.load(file)
    return schema
