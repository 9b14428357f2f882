"""Takes the packs and the codebook from disk, gives a language that can be matched."""
