"""Incidents on a list, on a map and in time, each on a page of its own, and trends."""
