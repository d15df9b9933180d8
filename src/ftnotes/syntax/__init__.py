"""Text to tree and back.

In: any ``str`` and a playbook. Out: a `Document` of frozen nodes that serializes to exactly the same text. Parsing never fails.
"""
