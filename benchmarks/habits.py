"""The hand that types a note: its habits, and its titles, labels, bullets, dashes and dates.

A hand has a few of many habits, and keeps them throughout a note. `corpus` decides the content.
"""

from __future__ import annotations

import re
from random import Random

import attrs
from material import COMPANIES, HASHTAGS, MONTHS, WORDINGS, WORKLOADS, Wording
from sentences import SENTENCES

NO_BREAK_SPACE = "\u00a0"
EN_DASH, EM_DASH, FIGURE_DASH = "\u2013", "\u2014", "\u2012"
#: The UTF-8 of an en dash, an em dash and a bullet, read as cp1252: what the guidance page itself shows.
MISDECODED_DASHES = ("\u00e2\u20ac\u201c", "\u00e2\u20ac\u201d")
MISDECODED_BULLET = "\u00e2\u20ac\u00a2"
BULLETS = ("*", "+", "\u2022", "\u25e6", "\u25aa", "\u00b7", EN_DASH, EM_DASH, "o")

#: The probability of each habit. Their sum is the mean number of habits in a messy note.
HABITS = {
    "title-plain": 0.12, "title-heading": 0.1, "title-underscore": 0.04, "title-setext": 0.015, "title-colon": 0.1,
    "title-case": 0.13, "title-executive": 0.08, "title-spacing": 0.02, "title-remark": 0.12, "title-not-found": 0.08,
    "label-case": 0.15, "label-spacing": 0.05, "label-nbsp": 0.03, "label-bold": 0.1, "label-short": 0.12,
    "label-article": 0.05, "colon-fullwidth": 0.04, "colon-tight": 0.08, "colon-dash": 0.06, "colon-missing": 0.08,
    "bullet-none": 0.1, "bullet-other": 0.12, "bullet-numbered": 0.05, "bullet-tight": 0.03, "bullet-misdecoded": 0.03,
    "bullet-indent": 0.05, "value-below": 0.08, "value-wrapped": 0.13, "value-flush": 0.1, "value-nested": 0.12,
    "value-paragraphs": 0.08, "value-notes": 0.08, "value-hint": 0.05, "value-nbsp": 0.04, "value-empty": 0.08,
    "value-misdecoded": 0.04, "fields-missing": 0.2, "fields-shuffled": 0.08, "fields-unknown": 0.2,
    "fields-stray": 0.1, "fields-spaced": 0.12, "tag-bare": 0.06, "tag-colon": 0.06, "tag-round": 0.06,
    "tag-unclosed": 0.05, "tag-lower": 0.06, "tag-loose": 0.05, "tag-joined": 0.07, "tag-unknown": 0.08,
    "tag-bold": 0.04, "tag-spacing": 0.07, "name-only": 0.08, "name-missing": 0.1, "name-other": 0.1, "name-case": 0.04,
    "name-unseparated": 0.07, "workload-unbulleted": 0.07, "workload-bullet": 0.07, "workload-indent": 0.1,
    "workload-spaced": 0.08, "dash-mixed": 0.2, "dash-tight": 0.08, "dash-misdecoded": 0.07, "dash-colon": 0.07,
    "update-empty": 0.08, "update-below": 0.04, "update-wrapped": 0.1, "update-nested": 0.05, "lines-crlf": 0.1,
    "lines-cr": 0.02, "lines-mixed": 0.02, "lines-quoted": 0.05, "lines-bom": 0.04, "lines-unended": 0.1,
    "lines-trailing": 0.1, "lines-invisible": 0.02, "page": 0.06, "fenced": 0.03, "prose-before": 0.15,
    "prose-after": 0.2, "several": 0.1,
}  # fmt: skip

SLOT = re.compile(r"\{(\w+)\}")
#: A dash or colon that could be read as a workload's separator.
SEPARATOR = re.compile(r"\s(?:[-\u2010-\u2015\u2212]|\u00e2\u20ac)|[-\u2010-\u2015\u2212\u201c\u201d]\s|:(?:\s|$)|\uff1a")
#: First words of labels and names: a line that starts with one could be read as a label or a workload.
RISKY = frozenset(
    word.lower()
    for wording in WORDINGS.values()
    for text in (
        *(label for variants in wording.labels.values() for label in variants),
        *wording.names.values(),
        *WORKLOADS,
        *WORKLOADS.values(),
        wording.title,
    )
    for word in re.split(r"\W+", text)[:1]
)
BREAK = re.compile(r" (?=([^\W\d_]{2,})[ ,.])")


