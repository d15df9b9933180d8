"""HTML made of elements, in which every text is escaped."""

from __future__ import annotations

from html import escape
from typing import Final

#: Elements without content.
_VOID: Final = frozenset({"br"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def html(*parts: str | int | None) -> Html:
    """Return parts one after the other: HTML as it is, all other texts escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(str(part)) for part in parts if part is not None))


def tag(name: str, *content: str | int | None, **attributes: str | int | bool | None) -> Html:
    """Return an element.

    Args:
        name: its name.
        content: what is in it.
        attributes: their values, escaped; those that are None or False are left out, and True has no value. An underscore at
            the end of a name is left out, and others are hyphens.
    """
    opened = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        key = key.rstrip("_").replace("_", "-")
        opened.append(key if value is True else f'{key}="{escape(str(value))}"')
    if name in _VOID:
        return Html(f"<{' '.join(opened)}>")
    return Html(f"<{' '.join(opened)}>{html(*content)}</{name}>")


def joined(parts: object) -> Html:
    """Return the HTML of an iterable of parts."""
    return html(*parts)  # type: ignore[misc] # any iterable of texts
