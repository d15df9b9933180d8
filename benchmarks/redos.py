"""Which regular expressions take more than linear time on some text: asked of recheck, and recorded.

    python benchmarks/redos.py [--seconds 60]

Needs Node.js with npm, which fetches recheck (https://makenowjust-labs.github.io/recheck/). Each expression of the library is
translated to JavaScript, from the tree that Python itself parses it to, and judged there: by an automaton where it has no look
to the sides, otherwise by guided search for a text that is slow. What was judged before is not judged again. The verdicts go to
``tests/data/expressions.json``, and a test notices an expression that is not among them.

What is possessive in Python is judged as greedy first, which can only be slower. Where that is slow, the text on which it is
slow is tried on the expression itself, and what is possessive judged as the look ahead and reference that stand for it in
JavaScript. An expression that is slow when it is searched for may still be used to match at a given place: it is judged from
its start then, and the test holds that it is never searched for.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, Final

from attrs import define

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))

from helpers.linearity import LINEAR, growth  # noqa: E402  (tests are no package)

RECORD: Final = ROOT / "tests" / "data" / "expressions.json"

_PARSER: Any = importlib.import_module("re._parser")
_MOST: Any = importlib.import_module("re._constants").MAXREPEAT

_SPACES_AND_SIGNS = r"\p{M}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\p{S}\p{Z}\p{C}"
_CATEGORIES: Final = {
    "CATEGORY_DIGIT": r"\p{Nd}",
    "CATEGORY_NOT_DIGIT": r"\P{Nd}",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\p{L}\p{N}_",
    "CATEGORY_NOT_WORD": _SPACES_AND_SIGNS,
}
_PLACES: Final = {
    "AT_BEGINNING": "^",
    "AT_BEGINNING_STRING": "(?<![^])",
    "AT_END": "$",
    "AT_END_STRING": "(?![^])",
    "AT_BOUNDARY": r"\b",
    "AT_NON_BOUNDARY": r"\B",
}


@define
class Translator:
    """Writes the tree of a Python expression in JavaScript."""

    flags: int
    #: Whether what is possessive stays so; greedy otherwise.
    possessive: bool
    _kept: int = 0

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> str:
        """Several nodes, one behind the other."""
        return "".join(self.node(str(kind), value) for kind, value in items)

    def node(self, kind: str, value: Any) -> str:
        """One node; ``ValueError`` where JavaScript has no such thing."""
        if kind == "LITERAL":
            return _character(value)
        if kind == "NOT_LITERAL":
            return f"[^{_character(value)}]"
        if kind == "ANY":
            return "[^]" if self.flags & re.DOTALL else r"[^\n]"
        if kind == "IN":
            return _set(value)
        if kind == "BRANCH":
            return f"(?:{'|'.join(map(self.sequence, value[1]))})"
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, body = value
            times = f"{{{least},{'' if most == _MOST else most}}}"
            repeated = f"(?:{self.sequence(body)}){times}{'?' if kind == 'MIN_REPEAT' else ''}"
            return self._without_return(repeated) if kind == "POSSESSIVE_REPEAT" else repeated
        if kind == "ATOMIC_GROUP":
            return self._without_return(self.sequence(value))
        if kind == "SUBPATTERN":
            number, _, _, body = value
            return f"(?<g{number}>{self.sequence(body)})" if number else f"(?:{self.sequence(body)})"
        if kind in ("ASSERT", "ASSERT_NOT"):
            direction, body = value
            return f"(?{'' if direction > 0 else '<'}{'=' if kind == 'ASSERT' else '!'}{self.sequence(body)})"
        if kind == "AT":
            return _PLACES[str(value)]
        if kind == "GROUPREF":
            return rf"\k<g{value}>"
        raise ValueError(f"{kind} is not translated yet")

    def _without_return(self, body: str) -> str:
        if not self.possessive:
            return f"(?:{body})"
        self._kept += 1
        return rf"(?=(?<k{self._kept}>{body}))\k<k{self._kept}>"


def _character(code: int) -> str:
    char = chr(code)
    return char if char.isascii() and (char.isalnum() or char in " _") else f"\\u{{{code:x}}}"


def _set(items: Iterable[tuple[Any, Any]]) -> str:
    written = ""
    for kind, value in items:
        if str(kind) == "NEGATE":
            written += "^"
        elif str(kind) == "RANGE":
            written += f"{_character(value[0])}-{_character(value[1])}"
        else:
            written += _CATEGORIES[str(value)] if str(kind) == "CATEGORY" else _character(value)
    return f"[{written}]"


def javascript(pattern: str, flags: int, *, possessive: bool) -> tuple[str, str]:
    """A Python expression in JavaScript, and its flags there."""
    tree = _PARSER.parse(pattern, flags)
    flags = tree.state.flags
    written = Translator(flags, possessive).sequence(tree)
    return written, "u" + ("i" if flags & re.IGNORECASE else "") + ("m" if flags & re.MULTILINE else "")


#: Reads what to judge as JSON, a line each, and answers likewise.
_JUDGE: Final = """
const { checkSync } = require("recheck");
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { source, flags, timeout } = JSON.parse(line);
  const told = checkSync(source, flags, { timeout });
  const { attack, checker, error, status } = told;
  console.log(JSON.stringify({ status, checker, error: error || null, attack: attack || null }));
});
"""


@define
class Judge:
    """recheck, in a process of its own."""

    process: subprocess.Popen[str]
    milliseconds: int

    def ask(self, source: str, flags: str) -> dict[str, Any]:
        """What it says of an expression."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"source": source, "flags": flags, "timeout": self.milliseconds}) + "\n")
        self.process.stdin.flush()
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        return told

    def verdict(self, pattern: str, flags: int) -> dict[str, str]:
        """The best that can be said of an expression: searched for; or else matched at its start; or else what is slow."""
        told: dict[str, Any] = {}
        for from_start in (False, True):
            slow = False
            for possessive in (False, True):
                source, marks = javascript(pattern, flags, possessive=possessive)
                if from_start:
                    source, marks = f"^(?:{source})", marks.replace("m", "")
                told = self.ask(source, marks)
                if told["status"] == "safe" and not slow:
                    return {"linear": "from its start" if from_start else "anywhere", "by": str(told["checker"])}
                if told["attack"]:
                    slow = slow or is_slow(re.compile(pattern, flags), told["attack"], from_start=from_start)
        said = told["attack"]["pattern"] if told["attack"] else ""
        return {"linear": "not known" if told["error"] else "no", "by": str(told["checker"]), "slow": said[:200]}


