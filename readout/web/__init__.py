"""The pages of a dossier: rendered here, readable without scripts and without a network."""
