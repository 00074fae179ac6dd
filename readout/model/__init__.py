"""The nouns: frozen data, the standard library only."""
