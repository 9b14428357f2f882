"""What is done with a register, from its founding to its backup."""
