"""Lines, spans, edits and words of any text.

In: a ``str``. Out: spans and lines, sentences, edits with a map back to their source, fixes for damaged characters, folded
words for comparison, and suggestions for misspelled ones. Besides, a decoder of untyped data. Nothing here knows playbooks or
notes.
"""
