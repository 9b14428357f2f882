"""Accounts, roles and who may open what."""
