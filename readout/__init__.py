"""Readout: news and official statements read into a record that can be checked.

>>> import readout                                              # doctest: +SKIP
>>> record = readout.read("story.html", published="2026-03-02")  # doctest: +SKIP
>>> record.statements[0].content[0].exact                       # doctest: +SKIP
'that the bridge would open in May'
"""

from typing import TYPE_CHECKING, Any

from readout.read import Reader, read

if TYPE_CHECKING:
    from readout.model.errors import ReadoutError
    from readout.model.record import Record

__version__ = "0.1.0"
__all__ = ["Reader", "ReadoutError", "Record", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """``Record`` and ``ReadoutError`` on first use, so that ``import readout`` stays quick."""
    if name == "Record":
        from readout.model.record import Record

        return Record
    if name == "ReadoutError":
        from readout.model.errors import ReadoutError

        return ReadoutError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
