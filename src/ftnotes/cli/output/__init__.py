"""What a command prints: text for people, and JSON lines, SARIF and workflow commands for programs."""
