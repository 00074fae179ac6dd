"""Which lines of a page are not part of its story: buttons, banners, boxes, links to other stories."""

from readout.ingest.residue.marks import SENTENCE_END, reasons
from readout.ingest.residue.pattern import kind, patterns, plain, surely, tail

__all__ = ["SENTENCE_END", "kind", "patterns", "plain", "reasons", "surely", "tail"]
