"""The topics of several accounts lined up: what speaks of one matter."""
