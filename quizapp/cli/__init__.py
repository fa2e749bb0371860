"""The command line: what can be typed, and one file a command."""
