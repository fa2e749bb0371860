"""How all tests run: how many examples of a law, and what programs that tests start are given."""

import gc
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "quick",
    max_examples=20,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
settings.register_profile(
    "thorough", settings.get_profile("quick"), max_examples=300, derandomize=False
)


def pytest_configure(config: pytest.Config) -> None:
    """A run without the slow tests tries the same few examples of every law each time."""
    settings.load_profile("quick" if _is_quick(config) else "thorough")


def pytest_itemcollected(item: pytest.Item) -> None:
    """A law with many examples is a slow test, so that `-m slow` tries all laws again."""
    law = isinstance(item, pytest.Function) and hasattr(item.obj, "hypothesis")
    if law and not _is_quick(item.config):
        item.add_marker("slow")


def pytest_collection_finish() -> None:
    """What was collected lasts: to look through it for garbage takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _is_quick(config: pytest.Config) -> bool:
    return bool(config.option.markexpr == "not slow")


@pytest.fixture(scope="session", autouse=True)
def bytecode_is_kept() -> Iterator[None]:
    """Programs that tests start keep their bytecode, which is half of their time, as installed ones
    do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield
