"""Next actions in a text: what is to be done, when, and by whom.

In: a text or a document, a playbook for the words, the dates in the text. Out: `NextAction`, with its spans in code points.

Start at `search`, which has the public function. It cuts the text into words (`text`, `phrases`, `lexicon`, `roles`, `markup`,
`names`, `slips`, `pictures`) and `lines`; the `reader` takes one line after the other and asks, first match wins:

    a row of a table                        `tables`
    a label, and values above or below it   `labels`, `inline_labels`, `labelled`, `together`, `values`, `numbers`
    a heading, and the entries of its list  `headings`, `titles`, `lists`, `open_lists`
    a sentence                              `sentences`, `doers`, `clauses`, `certainty`, `commitments`, `referred`, `splits`,
                                            `passives`
    a sentence that asks somebody           `addressed`
    an event, or anything on a day to come  `events`, `nouns`

Each of these gives `entries`, whose slots are who, what and when (`slots`): what stands before the task (`leads`) and behind it
(`trails`, `dated_trails`, `states`), by `people` (each is `somebody`, of `name_words`), `parts` and `brackets`. They fill
drafts of actions (`items`).
"""
