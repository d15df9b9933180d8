"""Texts for the properties: any at all, and such as look like notes."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from ftnotes import Playbook
from ftnotes.strategies import clauses, notes_text
from helpers.paths import DATA
from helpers.playbooks import words_in

#: What lines of notes are made of; drawn next to each other they make most of what people type, and much that they don't.
_PIECES = (
    "- ", "* ", "• ", "o ", "1. ", "   -  ", "\t- ", "> ", ">", "  ", " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "â€¢ ",
    "**", "__", "*", "#", "## ", "---", "===", "```", "[ ] ", "[x] ", "|", ": ", ":", "：", " - ", " – ", "- ", "â€“ ", "—",
    "[", "]", "(", ")", "【", "】", "[EXO]", "[EXO]  ", "[OLM+INTUNE] ", "[ CORE]", "(SPO) ", "EXO", "TEAMS", "Teams", "core",
    "Exchange Online", "exchange  online", "Microsoft 365 Apps", "OneDrive for Business", "[text](https://x.test/a#b)",
    "- STATUS OF THE ENGAGEMENT\n", "- DESCRIBE THE CUSTOMER **\n", "- **STATUS OF THE ENGAGEMENT",
    " -x", "**:", ":**", " ** ", "[+OLM", "(e.g.: x)",
    "EXEC SUMMARY", "Executive Summary", "exec summary", "RESUMEN EJECUTIVO", "执行摘要", "#covid", "(draft)", "April 30, 2019",
    "DESCRIBE THE CUSTOMER", "Describe the customer", "STATUS OF THE ENGAGEMENT", "STATUS", "M365 DEPLOYMENT PROGRESS",
    "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS", "SNAPSHOT", "REQUESTS FOR SUPPORT", "お客様の説明", "描述客户",
    "RISKS", "NEXT STEPS", "Note", "On Hold", "Fully Engaged",
    "İstanbul", "ß", "e\u0301", "\udc80", "\x00", "\x0b", "\x0c", "\u2028", "\x85",
)  # fmt: skip
_ENDS = ("\n", "\n", "\n\n", "\r\n", "\r", "\n   \n", "\n> \n", "\n>", "")


def any_text() -> st.SearchStrategy[str]:
    """Any text, lone surrogates included, and dense in what means something here."""
    anything = st.text(st.characters(codec=None, exclude_categories=()))
    return anything | st.text(st.sampled_from(sorted(set("".join(_PIECES + _ENDS)))), max_size=60)


def lines() -> st.SearchStrategy[str]:
    """A line that may be anything in a note."""
    line = st.lists(st.sampled_from(_PIECES) | clauses(), min_size=0, max_size=7).map("".join)
    label = st.sampled_from(
        [text for language in Playbook.load().languages for words in words_in(language).labels.values() for text in words]
    )
    return line | label.map(lambda text: f"- {text}: ") | st.just("**EXEC SUMMARY**")


def real_looking() -> st.SearchStrategy[str]:
    """Lines of notes shuffled, spliced and damaged."""
    typed = st.lists(st.tuples(lines(), st.sampled_from(_ENDS)).map("".join), max_size=12).map("".join)
    return typed | _shuffled(notes_text()) | _shuffled(st.sampled_from(_notes()))


@st.composite
def _shuffled(draw: st.DrawFn, notes: st.SearchStrategy[str]) -> str:
    parts = draw(notes).split("\n")
    extra = draw(st.lists(lines(), max_size=3))
    kept = draw(st.lists(st.sampled_from(parts + extra), max_size=20)) if draw(st.booleans()) else parts + extra
    text = draw(st.sampled_from(("\n", "\n", "\r\n", "\n> ", "\n  "))).join(kept)
    start = draw(st.integers(0, min(3, len(text))))
    return text[start:]


@cache
def _notes() -> list[str]:
    return [path.read_bytes().decode("utf-8", "surrogatepass") for path in sorted(DATA.rglob("*.txt"))]
