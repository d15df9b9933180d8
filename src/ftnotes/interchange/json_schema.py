"""JSON Schemas of the JSON that `to_json` writes, for programs in any language.

They are files, made from the classes of the tree by ``python tests/helpers/json_schemas.py``; a test keeps them current.
"""

from __future__ import annotations

import json
import os
from typing import Final

from .json_tree import Json

_SCHEMAS: Final = os.path.join(os.path.dirname(__file__), "schemas")


def json_schema(*, compact: bool = False) -> dict[str, Json]:
    """Return the JSON Schema (2020-12) of a document as `to_json` writes it.

    Args:
        compact: whether to return the schema of the compact form instead of the full one.

    Returns:
        A new copy of the schema, as ``json.loads`` returns it.
    """
    with open(os.path.join(_SCHEMAS, "compact.json" if compact else "full.json"), encoding="utf-8") as file:
        schema: dict[str, Json] = json.load(file)
    return schema
