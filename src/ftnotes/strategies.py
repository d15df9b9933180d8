"""Hypothesis strategies for notes and their trees.

For those who test software that handles notes. `documents` draws trees, of which the printed text reads back as the same
tree; `notes_text` draws their text. The only module that imports hypothesis: install ``ftnotes[hypothesis]``.
"""

from __future__ import annotations

from hypothesis import strategies as st

from .document import Document
from .nodes import ExecSummary, Field, Prose, Title, Workload
from .playbook import Language, Playbook
from .serializer import serialize

#: Clauses that stand in no danger of being read as a label, a tag or a name.
_CLAUSES = (
    "pilot with 40 users is running",
    "waiting for the network team",
    "partner will move the archive (75 GB)",
    "agreed on weekly calls, next one on April 30, 2019",
    "blocked: licences arrive in May",
    "20K users in three regions – two of them new",
    "see https://contoso.example/plan#scope",
    "nichts Neues",
    "部署进行中",
)


def clauses() -> st.SearchStrategy[str]:
    """A line of realistic text, without blanks around it."""
    return st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=3).map(", ".join)


def values() -> st.SearchStrategy[str]:
    """The value of a field or the update of a workload: nothing, a line, or several, with an empty line between some."""
    between = st.lists(clauses() | st.just(""), max_size=3)
    several = st.tuples(clauses(), between, clauses()).map(lambda parts: "\n".join([parts[0], *parts[1], parts[2]]))
    return st.just("") | clauses() | several


@st.composite
def workloads(draw: st.DrawFn, playbook: Playbook | None = None) -> Workload:
    """A workload of the playbook, with its tag or two joined, and its name or none; or one that is unknown."""
    specs = (playbook or Playbook.load()).workloads
    spec = draw(st.sampled_from(specs))
    tag = draw(
        st.just(spec.tag)
        | st.sampled_from(specs).map(lambda other: f"{spec.tag}+{other.tag}")
        | st.sampled_from(("TBD", "Legacy mail", "SFB"))
    )
    name = draw(st.sampled_from(spec.names) | st.just("") | st.just("Mail archive"))
    # Behind a known tag, an unknown name with nothing behind it is read as the update.
    return Workload(tag, name, draw(clauses() if name == "Mail archive" else values()))


@st.composite
def fields(draw: st.DrawFn, key: str | None = None, language: Language | None = None) -> Field:
    """A field, known by ``key`` or any, in ``language`` or any of the default playbook's."""
    playbook = Playbook.load()
    wording = language or draw(st.sampled_from(playbook.languages))
    spec = draw(st.sampled_from([spec for spec in playbook.fields if key in (None, spec.key)]))
    label = draw(st.sampled_from(wording.labels[spec.key]))
    if spec.kind == "choice":
        choices = wording.choices[spec.key]
        value = draw(st.sampled_from([word for words in choices.values() for word in words]) | values())
        return Field(spec.key, label, value)
    listed = draw(st.lists(workloads(), max_size=4)) if spec.kind == "workloads" else []
    return Field(spec.key, label, draw(values()), tuple(listed))


@st.composite
def exec_summaries(draw: st.DrawFn, language: Language | None = None, titled: bool | None = None) -> ExecSummary:
    """A summary in ``language`` or any; ``titled``: with a title or without one."""
    playbook = Playbook.load()
    wording = language or draw(st.sampled_from(playbook.languages))
    remark = draw(st.sampled_from(("", "#covid", "(draft)", "April 30, 2019", "#covid (v2)")))
    title: Title | None = Title(draw(st.sampled_from(wording.titles)), remark)
    if not (draw(st.booleans()) if titled is None else titled):
        title = None
    keys = draw(st.lists(st.sampled_from([spec.key for spec in playbook.fields]), min_size=0 if title else 1, max_size=7))
    body: list[Field | Workload | Prose] = [draw(fields(key, wording)) for key in keys]
    extras = draw(st.sets(st.sampled_from(("unknown label", "loose workload", "prose"))))
    if body and "unknown label" in extras:
        body.append(Field(None, "RISKS", draw(values())))
    if title and "loose workload" in extras:
        body.insert(0, draw(workloads()))
    if len(body) > 1 and "prose" in extras:
        place = draw(st.integers(1, len(body) - 1))
        body.insert(place, Prose(draw(clauses()).capitalize() + ".\n\n"))
    return ExecSummary(title, tuple(body))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of summaries and prose, for which ``parse(serialize(document)) == document``."""
    blocks: list[Prose | ExecSummary] = []
    for number in range(draw(st.integers(0, 3))):
        if draw(st.booleans()):
            heading = draw(st.sampled_from(("## Notes\n\n", "# Week 14\n", "---\n")))
            blocks.append(Prose(heading + draw(clauses()).capitalize() + ".\n\n"))
        blocks.append(draw(exec_summaries(titled=True if number else None)))
    if draw(st.booleans()):
        blocks.append(Prose("Next call: " + draw(clauses()) + "\n"))
    return Document(tuple(blocks))


def notes_text() -> st.SearchStrategy[str]:
    """The text of a note, as the template has it."""
    return documents().map(serialize)
