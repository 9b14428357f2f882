"""Takes keys of words, gives what holds them: the search index of a register."""
