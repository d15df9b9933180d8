"""Lines, spans, edits and words of any text, and the files it comes from.

In: a ``str`` or a file. Out: spans and lines, sentences, edits with a map back to their source, fixes for damaged characters,
folded words for comparison, suggestions for misspelled ones, and files that are wholly old or wholly new. Besides, a decoder
of untyped data. Nothing here knows playbooks or notes.
"""
