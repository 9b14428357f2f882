"""Takes records of evidence, claims and decisions; keeps them, and gives them back."""
