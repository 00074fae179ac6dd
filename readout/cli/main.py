"""The entry: the commands gathered, and the outermost edge where errors become one sentence."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

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
from readout.cli.examples import shown
from readout.cli.refused import sentence
from readout.cli.spread import flowing, spread
from readout.model.errors import ReadoutError, UsageError

app = typer.Typer(
    name="readout",
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
for name, command in COMMANDS.items():
    app.command(name, help=flowing(command.__doc__) + shown(name))(spread(command))


@app.callback()
def root() -> None:
    """Take no options of its own."""


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


if __name__ == "__main__":
    main()
