"""Results that must be the same: for another layout, for threads and processes, and for any hash seed."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ftnotes import ExecSummary, Report, check, fix, parse, serialize
from ftnotes.policy import RULES
from ftnotes.strategies import messy_notes_text, notes_text
from ftnotes.strategies.examples import NOTES
from ftnotes.text.source import LINE_END
from ftnotes.writing.format import format

LANGUAGES = ("en", "es", "pt-BR", "de", "ja", "zh-CN")


def typed() -> st.SearchStrategy[str]:
    """Draw notes with and without problems, with line feeds as line ends."""
    drawn = notes_text(valid=True) | messy_notes_text().map(lambda drawn: drawn[1])
    return drawn.map(lambda text: LINE_END.sub("\n", text).removesuffix("\n") + "\n")


def found(report: Report) -> Counter[str]:
    return Counter(one.code for one in report.diagnostics)


@given(typed(), st.sampled_from(("\r\n", "\r")), st.booleans())
def test_other_line_ends_change_no_diagnostics_and_fixes(text: str, end: str, unsafe: bool) -> None:
    """Results differ in line ends only."""
    other = text.replace("\n", end)
    before, after = check(text).diagnostics, check(other).diagnostics
    assert [(one.code, one.message) for one in after] == [(one.code, one.message) for one in before]
    assert fix(other, unsafe=unsafe).text == fix(text, unsafe=unsafe).text.replace("\n", end)
    assert format(other) == format(text).replace("\n", end)


@given(messy_notes_text() | notes_text(valid=True).map(lambda text: (parse(text), text)))
def test_a_quoted_note_has_the_same_diagnostics(drawn: tuple[object, str]) -> None:
    """It can be quoted in a mail."""
    _, text = drawn
    quoted = LINE_END.sub(lambda end: end.group() + "> ", "> " + text)
    assert found(check(quoted)) == found(check(text))


@given(notes_text(valid=True), st.sampled_from(LANGUAGES))
def test_translated_labels_change_no_value(text: str, language: str) -> None:
    """Each value is the same under the label of another language."""
    (before,) = parse(text).exec_summaries
    (after,) = parse(format(text, language=language)).exec_summaries
    assert [field.key for field in after.fields] == [field.key for field in before.fields]
    assert after.engagement_status == before.engagement_status
    assert after.deployment_progress == before.deployment_progress
    for key in ("customer", "relationship", "support-requests"):
        assert value(after, key) == value(before, key)
    assert [workload.update for workload in after.workloads] == [workload.update for workload in before.workloads]


def value(summary: ExecSummary, key: str) -> str:
    field = summary.field(key)
    assert field is not None
    return field.value


@given(typed(), typed())
def test_summaries_on_a_page_have_the_same_diagnostics(first: str, second: str) -> None:
    """Between headings, each summary has the same diagnostics as alone."""
    page = f"{first}\n## Another\n\n{second}"
    alone = [summary for text in (first, second) for summary in parse(text).exec_summaries]
    assert list(parse(page).exec_summaries) == alone
    # Hashtags stand for the whole text, and a page has one language to begin with.
    of_summaries = [rule.code for rule in RULES if rule.code.startswith(("FT10", "FT11", "FT20", "FT40"))]
    both = found(check(first, select=of_summaries)) + found(check(second, select=of_summaries))
    assert found(check(page, select=of_summaries)) == both


# ---- threads, processes, hash seeds and caches


def test_threads_have_the_same_results() -> None:
    """Eight threads, four hundred times each, get the results of one thread."""
    texts = [*NOTES.values(), *(example.before for rule in RULES for example in rule.examples)]
    expected = [(parse(text), check(text)) for text in texts]

    def work(start: int) -> list[bool]:
        same = []
        for number in range(start, start + 400):
            at = number % len(texts)
            same.append((parse(texts[at]), check(texts[at])) == expected[at])
        return same

    with ThreadPoolExecutor(8) as pool:
        for same in pool.map(work, range(0, 8 * 37, 37)):
            assert all(same)
            assert len(same) == 400


def test_hash_seeds_and_jobs_change_no_character(tmp_path: Path) -> None:
    """The command prints the same for any hash seed and any number of processes."""
    notes = [*NOTES.values(), *(example.before for rule in RULES for example in rule.examples)]
    path = tmp_path / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Notes"], *([note] for note in notes)])
    printed = set()
    for seed, jobs in (("0", "1"), ("1", "2"), ("4711", "1")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-m", "ftnotes", "check", str(path), "--column", "Notes", "--jobs", jobs]
        ran = subprocess.run([*command, "--output-format", "json"], env=environment, capture_output=True, check=False)
        assert ran.returncode == 1
        printed.add(ran.stdout)
    (only,) = printed
    assert len(re.findall(rb'"code"', only)) > 100


@given(typed())
def test_caches_change_no_result(text: str) -> None:
    """A note has the same result after other notes and after itself."""
    first = parse(text), check(text)
    for other in NOTES.values():
        check(other)
    assert (parse(text), check(text)) == first
    assert serialize(first[0]) == text
