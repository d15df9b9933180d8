"""Notes written and edited: formatting, new notes from values, and edits of a document.

In: a document or values. Out: a text or another document, read back before it counts, so that no value can forge a field.
"""
