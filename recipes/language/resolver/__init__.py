"""Fitting the resolver of coreference on a finished model's word vectors."""
