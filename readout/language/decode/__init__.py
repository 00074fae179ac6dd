"""From scores to readings: sentences, tags, trees, spans, links."""
