"""Following up: what still wants a hand, and what a person can do about it."""
