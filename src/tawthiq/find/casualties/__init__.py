"""Takes a scanned sentence, gives how many were harmed, how, and of which groups."""
