"""What goes wrong in a reading, named by its cause: gold and reading in, faults out."""
