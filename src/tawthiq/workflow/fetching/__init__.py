"""Pages from their addresses, where a user asks for it."""
