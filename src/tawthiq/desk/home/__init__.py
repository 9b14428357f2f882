"""The first page: what the register holds and what to do next."""
