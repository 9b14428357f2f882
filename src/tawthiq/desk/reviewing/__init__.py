"""The queue of readings that wait for a person, and the page on which one is reviewed."""
