"""One file a corpus; each has ``passages(corpora, part)``. A new corpus is one more line here."""

from recipes.language.corpora import ewt, gum, names, polnear

CORPORA = {"ewt": ewt.passages, "gum": gum.passages, "polnear": polnear.passages, "names": names.passages}
"""Name → its reader."""

PASSES = {"ewt": 12.0, "gum": 12.0, "polnear": 5.0, "names": 8.0}
"""How often a whole training run goes through each."""
