"""Takes tables of places, gives an index that answers for a name with its places."""
