"""Takes a scanned sentence, gives the days, spans and hours that it names."""
