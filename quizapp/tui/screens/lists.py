"""What the screens that list things share: their style."""

from typing import ClassVar

from quizapp.tui.page import Page


class ListPage(Page):
    """A page of lists and short texts."""

    CSS_PATH: ClassVar[str] = "lists.tcss"
