"""Takes words, shows what of the register holds them, with the words marked."""
