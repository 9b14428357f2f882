"""Takes a report, gives what of it is read: its sentences, furniture and repeats away."""
