"""The command line: one file a command. What is heavy is imported when a command runs."""
