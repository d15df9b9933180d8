"""Notes formatted, created and edited.

In: a document or values. Out: a text or another document, read back before it counts, so that no value can forge a field.
"""
