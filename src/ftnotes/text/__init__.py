"""What any text is, before anybody knows that it is a note.

In: a ``str``. Out: spans and lines, sentences, edits with a map back to their source, fixes for damaged characters, folded
words for comparison, and suggestions for misspelled ones. Nothing here knows playbooks or notes.
"""
