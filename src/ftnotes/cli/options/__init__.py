"""What a command is given: arguments, the configuration, and the settings that result from both."""
