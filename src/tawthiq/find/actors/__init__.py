"""Takes a scanned sentence, gives the parties it names and what each did or suffered."""
