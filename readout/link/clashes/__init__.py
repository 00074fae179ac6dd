"""What two tellings cannot both have right: figures, dates, places, states, parties, denials."""
