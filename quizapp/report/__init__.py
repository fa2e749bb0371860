"""Scores and progress as values, for any screen or format to print."""
