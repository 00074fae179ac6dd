"""What was not said, not answered or denied, family by family."""
