"""Strategies for any trees: documents whose text is read back as the same tree, with or without problems."""

from __future__ import annotations

from hypothesis import strategies as st

from ..playbook.model import Language, WorkloadSpec
from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords
from ..syntax.document import Document
from ..syntax.exec_summary import make_note
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from .cache import cached
from .phrasing import fewest_labels, is_known_by_title, phrase, unknown_label

#: Clauses that resemble a label, a tag or a separator.
_CLAUSES = (
    "agreed on weekly calls, next one on April 30, 2019",
    "blocked: licences arrive in May",
    "20K users in three regions – two of them new",
    "see https://contoso.example/plan#scope",
    "nichts Neues",
    "部署进行中",
)


@cached
def clauses(language: Language | None = None) -> st.SearchStrategy[str]:
    """Return a strategy for lines of realistic text in one language or any, without spaces around them."""
    if language is None:
        return st.sampled_from(Playbook.load().languages).flatmap(clauses)
    return st.lists(phrase("update", language) | st.sampled_from(_CLAUSES), min_size=1, max_size=3).map(", ".join)


@cached
def sentence(language: Language | None = None) -> st.SearchStrategy[str]:
    """Return a strategy for lines that begin with a capital and end with a full stop."""
    return clauses(language).map(lambda text: f"{text[:1].upper()}{text[1:]}.")


@cached
def values(language: Language | None = None) -> st.SearchStrategy[str]:
    """Return a strategy for values and updates: empty, one line, or several lines, perhaps with empty lines between."""
    line = clauses(language)
    between = st.lists(line | st.just(""), max_size=3)
    several = st.tuples(line, between, line).map(lambda parts: "\n".join([parts[0], *parts[1], parts[2]]))
    return st.just("") | line | several


@cached
@st.composite
def workload(draw: st.DrawFn, playbook: Playbook, language: Language | None = None) -> Workload:
    """Draw a known workload, with one tag or two joined ones, with or without name; or an unknown one."""
    spec: WorkloadSpec = draw(st.sampled_from(playbook.workloads))
    tag = draw(_tag(playbook, spec))
    name = draw(_name(spec))
    # After a known tag, an unknown name without an update is read as the update.
    return Workload(tag, name, draw(clauses(language) if name == "Mail archive" else values(language)))


@cached
def _tag(playbook: Playbook, spec: WorkloadSpec) -> st.SearchStrategy[str]:
    joined = st.sampled_from(playbook.workloads).map(lambda other: f"{spec.tag}+{other.tag}")
    return st.just(spec.tag) | joined | st.sampled_from(("TBD", "Legacy mail", "SFB"))


@cached
def _name(spec: WorkloadSpec) -> st.SearchStrategy[str]:
    return st.sampled_from(spec.names) | st.just("") | st.just("Mail archive")


@cached
@st.composite
def field(
    draw: st.DrawFn, key: str, template: TemplateWords, language: Language, max_workloads: int, only_choices: bool
) -> Field:
    """Draw a field by its key, with a choice or, unless ``only_choices``, any other value."""
    kind = template.fields[key].kind
    only_choices = only_choices or template.fields[key].several
    label = draw(st.sampled_from(template.local[language.code].labels[key]))
    if kind == "choice":
        return Field(key, label, draw(_choice(key, template, language, only_choices)))
    if kind == "workloads":
        listed = draw(_workloads(template.playbook, language, max_workloads))
        return Field(key, label, draw(values(language)), tuple(listed))
    return Field(key, label, draw(values(language)))


@cached
def _choice(key: str, template: TemplateWords, language: Language, only_choices: bool) -> st.SearchStrategy[str]:
    words = st.sampled_from([word for spellings in template.local[language.code].choices[key].values() for word in spellings])
    return words if only_choices else words | values(language)


@cached
def _workloads(playbook: Playbook, language: Language, max_workloads: int) -> st.SearchStrategy[list[Workload]]:
    return st.lists(workload(playbook, language), max_size=max_workloads)


