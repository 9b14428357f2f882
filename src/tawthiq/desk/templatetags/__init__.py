"""Tags that every template of the desk may load."""
