"""Notes formatted, created and edited.

In: a text, document or values. Out: a text or another document, read back first, so that no value can forge a field.
"""
