"""Takes requests of programs, gives features, claims and feeds: OGC API Features."""
