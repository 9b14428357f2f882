"""Takes what a report's sentences name, gives its events and statements."""
