"""The work of a team: who codes what, what people say of it, and who sees it."""
