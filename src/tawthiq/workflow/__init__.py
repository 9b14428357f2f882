"""The order of the work: which stage takes what from which."""
