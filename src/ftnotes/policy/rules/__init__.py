"""The rules, one module for each theme, and `RULES`, the tuple of all in the order of their codes."""

from __future__ import annotations

from typing import Final

from . import characters, labels, lifecycle, structure, suppressions, titles
from . import choices as status
from . import hashtag_placement as hashtags
from . import hashtag_spelling as hashtag_forms
from . import workload_list as workloads
from . import workload_names as tags

#: All rules, in the order of their codes.
RULES: Final = (
    suppressions.SUPPRESSION_UNUSED,
    suppressions.SUPPRESSION_MALFORMED,
    structure.BLANK_TEMPLATE,
    titles.TITLE_NOT_FOUND,
    structure.FIELD_MISSING,
    structure.FIELD_TWICE,
    structure.FIELD_OUT_OF_ORDER,
    structure.FIELD_EMPTY,
    structure.HINT_LEFT_IN,
    labels.LABEL_UNKNOWN,
    labels.LABEL_SPELLING,
    labels.LABEL_PUNCTUATION,
    structure.STRAY_TEXT,
    status.CHOICE_NOT_IN_LIST,
    status.CHOICE_UNDECIDED,
    status.CHOICE_WITH_MORE_WORDS,
    status.CHOICE_SPELLING,
    status.PROGRESS_CONTRADICTED,
    hashtags.HASHTAG_FORBIDDEN,
    hashtags.HASHTAG_MISSING,
    hashtag_forms.HASHTAG_MISSPELLED,
    hashtag_forms.HASHTAG_UNKNOWN,
    hashtags.HASHTAG_IN_WRONG_NOTE,
    tags.WORKLOAD_UNKNOWN,
    tags.TAG_AND_NAME_DISAGREE,
    tags.WORKLOAD_OTHER_EDITION,
    tags.WORKLOAD_SPELLING,
    tags.WORKLOAD_INCOMPLETE,
    workloads.WORKLOAD_TWICE,
    workloads.WORKLOAD_EMPTY,
    workloads.WORKLOAD_FORMAT,
    workloads.WORKLOAD_OUTSIDE,
    lifecycle.NEXT_ACTION_MISSING,
    lifecycle.NEXT_ACTION_WITHOUT_DATE,
    lifecycle.NEXT_ACTION_WITHOUT_OWNER,
    lifecycle.DATE_AMBIGUOUS,
    lifecycle.DATE_PAST,
    lifecycle.BELONGS_IN_ENTITLEMENT_NOTE,
    lifecycle.SUMMARY_NOT_ASKED_FOR,
    lifecycle.RISKS_BOX,
    characters.MISDECODED,
    characters.INVISIBLE,
    characters.LOOKALIKE_LETTERS,
)
