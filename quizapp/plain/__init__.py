"""The quiz on plain lines: for screen readers, pipes, scripts and simple terminals."""
