"""What is done with a language pack: its check, its cases, what its rules and words earn."""
