"""Adding by hand: a text pasted, a file or a folder dropped, an address; and its jobs."""
