"""The cost of repeated words that the library knows, as ratios within one run.

    python benchmarks/vocabulary.py [--show 20]

Each title, label, choice, tag and name of the playbook, and each word of its dates, actions, evidence and everyday speech is
repeated in a line, as lines, as bullets, as labels and as tags. All are checked once as short texts. The dearest are checked
again as long texts, in prose and in a summary, and printed with the cost of a character against that of ordinary notes.
Then lines that begin with the first words of the names of workloads are parsed, and printed with the cost of a line against
that of the median of these words.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from itertools import chain, product

from corpus import messy_notes, tidy_notes

import ftnotes

#: How a word is repeated.
FORMS = ("{} ", "{}\n", "- {}\n", "{}: x\n", "[{}] x\n")
#: The length of the short and of the long texts, in characters, and how many are checked as long texts.
SHORT, LONG, DEAREST = 150, 2_000, 50
#: How often each long text is checked, in turns with ordinary notes.
ROUNDS = 3
#: The text before a long one.
STARTS = ("", "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Reactive\n- DESCRIBE THE CUSTOMER: x\n")
#: The limit for a character of a repeated word, against one of ordinary notes.
MOST = 5.0
#: A line after the first word of a name, and the limit for a line with such a word, against the median of these words.
LINE, MOST_FIRST = "- {} the pilot of the users in the north\n", 2.0


def texts_in(value: object) -> Iterator[str]:
    """Yield the texts in the values of a playbook."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(texts_in, value.values()))
    elif isinstance(value, tuple | list | frozenset):
        yield from chain.from_iterable(map(texts_in, value))


def words_of(playbook: ftnotes.Playbook) -> list[str]:
    """Return the words that a playbook knows, each once; of phrases the first word, and short ones whole."""
    data = playbook.templates, playbook.workloads, playbook.hashtags, playbook.languages, playbook.words
    phrases = {" ".join(text.split()) for text in texts_in(data)} - {""}
    words = {phrase.split()[0] for phrase in phrases} | {phrase for phrase in phrases if len(phrase) <= 20}
    return sorted({word.casefold(): word for word in sorted(words)}.values())


def repeated(piece: str, size: int, start: str = "") -> str:
    """Return a piece over and over, in at least ``size`` characters after the start."""
    return start + piece * (size // len(piece) + 1)


def seconds_for(texts: Sequence[str]) -> float:
    """Return the CPU time of checking a character of some texts."""
    start = time.process_time()
    for text in texts:
        ftnotes.check(text)
    return (time.process_time() - start) / sum(map(len, texts))


def cost(text: str, notes: Sequence[str]) -> float:
    """Return the cost of a character of a text against one of ordinary notes: the least of some rounds, both in each."""
    return min(seconds_for([text]) / seconds_for(notes) for _ in range(ROUNDS))


def first_words(playbook: ftnotes.Playbook) -> list[str]:
    """Return the first words of the names of workloads."""
    return sorted({name.split()[0] for spec in playbook.workloads for name in spec.names})


def line_costs(words: Sequence[str], start: str) -> list[tuple[float, str]]:
    """Return the cost of parsing a line that begins with each word, against the median of the words, dearest first."""
    texts = {word: repeated(LINE.format(word), LONG, start) for word in words}
    lowest = dict.fromkeys(words, float("inf"))
    for _, (word, text) in product(range(5 * ROUNDS), texts.items()):
        began = time.process_time()
        ftnotes.parse(text)
        lowest[word] = min(lowest[word], (time.process_time() - began) * len(LINE.format(word)) / len(text))
    median = statistics.median(lowest.values())
    return sorted(((seconds / median, word) for word, seconds in lowest.items()), reverse=True)


def main() -> None:
    """Print the words that cost most."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--show", type=int, default=20, help="how many words to show (default: 20)")
    shown = parser.parse_args().show
    notes = [note.text for note in (*tidy_notes(5, 1), *messy_notes(5, 1))]
    playbook = ftnotes.Playbook.load()
    words = words_of(playbook)
    pieces = [form.format(word) for word in words for form in FORMS]
    for form in FORMS:  # words are loaded when they are first used
        ftnotes.check(repeated(form.format("Task"), SHORT))
    screened = {piece: seconds_for([repeated(piece, SHORT)]) for piece in pieces}
    dearest = sorted(screened, key=screened.__getitem__, reverse=True)[:DEAREST]
    costs = [
        (cost(repeated(piece, LONG, start), notes), piece, "in a summary" if start else "in prose")
        for piece in dearest
        for start in STARTS
    ]
    print(f"{len(words)} words in {len(FORMS)} forms; a character of each against one of ordinary notes (limit: {MOST:g})")
    for ratio, piece, where in sorted(costs, reverse=True)[:shown]:
        print(f"{ratio:6.1f}  {piece!r} {where}")
    print(f"\nlines that begin with first words of names; each against the median of these words (limit: {MOST_FIRST:g})")
    for start in STARTS:
        dearest_first = ", ".join(f"{word} {ratio:.1f}" for ratio, word in line_costs(first_words(playbook), start))
        print(f"{'in a summary' if start else 'in prose'}: {dearest_first}")


if __name__ == "__main__":
    main()