@cached
def title(template: TemplateWords, language: Language) -> st.SearchStrategy[Title]:
    """Return a strategy for titles with or without a remark and a name before them; such a title is right above a field."""
    tags = [remark for spec in template.playbook.hashtags for remark in (spec.tag, f"{spec.tag} (v2)")]
    remarks = st.sampled_from(("", "(draft)", "April 30, 2019", *tags))
    leads = st.just("") if is_known_by_title(template) else st.just("") | phrase("company", language)
    return st.builds(Title, st.sampled_from(template.local[language.code].titles), remarks, lead=leads)


@cached
@st.composite
def note(draw: st.DrawFn, template: TemplateWords, language: Language, titled: bool | None, max_workloads: int) -> Note:
    """Draw a note with some fields in any order, perhaps with unknown labels, loose workloads and prose."""
    wanted = draw(st.booleans()) if titled is None else titled
    wanted = bool(template.titles) and (wanted or is_known_by_title(template))
    every = st.sampled_from(template.keys)
    least = fewest_labels(template, wanted)
    keys = draw(st.lists(every, min_size=least, max_size=max(least, 2), unique=True))
    keys += draw(st.lists(every, max_size=5))
    keys[1:] = [key for key in keys[1:] if key != keys[0]]  # the first label again can begin another note
    head = draw(title(template, language)) if wanted else None
    body: list[Field | Workload | Prose] = [
        draw(field(key, template, language, max_workloads, only_choices=head is None)) for key in keys
    ]
    extras = draw(st.sets(st.sampled_from(("unknown label", "loose workload", "prose"))))
    if body and "unknown label" in extras:
        body.append(Field(None, draw(unknown_label(template, language)), draw(values(language))))
    if head and not head.lead and "loose workload" in extras:
        body.insert(0, draw(workload(template.playbook, language)))
    places = [number for number, item in enumerate(body) if number and not _is_open(body[number - 1])]
    if places and "prose" in extras and template.spec.typed != "bold":  # there it would be the value above
        body.insert(draw(st.sampled_from(places)), Prose(draw(sentence(language)) + "\n\n"))
    return make_note(template.key, head, tuple(body), template.playbook)


def _is_open(item: Field | Workload | Prose) -> bool:
    """Return whether a paragraph below a node would be its value."""
    return isinstance(item, Field) and not item.value and not item.workloads


@cached
@st.composite
def document(
    draw: st.DrawFn, template: TemplateWords, language: Language | None, max_summaries: int, max_workloads: int
) -> Document:
    """Draw a document of notes and prose; without a language, the language of each note is drawn."""
    first = draw(_sections(template, language, None, min(1, max_summaries), max_workloads))
    others = max(0, max_summaries - 1) if template.titles else 0  # without a title, it would continue the one before
    more = draw(_sections(template, language, True, others, max_workloads))
    blocks = [block for section in first + more for block in section]
    last = blocks[-1] if blocks else None
    if draw(st.booleans()) and not (isinstance(last, Note) and _is_open(last.body[-1])):
        blocks.append(Prose("Next call: " + draw(clauses(language)) + "\n"))
    return Document(tuple(blocks), template.playbook)


@cached
def _sections(
    template: TemplateWords, language: Language | None, titled: bool | None, max_size: int, max_workloads: int
) -> st.SearchStrategy[list[list[Prose | Note]]]:
    return st.lists(_section(template, language, titled, max_workloads), max_size=max_size)


@cached
@st.composite
def _section(
    draw: st.DrawFn, template: TemplateWords, language: Language | None, titled: bool | None, max_workloads: int
) -> list[Prose | Note]:
    """Draw a note, perhaps below a heading and a paragraph."""
    tongue = language or draw(st.sampled_from(template.languages))
    drawn = draw(note(template, tongue, titled, max_workloads))
    if not draw(st.booleans()):
        return [drawn]
    heading = draw(st.sampled_from(("## Notes\n\n", "# From the archive\n\n", "---\n")))
    return [Prose(heading + draw(sentence(language)) + "\n\n"), drawn]
