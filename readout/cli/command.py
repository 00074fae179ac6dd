"""Commands as the help shows them: values to choose from with spaces, switches and names without a type."""

from __future__ import annotations

from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup


class Command(TyperCommand):
    """A command with a help that people read."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, each with the value it takes as the help is to show it."""
        return [_worded(one, ctx) for one in super().get_params(ctx)]


class Group(TyperGroup):
    """The same for the command that holds the others."""

    def get_params(self, ctx: Any) -> list[Any]:
        """See ``Command``."""
        return [_worded(one, ctx) for one in super().get_params(ctx)]


def _worded(one: Any, ctx: Any) -> Any:
    """``<text|json>`` becomes ``text | json``, which breaks between words; ``<bool>`` and ``<str>`` go."""
    if isinstance(one, TyperArgument):
        one.display_type_rich = _nothing  # type: ignore[method-assign]
    elif one.metavar is None:
        kind = one.display_type_rich(ctx) or ""
        one.metavar = kind.strip("<>").replace("|", " | ") if "|" in kind else ""
    return one


def _nothing(ctx: Any) -> None:
    """The type of an argument, which its name tells."""
