"""`quizapp schema`: the JSON Schema of the bank format, for editors."""

import argparse
import json

EXAMPLES = """\
quizapp schema > quizapp.schema.json"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    del options
    from quizapp.bank.schema import schema

    print(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0
