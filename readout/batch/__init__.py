"""Many documents: all cores, bounded memory, results in order."""
