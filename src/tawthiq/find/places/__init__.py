"""Takes a scanned sentence, gives the places it names and what each is to the harm."""
