"""Takes a scanned sentence, gives who says what it says, and through which outlet."""
