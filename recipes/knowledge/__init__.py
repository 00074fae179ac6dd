"""Builds the shipped knowledge files from openly published facts and from our own lists."""