@attrs.frozen
class Hand:
    """The writer of a note: a source of randomness, a language, habits, a bullet and a case."""

    rng: Random
    language: str
    habits: frozenset[str]
    bullet: str
    case: str

    @classmethod
    def tidy(cls, rng: Random) -> Hand:
        """Return a hand that fills in the template as it is."""
        return cls(rng, draw_language(rng), frozenset(), "-", "upper")

    @classmethod
    def messy(cls, rng: Random) -> Hand:
        """Return a hand with two or more habits."""
        while len(habits := [habit for habit, likely in HABITS.items() if rng.random() < likely]) < 2:
            pass
        bullet = rng.choice(BULLETS) if "bullet-other" in habits else "-"
        if "bullet-misdecoded" in habits:
            bullet = MISDECODED_BULLET
        case = rng.choice(("title", "title", "lower", "sentence")) if "label-case" in habits else "upper"
        return cls(rng, draw_language(rng), frozenset(habits), bullet, case)

    @property
    def wording(self) -> Wording:
        """The template in the hand's language."""
        return WORDINGS[self.language]

    def has(self, habit: str, rate: float = 1.0) -> bool:
        """Draw whether the hand follows a habit here; `rate` is the probability if it has the habit."""
        assert habit in HABITS, habit
        return habit in self.habits and self.rng.random() < rate

    def sentence(self, kind: str, language: str | None = None) -> str:
        """Return a sentence of a kind, with its slots filled in."""
        table = SENTENCES[language or self.language]

        def fill(slot: re.Match[str]) -> str:
            return self.date() if slot[1] == "date" else self.rng.choice(table[slot[1]])

        text = self.rng.choice(table[kind])
        while SLOT.search(text):
            text = SLOT.sub(fill, text)
        text = re.sub(r"(?<=[.?!] )[a-z]|^[a-z]", lambda first: first[0].upper(), text)
        if self.has("value-nbsp", 0.3):
            text = text.replace(" ", NO_BREAK_SPACE, 1)
        if self.has("value-misdecoded"):
            text = text.replace("'", "\u00e2\u20ac\u2122").replace(" - ", f" {MISDECODED_DASHES[0]} ")
        return text

    def plain_sentence(self, kind: str) -> str:
        """Return a sentence of a kind without anything that looks like the separator of a workload."""
        while SEPARATOR.search(text := self.sentence(kind)):
            pass
        return text

    def date(self) -> str:
        """Return a date between 2019 and 2021, in one of the usual forms."""
        year, number, day = self.rng.randint(2019, 2021), self.rng.randint(1, 12), self.rng.randint(1, 28)
        if self.language in ("ja", "zh-CN"):
            return f"{year} 年 {number} 月 {day} 日"
        month = MONTHS[self.language][number - 1]
        numeric = (f"{day:02}.{number:02}.{year}", f"{year}-{number:02}-{day:02}", f"{day:02}/{number:02}/{year}")
        if self.language == "en":
            ordinal = f"{day}{'th' if 3 < day < 21 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
            american = f"{number:02}/{day:02}/{year}"
            spelled = (f"{month} {day}, {year}", f"{month} {ordinal}, {year}", f"{day} {month} {year}")
            return self.rng.choice((*spelled, f"{month} {year}", american, *numeric[1:]))
        if self.language == "de":
            return self.rng.choice((f"{day}. {month} {year}", numeric[0]))
        return self.rng.choice((f"{day} de {month}, {year}", numeric[2]))

    def broken(self, text: str, habit: str) -> list[str]:
        """Return a text on one line or, by habit, on two or three, each of which starts with a harmless word."""
        lines = [text]
        while len(lines) < 3 and self.has(habit, 0.8):
            ends = [at for at in BREAK.finditer(lines[-1], 30) if at[1].islower() and at[1] not in RISKY]
            if not ends:
                break
            end = self.rng.choice(ends)
            lines[-1:] = [lines[-1][: end.start()].rstrip(), lines[-1][end.end() :]]
        return lines

    def title(self) -> tuple[list[str], str]:
        """Return the lines of a title, and its words as typed."""
        words = self.wording.title
        if self.language == "en" and self.has("title-executive"):
            words = "EXECUTIVE SUMMARY"
        if self.has("title-case"):
            words = self.rng.choice((words.title(), words.title(), words.lower(), words.capitalize()))
        if self.has("title-spacing"):
            words = words.replace(" ", self.rng.choice(("  ", NO_BREAK_SPACE)), 1)
        if self.has("title-setext"):
            return [words, "=" * len(words)], words
        bold = self.rng.choice(("", "", "**")) if self.has("title-heading") else "**"
        heading = self.rng.choice(("# ", "## ", "### ")) if "title-heading" in self.habits else ""
        if not heading and self.has("title-underscore"):
            bold = "__"
        elif not heading and self.has("title-plain"):
            bold = ""
        if self.has("title-colon"):
            marked = self.rng.choice((f"{bold}{words}:{bold}", f"{bold}{words}{bold}:"))
            return [heading + marked + (f" {self.remark()}" if self.has("title-remark", 0.3) else "")], words
        if not self.has("title-remark"):
            return [f"{heading}{bold}{words}{bold}"], words
        remark = self.remark()
        if (bold or heading or words.isupper()) and self.rng.random() < 0.5:
            remark = f"{self.rng.choice(('-', EN_DASH, EM_DASH))} {self.rng.choice(COMPANIES)}"
        return [heading + self.rng.choice((f"{bold}{words}{bold} {remark}", f"{bold}{words} {remark}{bold}"))], words

    def remark(self) -> str:
        """Return hashtags, a date or a parenthesis to follow a title."""
        in_parentheses = f"({self.rng.choice((self.date(), self.rng.choice(COMPANIES)))})"
        return self.rng.choice((self.rng.choice(HASHTAGS), self.date(), in_parentheses))

    def label(self, key: str, *, whole: bool) -> str:
        """Return a label of the template as the hand types it; a `whole` one is not shortened and keeps its article."""
        typed = self.rng.choice((self.wording.labels[key][0], *self.wording.labels[key]))
        if not whole and self.has("label-short", 0.5) and key in self.wording.short:
            typed = self.rng.choice(self.wording.short[key])
        elif not whole and self.has("label-article") and key in self.wording.articleless:
            typed = self.wording.articleless[key]
        if (" " in typed or "-" in typed) and self.rng.random() < 0.9:
            styles = {"title": typed.title(), "lower": typed.lower(), "sentence": typed.capitalize(), "upper": typed}
            typed = styles[self.case]
        for habit, blank in (("label-spacing", "  "), ("label-nbsp", NO_BREAK_SPACE)):
            if self.has(habit, 0.5) and " " in typed:
                at = self.rng.choice([space.start() for space in re.finditer(" ", typed)])
                typed = typed[:at] + blank + typed[at + 1 :]
        return typed

    def bulleted(self, number: int, *, needed: bool = False) -> str:
        """Return the bullet of a field with its spaces; empty if the hand omits bullets, unless it is `needed`."""
        indent = self.rng.choice((" ", "  ", "\t")) if self.has("bullet-indent") else ""
        if self.has("bullet-none", 0.85) and not needed:
            return indent
        if needed:
            # An unknown label counts only after at most one space, and a quote mark can bring one.
            indent = " " if indent == " " and "lines-quoted" not in self.habits else ""
        if self.has("bullet-numbered"):
            return f"{indent}{number}{'.' if self.case == 'upper' else ')'} "
        tight = self.bullet in ("-", "\u2022") and not needed and self.has("bullet-tight")
        return f"{indent}{self.bullet}{'' if tight else ' '}"

    def separator(self) -> str:
        """Return what separates a workload's name from its update, with its spaces."""
        if self.has("dash-colon", 0.6):
            return ": "
        dash = self.rng.choice(("-", "-", EN_DASH, EM_DASH, FIGURE_DASH)) if self.has("dash-mixed") else "-"
        if self.has("dash-misdecoded", 0.6):
            dash = self.rng.choice(MISDECODED_DASHES)
        if self.has("dash-tight", 0.6):
            return self.rng.choice((f"{dash} ", f"{dash} ", f" {dash}"))
        return f" {dash} "

    def laid_out(self, head: list[str], rest: list[str], indent: str = "") -> list[str]:
        """Return lines and their continuation, which is indented or, by habit, flush; never flush below a blank line."""
        indent = indent or self.rng.choice(("  ", "   ", "    ", "\t"))
        flush = self.has("value-flush")
        lines = list(head)
        for line in rest:
            lines.append(line if not line or (flush and lines[-1]) else indent + line)
        return lines

    def typed_out(self, lines: list[str], *, page: bool = False) -> str:
        """Join lines, with quote marks (except on a page), trailing spaces, line ends and a byte order mark by habit."""
        rng = self.rng
        if self.has("lines-quoted") and not page:
            mark = rng.choice(("> ", "> ", ">", "> > "))
            lines = [f"{mark}{line}" if line or rng.random() < 0.5 else mark.rstrip() for line in lines]
        if self.has("lines-trailing"):
            spaces = (" ", "  ", "\t", NO_BREAK_SPACE)
            lines = [line + rng.choice(spaces) if rng.random() < 0.3 else line for line in lines]
        end = "\r\n" if self.has("lines-crlf") else "\r" if self.has("lines-cr") else "\n"
        ends = ("\r\n", "\n") if self.has("lines-mixed") else (end,)
        text = "".join(line + rng.choice(ends) for line in lines)
        if self.has("lines-unended"):
            text = text.rstrip("\r\n")
        return ("\ufeff" if self.has("lines-bom") else "") + text


def draw_language(rng: Random) -> str:
    """Draw a language, which is English in three of four cases."""
    return "en" if rng.random() < 0.75 else rng.choice(tuple(WORDINGS)[1:])
