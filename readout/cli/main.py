"""The entry: the commands gathered, and the outermost edge where errors become one sentence."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Annotated

import typer
from typer.exceptions import TyperException

from readout.cli import (
    about,
    add,
    compare,
    events,
    export,
    import_,
    judge,
    ledger,
    list,
    new,
    people,
    read,
    remove,
    reread,
    schema,
    search,
    serve,
    show,
    timeline,
)
from readout.cli.command import Command, Group
from readout.cli.examples import shown
from readout.cli.refused import fault, sentence
from readout.cli.spread import flowing, spread
from readout.model.errors import ReadoutError, UsageError

app = typer.Typer(
    name="readout",
    cls=Group,
    help="Reads news and official statements into a record that can be checked: who said what, the silences, "
    "the figures and the dates, each with the characters that say it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
COMMANDS: dict[str, Callable[..., None]] = {
    "read": read.read,
    "compare": compare.compare,
    "events": events.events,
    "ledger": ledger.ledger,
    "timeline": timeline.timeline,
    "new": new.new,
    "add": add.add,
    "list": list.list_documents,
    "show": show.show,
    "judge": judge.judge,
    "search": search.search,
    "people": people.people,
    "serve": serve.serve,
    "remove": remove.remove,
    "reread": reread.reread,
    "export": export.export,
    "import": import_.import_lines,
    "about": about.about,
    "schema": schema.schema,
}
PANELS = {"read": "Texts", "new": "Dossiers: texts that are kept", "about": "Readout itself"}
"""The headings of the help, each with the command that it begins with."""

panel = ""
for name, command in COMMANDS.items():
    panel = PANELS.get(name, panel)
    told = flowing(command.__doc__) + shown(name)
    app.command(name, cls=Command, help=told, rich_help_panel=panel)(spread(command))


def _version(asked: bool) -> None:
    if asked:
        from readout import __version__

        sys.stdout.write(f"readout {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Print the version and leave.")
    ] = False,
) -> None:
    """Take no options but these."""


def main() -> None:
    """Run a command; print one sentence for an error of ours, nothing for Ctrl-C or a closed pipe."""
    # Our matrices are small: threads inside numpy only wait for each other. numpy is not imported yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        ended = app(prog_name="readout", standalone_mode=False)
        sys.exit(ended if isinstance(ended, int) else 0)
    except TyperException as error:
        if told := sentence(error):  # nothing where no command was named: the help is shown already
            sys.stderr.write(f"readout: {told}\n")
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except OSError as error:
        sys.stderr.write(f"readout: the result cannot be written: {error.strerror or error}\n")
        sys.exit(1)
    except ReadoutError as error:
        sys.stderr.write(f"readout: {error}\n")
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except Exception as error:  # the outermost edge: what comes here is a fault of the program
        sys.stderr.write(f"readout: {fault(error)}\n")
        if os.environ.get("READOUT_TRACEBACK"):
            raise
        sys.exit(1)


if __name__ == "__main__":
    main()
