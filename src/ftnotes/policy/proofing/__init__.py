"""Checks of playbook files: what is wrong or weak in one, with its place, and sample notes."""
