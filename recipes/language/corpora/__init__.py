"""One file a corpus; each has ``passages(corpora, part)``. A new corpus is one more line here."""

from recipes.language.corpora import ecbplus, ewt, gum, names, polnear

CORPORA = {
    "ewt": ewt.passages,
    "gum": gum.passages,
    "polnear": polnear.passages,
    "wikigold": names.wikigold_passages,
    "wnut": names.wnut_passages,
    "re3d": names.re3d_passages,
    "ecbplus": ecbplus.passages,
}
"""Name → its reader."""

PASSES = {
    "ewt": 12.0,
    "gum": 12.0,
    "polnear": 5.0,
    "wikigold": 12.0,
    "wnut": 6.0,
    "re3d": 6.0,
    "ecbplus": 8.0,
}
"""How often a whole training run goes through each."""
