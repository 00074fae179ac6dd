"""Whose account a text is, for whom each voice speaks, and what each account tells."""
