"""Takes named features, gives a score with its parts; weights are reviewable text."""
