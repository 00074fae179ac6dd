"""Readout: news and official statements read into a record that can be checked."""
