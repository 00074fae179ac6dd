"""Tests of who is who within a text."""
