"""The tree of a note as text that a person can read and a test can compare: what is said, and nothing of how.

One line for each node, indented as they are nested; its attributes are parted by bars:

    prose | text
    summary LANGUAGE
      title | text | remark | lead
      KEY | label | value              ``-`` for an unknown label; ``KEY=CHOICE`` for a choice
        [TAG] | name | update          ``[]`` where there is no tag; ``[OLM+INTUNE]`` for joined ones
      prose | text
    hashtags | #covid #fasttrack

Attributes that are empty and last are left out. A line feed is written ``\\n``, a bar inside an attribute that is not
the last ``\\|``, a backslash ``\\\\``; spaces at the ends and what can't be seen by their code. Prose goes on in a new
line after each line feed.
"""

from __future__ import annotations

from ftnotes import Document, Field, Note, Prose, Workload

_NAMED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def outline(document: Document) -> str:
    """The outline of a document, each line ended by a line feed."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Prose):
            lines += _prose(block, "")
        else:
            lines += _summary(block)
    if document.hashtags:
        lines.append("hashtags | " + " ".join(hashtag.text for hashtag in document.hashtags))
    return "".join(f"{line}\n" for line in lines)


def _summary(summary: Note) -> list[str]:
    lines = [f"summary {summary.language or '-'}"]
    if summary.title:
        lines.append("  " + _line("title", summary.title.text, summary.title.remark, summary.title.lead))
    for item in summary.body:
        if isinstance(item, Prose):
            lines += _prose(item, "  ")
        elif isinstance(item, Workload):
            lines.append("  " + _workload(item))
        else:
            lines.append("  " + _line(_key(summary, item), item.label, item.value))
            lines += ["    " + _workload(workload) for workload in item.workloads]
    return lines


def _key(summary: Note, field: Field) -> str:
    key = field.key or "-"
    choice = summary.choice(key) if summary.field(key) is field else None
    return f"{key}={choice}" if choice else key


def _workload(workload: Workload) -> str:
    return _line(f"[{_visible(workload.tag)}]", workload.name, workload.update)


def _line(head: str, *attributes: str) -> str:
    *inner, last = map(_visible, attributes)
    cells = [head, *(cell.replace("|", "\\|") for cell in inner), last]
    while not cells[-1]:
        cells.pop()
    return " | ".join(cells)


def _prose(prose: Prose, indentation: str) -> list[str]:
    lines = prose.text.split("\n")
    lines = [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
    heads = ["prose", *["     "] * len(lines)]
    return [f"{indentation}{head} | {_visible(line)}" for head, line in zip(heads, lines, strict=False)]


def _visible(text: str) -> str:
    """``text`` with what can't be seen, spaces at its ends included, by name or code."""
    inner = text.strip(" ")
    lead = len(text) - len(text.lstrip(" ")) if inner else len(text)
    trail = len(text) - lead - len(inner)
    shown = (_NAMED.get(char) or (char if char.isprintable() else f"\\u{ord(char):04x}") for char in inner)
    # one blank by its code is enough to show where the others end
    before = "\\x20" + " " * (lead - 1) if lead else ""
    after = " " * (trail - 1) + "\\x20" if trail else ""
    return before + "".join(shown) + after
