"""Takes a report's text, gives folded words that know their way back to it."""
