"""One file a foreign format, and the learner's own log."""
