"""JSON Schemas of the JSON that `to_json` writes, for programs in any language, and of playbook and configuration files.

They are files. All but that of configurations are made from the classes of the tree and the keys of playbooks by
``python tests/helpers/json_schemas.py``; tests keep them current.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from .json_tree import Json

_SCHEMAS: Final = Path(__file__).with_name("schemas")


def json_schema(*, compact: bool = False) -> dict[str, Json]:
    """Return the JSON Schema (2020-12) of a document as `to_json` writes it.

    Args:
        compact: whether to return the schema of the compact form instead of the full one.

    Returns:
        A new copy of the schema, as ``json.loads`` returns it.
    """
    return _schema("compact.json" if compact else "full.json")


def playbook_schema() -> dict[str, Json]:
    """Return the JSON Schema (2020-12) of a playbook file, for editors of TOML; see ``docs/playbook-keys.md``.

    Returns:
        A new copy of the schema, as ``json.loads`` returns it.
    """
    return _schema("playbook.json")


def configuration_schema() -> dict[str, Json]:
    """Return the JSON Schema (2020-12) of a configuration file, for editors of TOML; see ``docs/configuration.md``.

    Returns:
        A new copy of the schema, as ``json.loads`` returns it.
    """
    return _schema("configuration.json")


def _schema(name: str) -> dict[str, Json]:
    schema: dict[str, Json] = json.loads((_SCHEMAS / name).read_text("utf-8"))
    return schema
