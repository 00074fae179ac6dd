"""The entry: the commands gathered, and the outermost edge where errors become one sentence."""

from __future__ import annotations

import os
import signal
import sys

import typer

from readout.cli import (
    about,
    add,
    compare,
    events,
    export,
    import_,
    ledger,
    list,
    new,
    read,
    remove,
    reread,
    schema,
    search,
    serve,
    show,
    timeline,
)
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
app.command("read")(read.read)
app.command("compare")(compare.compare)
app.command("events")(events.events)
app.command("ledger")(ledger.ledger)
app.command("timeline")(timeline.timeline)
app.command("new")(new.new)
app.command("add")(add.add)
app.command("list")(list.list_documents)
app.command("show")(show.show)
app.command("search")(search.search)
app.command("serve")(serve.serve)
app.command("remove")(remove.remove)
app.command("reread")(reread.reread)
app.command("export")(export.export)
app.command("import")(import_.import_lines)
app.command("about")(about.about)
app.command("schema")(schema.schema)


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
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        sys.stderr.write(f"readout: the result cannot be written: {error.strerror or error}\n")
        sys.exit(1)
    except ReadoutError as error:
        sys.stderr.write(f"readout: {error}\n")
        sys.exit(2 if isinstance(error, UsageError) else 1)


if __name__ == "__main__":
    main()
