"""The structure of the library: which package may import which, what they import, and the picture of both.

``python tests/helpers/structure.py`` draws ``docs/structure.svg`` anew; a test says when that is needed.
"""

from __future__ import annotations

import ast
from functools import cache
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Final

#: The packages, lowest first: each imports only those in rows before its own. The strategies are beside the command.
LAYERS: Final = (
    ("_lazy",),
    ("text",),
    ("playbook",),
    ("syntax",),
    ("analysis",),
    ("writing", "learning", "interchange"),
    ("policy",),
    ("batch", "lsp"),
    ("cli", "strategies"),
    ("__main__",),
)
#: The level of each package.
RANK: Final = {package: rank for rank, layer in enumerate(LAYERS) for package in layer}


def package() -> Path:
    """Return the folder in which the library is installed."""
    spec = find_spec("ftnotes")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def sources() -> list[Path]:
    """Return the Python files of the library."""
    return sorted(package().rglob("*.py"))


def module(path: Path) -> str:
    """Return the dotted name of a file within the library; empty for the façade."""
    return ".".join(path.relative_to(package()).with_suffix("").parts).removesuffix("__init__").removesuffix(".")


def part(name: str) -> str:
    """Return the package at the top of the library that a module belongs to."""
    return name.partition(".")[0]


@cache
def imports(path: Path) -> set[str]:
    """Return the absolute names of what a file imports, wherever in the file the import is."""
    inside = path.relative_to(package().parent).parts[:-1] if path.is_relative_to(package()) else ()
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = [*inside[: len(inside) + 1 - node.level]] if node.level else []
            base += [node.module] if node.module else []
            found |= {".".join([*base, alias.name]) for alias in node.names}
    return found


@cache
def graph() -> dict[str, set[str]]:
    """Return for each module of the library the modules that it imports, the façade left out."""
    names = {module(path) for path in sources()} - {""}
    edges: dict[str, set[str]] = {}
    for path in sources():
        found = {name.removeprefix("ftnotes.") for name in imports(path) if name.startswith("ftnotes.")}
        # What is imported is a module, or a name in one.
        edges[module(path)] = {name if name in names else name.rpartition(".")[0] for name in found} & names
    # A wheel brings the grammar inside the library.
    return {here: there - {here} for here, there in edges.items() if here not in ("", "grammar")}


def package_graph() -> dict[str, set[str]]:
    """Return for each package the packages that it imports, without those that another of them imports anyway."""
    edges: dict[str, set[str]] = {}
    for here, others in graph().items():
        edges.setdefault(part(here), set()).update(part(there) for there in others)
    reach: dict[str, set[str]] = {}
    for name in sorted(edges, key=lambda name: RANK[name]):
        direct = edges[name] - {name}
        reach[name] = direct.union(*(reach[other] for other in direct))
    return {name: {there for there in reach[name] if not any(there in reach[other] for other in reach[name])} for name in edges}


# ---- the picture

#: The size of a box, the gaps between boxes, and the margin of the picture.
_WIDTH, _HEIGHT, _GAP, _DROP, _MARGIN = 310, 46, 44, 30, 12
#: The packages that are not in the middle column.
_COLUMNS: Final = {"writing": 0, "strategies": 0, "interchange": 2}
_STYLE: Final = (
    "text{font-family:system-ui,sans-serif;fill:#1f2328}.name{font-size:15px;font-weight:600}.idea{font-size:10.5px;fill:#59636e}"
    "rect{fill:#f6f8fa;stroke:#59636e}line{stroke:#59636e}marker path{fill:#59636e}"
)


def idea(name: str) -> str:
    """Return the first line of a package's docstring."""
    tree = ast.parse((package() / name / "__init__.py").read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").split("\n")[0].replace("``", "")


def places() -> dict[str, tuple[float, float]]:
    """Return the left upper corner of the box of each package, the highest layer at the top."""
    rows = [[name for name in layer if not name.startswith("_")] for layer in reversed(LAYERS)]
    return {
        name: (_MARGIN + _COLUMNS.get(name, 1) * (_WIDTH + _GAP), _MARGIN + number * (_HEIGHT + _DROP))
        for number, row in enumerate(filter(None, rows))
        for name in row
    }


def arrow(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return an arrow from the box at ``start`` down to that at ``end``, around the boxes between."""
    (x, y), (to_x, to_y) = start, end
    side = (to_x > x) - (to_x < x)
    x, y = (x + _WIDTH * (1 + side) / 2, y + _HEIGHT / (2 if side else 1))
    if side and to_x == _MARGIN + _WIDTH + _GAP:
        to_x, to_y = to_x + _WIDTH * (1 - side) / 2, to_y + _HEIGHT / 2
    else:
        to_x += _WIDTH * (1 - side * 0.8) / 2
    return f'<line x1="{x:g}" y1="{y:g}" x2="{to_x:g}" y2="{to_y:g}" marker-end="url(#tip)"/>'


def picture() -> str:
    """Return the packages as SVG, with an arrow from each to those that it imports."""
    boxes = places()
    width, height = 3 * _WIDTH + 2 * _GAP + 2 * _MARGIN, max(y for _, y in boxes.values()) + _HEIGHT + _MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:g}" width="{width}" role="img">',
        "<title>The packages of ftnotes: each imports only those below it</title>",
        f"<style>{_STYLE}</style>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8z"/></marker></defs>',
    ]
    for name, others in sorted(package_graph().items()):
        lines += [arrow(boxes[name], boxes[other]) for other in sorted(others) if name in boxes and other in boxes]
    for name, (x, y) in boxes.items():
        lines += [
            f'<rect x="{x:g}" y="{y:g}" width="{_WIDTH}" height="{_HEIGHT}" rx="6"/>',
            f'<text class="name" x="{x + 10:g}" y="{y + 19:g}">{name}</text>',
            f'<text class="idea" x="{x + 10:g}" y="{y + 36:g}">{escape(idea(name))}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])


if __name__ == "__main__":
    (Path(__file__).resolve().parents[2] / "docs" / "structure.svg").write_text(picture(), encoding="utf-8")
