"""One file a corpus; each has ``passages(corpora, part)``. A new corpus is one more line here."""

from recipes.language.corpora import ecbplus, ewt, gum, names, polnear

CORPORA = {
    "ewt": ewt.passages,
    "gum": gum.passages,
    "polnear": polnear.passages,
    "wikigold": names.wikigold_passages,
    "names": names.passages,
    "ecbplus": ecbplus.passages,
}
"""Name → its reader."""

PASSES = {"ewt": 12.0, "gum": 12.0, "polnear": 5.0, "wikigold": 12.0, "names": 6.0, "ecbplus": 8.0}
"""How often a whole training run goes through each."""
