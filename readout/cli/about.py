"""``readout about``: which parts are at work here."""

from __future__ import annotations


def about() -> None:
    """Print the versions of Readout, of its language model and of the libraries it stands on."""
    import platform
    import sys
    from importlib.metadata import version

    from readout import __version__
    from readout.model.record import CONTRACT

    parts = ("onnxruntime", "tokenizers", "numpy", "trafilatura", "htmldate", "pypdfium2")
    rows = [
        ("Readout", __version__),
        ("record contract", CONTRACT),
        ("language model", _model()),
        ("world facts to", _newest()),
        ("Python", platform.python_version()),
        *((part, version(part)) for part in parts),
        ("licence", "Apache-2.0"),
        ("network", "none, but for the addresses that you name"),
    ]
    sys.stdout.write("".join(f"{name:<16} {fact}\n" for name, fact in rows))


def _newest() -> str:
    """The newest date that the knowledge covers."""
    from readout.knowledge import load

    return load().newest


def _model() -> str:
    from readout.model.document import Document
    from readout.model.errors import MissingModelError
    from readout.read import reader

    try:
        return reader(0).read(Document("", "Yes.")).model
    except MissingModelError as error:
        return f"missing: {error}"
