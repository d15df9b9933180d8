"""Playbooks learned from pages that describe a template."""
