"""The web desk: people review, see and publish what a register holds."""
