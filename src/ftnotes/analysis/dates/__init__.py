"""Dates in a text: their days, how precise they are, and what they leave open.

In: a text or a document, and a playbook for the words. Out: `DateMention`, with its span in code points.

Start at `search`, which has the public function. It cuts stretches of a line (`window`) into kinds of words (`lexicon`), finds
the `forms` of dates in these, and takes their `readings` into each `mention`.
"""
