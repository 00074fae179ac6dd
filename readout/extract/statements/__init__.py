"""Who said what: quotations, transcripts, reported speech, and the silences in their place."""

from readout.extract.statements.find import find_statements

__all__ = ["find_statements"]
