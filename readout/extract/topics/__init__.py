"""Topics: what statements and sentences are about."""

from readout.extract.topics.find import find_topics, with_topics

__all__ = ["find_topics", "with_topics"]