def is_slow(pattern: re.Pattern[str], attack: dict[str, Any], *, from_start: bool) -> bool:
    """Whether what is slow in JavaScript is slow in Python too."""

    def tried(size: int) -> Callable[[], object]:
        times = size // sum(len(pump["pump"]) for pump in attack["pumps"])
        text = "".join(pump["prefix"] + pump["pump"] * times for pump in attack["pumps"]) + attack["suffix"]
        return partial(pattern.match, text) if from_start else lambda: [match.span() for match in pattern.finditer(text)]

    return growth(tried, 8_000) > LINEAR


def main() -> int:
    """Judge what was not judged yet, and record it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seconds", type=int, default=60, help="to spend on one expression at most (default: %(default)s)")
    options = parser.parse_args()
    told = subprocess.run(
        [sys.executable, ROOT / "tests" / "helpers" / "expressions.py"], check=True, capture_output=True, text=True
    )
    known = {entry["mark"]: entry for entry in json.loads(RECORD.read_text())} if RECORD.exists() else {}
    record = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--silent", "recheck"], cwd=folder, check=True)
        with subprocess.Popen(
            ["node", "-e", _JUDGE], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            judge = Judge(process, options.seconds * 1000)
            for one in json.loads(told.stdout)["expressions"]:
                entry = known.get(one["mark"]) or {
                    "module": one["module"],
                    "begins": one["pattern"][:80],
                    "mark": one["mark"],
                    **judge.verdict(one["pattern"], one["flags"]),
                }
                record.append(entry)
                print(entry["linear"], entry["by"], entry["module"], repr(entry["begins"]), entry.get("slow", ""))
            assert process.stdin is not None
            process.stdin.close()
    RECORD.write_text(json.dumps(record, indent=1, ensure_ascii=True) + "\n", encoding="ascii")
    for how in ("anywhere", "from its start", "not known", "no"):
        print(f"{sum(entry['linear'] == how for entry in record)} of {len(record)} linear: {how}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
