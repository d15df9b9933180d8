"""Custom playbooks for tests."""

from __future__ import annotations

from pathlib import Path

from ftnotes.playbook.model import Language, TemplateLanguage
from ftnotes.playbook.playbook import Playbook

EDITIONS = ("2019-09", "2020-03", "2020-05")


#: A playbook of one's own that says everything; cases put something wrong in it.
WHOLE = """
id = "own"
summary = "Our own"

[[templates]]
key = "exec-summary"
[[templates.fields]]
key = "who"

[[templates.fields]]
key = "state"
kind = "choice"
choices = { good = [], bad = [] }

[[templates.fields]]
key = "work"
kind = "workloads"

[[workloads]]
tag = "TILL"
names = ["Tills"]

[[note-types]]
key = "daily"
names = ["Daily"]

[[roles]]
key = "clerk"
names = ["Clerk"]
note-types = ["daily"]

[[hashtags]]
tag = "#urgent"
summary = "can't wait"

[[hashtags.rules]]
demand = "require"
when = { role = "clerk", state = "bad" }

[languages.en]
name = "English"
templates.exec-summary.titles = ["STATE OF PLAY"]

[languages.en.templates.exec-summary.labels]
who = ["WHO"]
state = ["STATE"]
work = ["WORK"]

[languages.en.templates.exec-summary.choices.state]
good = ["Good"]
bad = ["Bad"]
"""

#: A template that says everything about its fields.
FORM = """
id = "form"

[[note-types]]
key = "visit"
names = ["Visit"]

[[templates]]
key = "visit"
note-type = "visit"
typed = "bold"
cut = "##"
source = "handbook, page 4"
variants = [{ key = "short", labels = { worry = "Worry" } }]
fields = [
  { label = "About", kind = "workload", typed = "bare" },
  { label = "Status", choices = ["Red", "Green"], more = true },
  { label = "Reason", choices = ["Size", "Brand", "Price"], several = true },
  { label = "Summary", length = 256 },
  { key = "worry", label = ["Worries of the customer", "Worry"], also = { first-party = ["Bug ID", "Bug"] } },
  { label = "Next steps", asks = ["action", "date"] },
  { label = "People", kind = "points" },
  { label = "Next visit", kind = "date", within = { status = { red = 14, green = 92 } } },
]

[[workloads]]
tag = "PAY"
names = ["Payments"]
"""


#: For a file that extends an edition, and keeps only the exec summary of its templates, and no rules on others.
WITHOUT_OTHERS = "hashtags = []\n" + "".join(
    f'[[templates]]\nkey = "{template.key}"\nremove = true\n' for template in Playbook.load().templates[1:]
)


def own(folder: Path, text: str) -> Playbook:
    """Return the playbook of a file with this text."""
    file = folder / "own.toml"
    file.write_text(text, encoding="utf-8")
    return Playbook.from_file(file)


def words_in(language: Language, playbook: Playbook | None = None) -> TemplateLanguage:
    """The words of a playbook's first template in a language; of the default playbook where none is given."""
    return (playbook or Playbook.load()).templates[0].words[language.code]


def template_of(*fields: str, titles: str = "", key: str = "exec-summary") -> str:
    """The table of a template, whose fields are each the inside of an inline table; ``titles`` are quoted."""
    lines = [f"  {{ {field} }},\n" for field in fields]
    return f'[[templates]]\nkey = "{key}"\n' + (f"titles = [{titles}]\n" if titles else "") + f"fields = [\n{''.join(lines)}]\n"
