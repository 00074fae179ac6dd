"""How the language model is trained, quantised, measured and described."""
