"""Recipes: training and building of what ships. Not part of the wheel."""
