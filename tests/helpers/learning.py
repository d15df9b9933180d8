"""Pages with a blank template, and the playbooks that are learned from them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from ftnotes import Playbook, learn_playbook
from ftnotes.learning.blocks import Block, find_blocks
from ftnotes.learning.page import lines_of
from ftnotes.playbook.model import TemplateLanguage


def blocks_of(page: str) -> list[Block]:
    """Return the blocks of a page."""
    return find_blocks(list(lines_of(page)))


def loaded(text: str) -> Playbook:
    """Load the text of a playbook file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "own.toml"
        file.write_text(text, encoding="utf-8", newline="")
        return Playbook.from_file(file)


def learned(page: str, examples: Iterable[str] = (), extends: str | None = None) -> Playbook:
    """Load the playbook that is learned from a page."""
    return loaded(learn_playbook(page, examples, extends))


def learned_or_refused(page: str, examples: Iterable[str] = (), extends: str | None = None) -> str | None:
    """Return the text that is learned from a page; None if the page is refused because it has no template."""
    try:
        return learn_playbook(page, examples, extends)
    except ValueError as error:
        if "no blank template" not in str(error):
            raise
        return None


def words_of(playbook: Playbook) -> TemplateLanguage:
    """Return the words of the usual template in the default language."""
    return playbook.templates[0].words[playbook.default_language]


def published_page(edition: str, language: str) -> str:
    """Return a page as the guidance is: text, the blank template of an edition in a language, and an example."""
    playbook = Playbook.load(edition)
    template = playbook.templates[0]
    words = template.words[language]
    local = next(local for local in playbook.languages if local.code == language)
    blank, filled = [f"**{words.titles[0]}**"], [f"**{words.titles[0]}**"]
    for spec in template.fields:
        label = words.labels[spec.key][0]
        choices = [words.choices[spec.key][choice][0] for choice in spec.choices]
        hint = words.hints.get(spec.key, ("",))[0]
        blank.append(f"- {label}: {'/'.join(choices) or hint} ")
        filled.append(f"- {label}: {choices[1] if choices else 'Contoso'}")
        if spec.kind == "workloads":
            names = [f"   -  [{one.tag}]  {local.workload_names.get(one.tag, one.names)[0]}" for one in playbook.workloads]
            blank += ["", *names, ""]
            filled[-1:] = [f"- {label}:", "", f"{names[0]} - Contoso", ""]
    text = "Notes contain the next action and its owner. They are read each week."
    lines = [f"# {local.name}", "", text, "", "## Template", *blank, "", "## Example", "", *filled, "", text]
    return "\n".join(lines) + "\n"
