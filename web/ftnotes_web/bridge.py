"""The functions that the page calls: each takes a request as JSON, and returns JSON.

A request has the ``text``, and the ``settings`` of the page (`session.SETTINGS`). Offsets are UTF-16 code units. What can't
be done comes back as an object with an ``error``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Final

from . import findings, forms, reading
from .session import Given, Json, open_note, text_of


def _card(request: Mapping[str, Given]) -> Json:
    place = request.get("place", 0)
    if not isinstance(place, int):
        raise ValueError(f"place takes a number, not {place!r:.80}")
    return reading.card(open_note(request), place)


_FUNCTIONS: Final[Mapping[str, Callable[[Mapping[str, Given]], Json]]] = {
    "check": lambda request: findings.check(open_note(request)),
    "fix": lambda request: findings.fix_all(open_note(request)),
    "format": lambda request: findings.format_note(open_note(request)),
    "explain": lambda request: findings.explain(open_note({"text": "", **request}), text_of(request, "code")),
    "card": _card,
    "settings": forms.settings,
    "form": forms.form,
    "new": forms.compose,
}


def call(name: str, request: str) -> str:
    """Call a function by its name, with a request in JSON, and return its answer in JSON, in ASCII."""
    try:
        given = json.loads(request)
        if not isinstance(given, dict):
            raise ValueError("a request is an object")
        if name not in _FUNCTIONS:
            raise ValueError(f"there is no function {name!r:.80}")
        answer = _FUNCTIONS[name](given)
    except (TypeError, ValueError) as error:
        answer = {"error": str(error)}
    return json.dumps(answer)
