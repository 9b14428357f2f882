"""The door: one file per command, loaded by name when it is called."""
