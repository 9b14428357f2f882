"""What only some may see: reports and incidents that are restricted."""
