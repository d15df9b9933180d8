"""Recall, precision and cost of finding dates: `python benchmarks/date_recall.py --show 10`.

Dates are drawn in forms that people use, with the days they mean, and put between clauses with numbers but no dates. A date
counts as found if its place and its days are right. The words for dates are independent of the library's.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from random import Random

from corpus import messy_notes, tidy_notes

import ftnotes
from ftnotes.analysis.dates.mention import DateMention
from ftnotes.analysis.dates.search import find_dates

MONTHS = {
    code: names.split()
    for code, names in {
        "en": "January February March April May June July August September October November December",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    }.items()
}
CLAUSES = (
    "moved 20K users in 3 regions", "version 10.2.1 is out", "support is there 24/7", "10/12 mailboxes are done",
    "they may call", "march on with E5", "the second of 4 sites", "5 out of 10 branches", "build 1909 on WIN10",
    "see room 12.4 at 10:30", "1/2 of the licences", "we paid $2,500", "ticket 2019-0430-17", "server 192.168.10.12",
    "Office 2019 and O365", "FY20 Q4 plans", "a ratio of 3:1", "20 % of 4,500 seats", "phone +49 30 901820",
    "set 5 policies", "iOS 12.4 devices", "in 3-5 weeks", "Windows Server 2016", "rolled out 20 devices",
    "the final set of 15", "SR 120052030", "E3 to E5 for 25 people", "70-80 users", "部署 20 个站点", "3つの拠点",
    "20 usuarios en 3 sedes", "12 Standorte, davon 4 neu", "5 a 10 usuários",
)  # fmt: skip


def drawn(random: Random) -> tuple[str, set[tuple[date, date]]]:
    """Return a date as typed, and its readings."""
    day = date(2018, 1, 1) + timedelta(days=random.randrange(1500))
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    d, y, (en, es, pt, de) = day.day, day.year, (MONTHS[code][day.month - 1] for code in MONTHS)
    suffix = "th" if 10 < d < 20 else {1: "st", 2: "nd", 3: "rd"}.get(d % 10, "th")
    single = [
        f"{en} {d}, {y}", f"{en} {d}{suffix}, {y}", f"{d} {en} {y}", f"the {d}{suffix} of {en} {y}", f"{en[:3]} {d}, {y}",
        f"{d}-{en[:3]}-{y}", f"{d} de {es} de {y}", f"{d} de {pt} de {y}", f"{d}. {de} {y}", f"{y}-{day.month:02}-{d:02}",
        f"{d:02}.{day.month:02}.{y}", f"{d}.{day.month}.{y}", f"{y} 年 {day.month} 月 {d} 日", f"{y}年{day.month}月{d}日",
        f"{y}/{day.month}/{d}", f"{en.upper()} {d} {y}", f"{d} {es} {y}",
    ]  # fmt: skip
    month = [f"{en} {y}", f"{es} de {y}", f"{pt} de {y}", f"{de} {y}", f"{y}年{day.month}月"]
    end = [f"end of {en} {y}", f"late {en} {y}", f"Ende {de} {y}", f"finales de {es} de {y}", f"{y}年{day.month}月末"]
    kind = random.randrange(10)
    if kind < 6:
        return random.choice(single), {(day, day)}
    if kind < 7:
        return random.choice(month), {(day.replace(day=1), last)}
    if kind < 8:
        return random.choice(end), {(day.replace(day=21), last)}
    if kind < 9:
        other = {(date(y, d, day.month),) * 2} if d <= 12 else set()
        return random.choice([f"{d:02}/{day.month:02}/{y}", f"{day.month}/{d}/{y}"]), {(day, day)} | other
    until = min(last, day + timedelta(days=3))
    if until == day:
        return f"{d} {en} {y}", {(day, day)}
    return random.choice([f"{d}-{until.day} {en} {y}", f"{d}. bis {until.day}. {de} {y}"]), {(day, until)}


def seconds(task: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print recall, precision, and cost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--texts", type=int, default=2000, help="how many texts to draw")
    parser.add_argument("--show", type=int, default=0, help="how many differences to show")
    arguments = parser.parse_args()
    random = Random(1)
    true = right = found = 0
    for _ in range(arguments.texts):
        text, truth = "", set()
        for _ in range(random.randrange(1, 8)):
            if random.random() < 0.4:
                typed, readings = drawn(random)
                start = len(text) + (4 if typed.startswith("the ") else 0)
                truth.add((start, len(text) + len(typed), frozenset(readings)))
                text += typed
            else:
                text += random.choice(CLAUSES)
            text += random.choice(("; ", ", ", ".\n", " | ", " ("))
        mentions = {(*mention_place(mention), frozenset(map(tuple, mention.readings))) for mention in find_dates(text)}
        true, found, right = true + len(truth), found + len(mentions), right + len(truth & mentions)
        if truth != mentions and arguments.show:
            arguments.show -= 1
            print(
                repr(text),
                *(("-", text[a:b]) for a, b, _ in truth - mentions),
                *(("+", text[a:b]) for a, b, _ in mentions - truth),
            )
    print(f"{true} dates in {arguments.texts} texts: recall {right / true:.4f}, precision {right / found:.4f}")
    costs: list[tuple[float, float]] = []
    for note in (note.text for note in (*messy_notes(100, 1), *tidy_notes(100, 1))):
        parsing = seconds(partial(ftnotes.parse, note))
        both = seconds(lambda note=note: ftnotes.find_next_actions(note))  # type: ignore[misc]
        costs.append((seconds(partial(find_dates, note)) / parsing, both / parsing - 1))
    dates, actions = map(statistics.median, zip(*costs, strict=True))
    print(f"a note: dates {dates:.2f} times a parse; next actions, dates included, {actions:.2f} times")


def mention_place(mention: DateMention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


if __name__ == "__main__":
    main()
