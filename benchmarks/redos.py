"""Find regular expressions that take more than linear time on some text, with recheck, and record the verdicts.

    python benchmarks/redos.py [--seconds 60]

Needs Node.js with npm, which fetches recheck (https://makenowjust-labs.github.io/recheck/). Each expression of the library is
translated to JavaScript from Python's own parse tree, and judged there: by an automaton if it has no lookaround, otherwise by
a guided search for a slow text. Known verdicts are kept. All verdicts go to ``tests/data/expressions.json``, and a test
notices an expression that is missing there.

A possessive quantifier is judged as a greedy one first, which can only be slower, and then, unless the automaton proved that to
be linear, as the equivalent lookahead and back reference of JavaScript. Slow texts are tried on the original expression. An
expression that is slow in a search can still be used to match at a given place: it is then judged from its start, and the test
checks that it is never used in a search.
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

from helpers.linearity import LINEAR, growth  # noqa: E402  (tests are not a package)

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
    """A translator of the tree of a Python expression to JavaScript."""

    flags: int
    #: Whether possessive quantifiers stay so; otherwise they become greedy.
    possessive: bool
    _kept: int = 0

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> str:
        """Translate consecutive nodes."""
        return "".join(self.node(str(kind), value) for kind, value in items)

    def node(self, kind: str, value: Any) -> str:
        """Translate one node.

        Raises:
            ValueError: its kind has no translation.
        """
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
    """Return a Python expression in JavaScript, and its flags there."""
    tree = _PARSER.parse(pattern, flags)
    flags = tree.state.flags
    written = Translator(flags, possessive).sequence(tree)
    return written, "u" + ("i" if flags & re.IGNORECASE else "") + ("m" if flags & re.MULTILINE else "")


#: A program that reads expressions and writes verdicts, both as JSON lines.
_JUDGE: Final = """
const { checkSync } = require("recheck");
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { source, flags, timeout } = JSON.parse(line);
  const { attack, checker, error, status } = checkSync(source, flags, { timeout });
  console.log(JSON.stringify({ status, checker, error: error || null, attack: attack || null }));
});
"""


@define
class Judge:
    """recheck in a separate process."""

    process: subprocess.Popen[str]
    milliseconds: int

    def ask(self, source: str, flags: str) -> dict[str, Any]:
        """Return recheck's answer about an expression."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"source": source, "flags": flags, "timeout": self.milliseconds}) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def verdict(self, pattern: str, flags: int) -> dict[str, str]:
        """Return the best verdict on an expression: linear in a search, else linear from its start, else slow."""
        answer: dict[str, Any] = {}
        for from_start in (False, True):
            slow, safe = False, ""
            for possessive in (False, True):
                source, marks = javascript(pattern, flags, possessive=possessive)
                if from_start:
                    source, marks = f"^(?:{source})", marks.replace("m", "")
                answer = self.ask(source, marks)
                if answer["status"] == "safe":
                    safe = str(answer["checker"])
                    if safe == "automaton":
                        break  # a proof; a search can overlook a slow text, and sees another in the other form
                if answer["attack"]:
                    slow = slow or is_slow(re.compile(pattern, flags), answer["attack"], from_start=from_start)
            if safe and not slow:
                return {"linear": "from its start" if from_start else "anywhere", "by": safe}
        text = answer["attack"]["pattern"] if answer["attack"] else ""
        return {"linear": "not known" if answer["error"] else "no", "by": str(answer["checker"]), "slow": text[:200]}


def is_slow(pattern: re.Pattern[str], attack: dict[str, Any], *, from_start: bool) -> bool:
    """Return whether a text that is slow in JavaScript is also slow in Python."""

    def attempt(size: int) -> Callable[[], object]:
        times = size // sum(len(pump["pump"]) for pump in attack["pumps"])
        text = "".join(pump["prefix"] + pump["pump"] * times for pump in attack["pumps"]) + attack["suffix"]
        return partial(pattern.match, text) if from_start else lambda: [match.span() for match in pattern.finditer(text)]

    return growth(attempt, 8_000) > LINEAR


def write(record: list[dict[str, str]]) -> None:
    """Write the verdicts."""
    RECORD.write_text(json.dumps(record, indent=1, ensure_ascii=True) + "\n", encoding="ascii")


def main() -> int:
    """Judge new expressions, and record the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seconds", type=int, default=60, help="time limit for one expression (default: %(default)s)")
    options = parser.parse_args()
    listed = subprocess.run(
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
            for one in json.loads(listed.stdout)["expressions"]:
                entry = known.get(one["mark"])
                if entry is None:
                    entry = known[one["mark"]] = {
                        "module": one["module"],
                        "begins": one["pattern"][:80],
                        "mark": one["mark"],
                        **judge.verdict(one["pattern"], one["flags"]),
                    }
                    write([*known.values()])  # so that a run that is stopped has not been in vain
                record.append(entry)
                print(entry["linear"], entry["by"], entry["module"], repr(entry["begins"]), entry.get("slow", ""))
            assert process.stdin is not None
            process.stdin.close()
    write(record)
    for how in ("anywhere", "from its start", "not known", "no"):
        print(f"{sum(entry['linear'] == how for entry in record)} of {len(record)} linear: {how}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
