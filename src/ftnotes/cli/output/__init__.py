"""Output formats: text for people, and JSON lines, SARIF and workflow commands for programs."""
