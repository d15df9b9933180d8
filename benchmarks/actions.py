"""Recall and precision of next actions: `python benchmarks/actions.py tests/data/actions/first`.

A path is a folder of phrasings (texts, each with its truth as JSON beside it) or a file of notes as JSON Lines, with text and
its `next_actions` in each line. An action counts as found if most words of one that was read are its words.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import ftnotes
from ftnotes.analysis.dates.search import find_dates

PHRASINGS = Path(__file__).parent.parent / "tests" / "data" / "actions"
ACTION_RULES = ("FT501", "FT502", "FT503", "FT504", "FT505")


class Action(NamedTuple):
    """An action as somebody would state it, or as it was read."""

    what: str
    date: str | None
    owner: str | None
    done: bool


class Case(NamedTuple):
    """A text and its truth."""

    name: str
    text: str
    written: date | None
    actions: tuple[Action, ...]
    dates: tuple[str, ...]


def cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a folder or a file."""
    if path.is_dir():
        for text in sorted(path.rglob("*.txt")):
            truth = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
            actions = tuple(Action(item["what"], item["date"], item["owner"], item["done"]) for item in truth["actions"])
            written = date.fromisoformat(truth["date"]) if "date" in truth else None
            name = text.relative_to(path).with_suffix("").as_posix()
            yield Case(name, text.read_bytes().decode("utf-8"), written, actions, tuple(truth["dates"]))
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        note = json.loads(line)
        stated = note["next_actions"]
        actions = tuple(Action(item["what"], item["when"], item["who"], item.get("done", False)) for item in stated)
        written = date.fromisoformat(note["date"]) if note.get("date") else None
        yield Case(note["id"], note["text"], written, actions, tuple(note["dates"]))


def days(mention: ftnotes.DateMention | None, written: date | None) -> str | None:
    """Return the days of a date in ISO 8601."""
    if mention is None:
        return None
    resolved = mention.written_on(written) if written is not None else mention
    if resolved.first is None or resolved.last is None:
        return f"? {mention.text}"
    first, last = resolved.first.isoformat(), resolved.last.isoformat()
    return first if first == last else f"{first}/{last}"


def words(text: str) -> Counter[str]:
    """Return the words of a text; each character of a script without spaces is one."""
    return Counter(re.findall(r"[぀-ヿ一-鿿]|\w+", text.casefold()))


def alike(one: str, other: str) -> float:
    """Return how much of their words two texts share, from 0 to 1."""
    left, right = words(one), words(other)
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def same(one: str | None, other: str | None) -> bool:
    """Return whether two texts differ at most in capitals, spaces and the punctuation around them."""
    return "".join(words(one or "").elements()) == "".join(words(other or "").elements())


def paired(truth: tuple[Action, ...], read: tuple[Action, ...]) -> list[tuple[Action | None, Action | None]]:
    """Pair actions with those that were read, most alike first."""
    pairs: list[tuple[Action | None, Action | None]] = []
    left, right = list(truth), list(read)
    ranked = sorted(((alike(a.what, b.what), a, b) for a in truth for b in read), key=lambda entry: -entry[0])
    for score, one, other in ranked:
        if score >= 0.5 and one in left and other in right:
            left.remove(one)
            right.remove(other)
            pairs.append((one, other))
    return [*pairs, *((one, None) for one in left), *((None, other) for other in right)]


def main() -> None:
    """Print the shares, and with `--show` the disagreements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[PHRASINGS])
    parser.add_argument("--show", type=int, default=0, help="print up to N disagreements")
    options = parser.parse_args()
    count: Counter[str] = Counter()
    shown: list[str] = []
    for path in options.paths:
        for case in cases(path):
            measure(case, count, shown)
    for line in shown[: options.show]:
        print(line)

    def share(part: str, whole: str) -> str:
        return f"{count[part]:4} of {count[whole]:4}  {count[part] / max(1, count[whole]):6.1%}"

    print(f"texts wholly right     {share('right', 'texts')}")
    print(f"actions found          {share('found', 'actions')}")
    print(f"read actions right     {share('found', 'read')}")
    for part in ("what", "date", "owner", "done"):
        print(f"  {part:5} equal          {share(part, 'found')}")
    print(f"dates found            {share('dates found', 'dates')}")
    print(f"read dates right       {share('dates found', 'dates read')}")
    print(f"complete, but flagged  {share('flagged', 'complete')}")


def measure(case: Case, count: Counter[str], shown: list[str]) -> None:
    """Count how much of a case was read as stated, and describe each difference."""
    document = ftnotes.parse(case.text)
    found = tuple(
        Action(action.what, days(action.date, case.written), action.owner, bool(getattr(action, "done", False)))
        for action in ftnotes.find_next_actions(document)
    )
    before = len(shown)
    for one, other in paired(case.actions, found):
        count["actions"] += one is not None
        count["read"] += other is not None
        if one is None or other is None:
            shown.append(f"{case.name}: {'missed' if one else 'invented'} {one or other}")
            continue
        count["found"] += 1
        for part in ("what", "date", "owner", "done"):
            stated, got = getattr(one, part), getattr(other, part)
            equal = same(stated, got) if part in ("what", "owner") else stated == got
            count[part] += equal
            if not equal:
                shown.append(f"{case.name}: {part} is {stated!r}, read {got!r}")
    stated_days = Counter(case.dates)
    read_days = Counter(str(days(mention, case.written)) for mention in find_dates(document))
    count["dates"] += stated_days.total()
    count["dates read"] += read_days.total()
    count["dates found"] += (stated_days & read_days).total()
    if stated_days != read_days:
        shown.append(f"{case.name}: dates {list(stated_days - read_days)} read as {list(read_days - stated_days)}")
    count["texts"] += 1
    count["right"] += before == len(shown)
    open_actions = [action for action in case.actions if not action.done]
    if open_actions and all(action.date and action.owner for action in open_actions):
        count["complete"] += 1
        context = ftnotes.Context(date=case.written) if case.written else ftnotes.Context()
        codes = [finding.code for finding in ftnotes.check(document, context=context) if finding.code in ACTION_RULES]
        count["flagged"] += bool(codes)
        if codes:
            shown.append(f"{case.name}: complete, but {' '.join(codes)}")


if __name__ == "__main__":
    main()
