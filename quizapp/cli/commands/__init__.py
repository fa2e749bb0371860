"""One file a command: what its `run(options)` does."""
