"""Takes a scanned sentence, gives what its words name, by the rules of a pack."""
