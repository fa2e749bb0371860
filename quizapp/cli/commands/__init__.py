"""One file a command: `EXAMPLES`, `add_options(parser)`, and `run(options)`."""
