"""Takes a scanned sentence, gives the persons it names and what befell each."""
