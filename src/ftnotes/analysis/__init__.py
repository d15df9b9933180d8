"""Dates, next actions and evidence in prose.

In: a text or a document, and a playbook for the words. Out: mentions with their spans in code points.
"""
