"""What commands print of readings and incidents: cards, lines, tables and plots."""
