"""How good the reading is: scorers on public corpora, and the gate that keeps it from falling.

``python -m readout.evaluate --corpora PATH`` prints every figure.
"""
