"""Hypothesis strategies and example notes for tests.

The strategies need the extra ``hypothesis``: install ``ftnotes[hypothesis]``. Hypothesis then uses them for the types as well,
as in ``st.from_type(ftnotes.Document)``, without an import. Drawn notes read like real ones and shrink to short ones; if a test
fails, the text of the note is printed first.

Where it makes sense, strategies take a ``language`` (a code such as ``"de"``; by default any of the playbook), and an
``edition`` or a ``playbook``, as `format` and `new` do. They raise ``ValueError`` for an unknown language, edition or rule, at
the latest when they draw. `ftnotes.strategies.examples` works without Hypothesis.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_exports

if TYPE_CHECKING:
    from .api import cases as cases
    from .api import documents as documents
    from .api import exec_summaries as exec_summaries
    from .api import fields as fields
    from .api import lifecycle_notes as lifecycle_notes
    from .api import notes as notes
    from .api import notes_text as notes_text
    from .api import proses as proses
    from .api import titles as titles
    from .api import updates as updates
    from .api import workloads as workloads
    from .inputs import contexts as contexts
    from .inputs import exports as exports
    from .inputs import playbooks as playbooks
    from .messy import messy_notes_text as messy_notes_text
    from .trees import clauses as clauses
    from .trees import values as values
    from .violation_draft import Case as Case

__all__, __getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "api": (
            "cases",
            "documents",
            "exec_summaries",
            "notes",
            "fields",
            "lifecycle_notes",
            "notes_text",
            "proses",
            "titles",
            "updates",
            "workloads",
        ),
        "inputs": ("contexts", "exports", "playbooks"),
        "messy": ("messy_notes_text",),
        "trees": ("clauses", "values"),
        "violation_draft": ("Case",),
    },
)
