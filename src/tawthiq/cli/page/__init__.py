"""Readings as one page: each report's text beside its cards, linked both ways."""
