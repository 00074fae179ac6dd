"""Commands as Typer is to see them: objects of options spread out, docstrings as help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """The command as Typer is to see it: options in the place of every frozen object of options.

    >>> # def export(dossier: DossierName, *, only: Only) -> None: … has --actor, --topic, --since …
    """
    own = signature(command, eval_str=True).parameters
    objects: dict[str, Any] = {
        one.name: one.annotation for one in own.values() if is_dataclass(one.annotation)
    }
    seen = [option for one in own.values() for option in _options(one)]

    @wraps(command)
    def run(**given: Any) -> None:
        made = {
            name: kind(**{each.name: given.pop(each.name) for each in fields(kind)})
            for name, kind in objects.items()
        }
        command(**given, **made)

    run.__signature__ = Signature(seen)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in seen}
    return run


def _options(parameter: Parameter) -> Iterator[Parameter]:
    """A parameter as an option, or the options of an object of them; all are given by name."""
    kind = parameter.annotation
    if not is_dataclass(kind):
        yield parameter.replace(kind=Parameter.KEYWORD_ONLY)
        return
    hints = get_type_hints(kind, include_extras=True)
    for each in fields(kind):
        default = Parameter.empty if each.default is MISSING else each.default
        yield Parameter(each.name, Parameter.KEYWORD_ONLY, default=default, annotation=hints[each.name])


def flowing(text: str | None) -> str:
    """A docstring as help: paragraphs without the line breaks of the source."""
    return "\n\n".join(" ".join(part.split()) for part in (text or "").split("\n\n"))
