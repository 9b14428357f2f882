"""Who codes a report, and whether two do so without seeing each other's rulings."""
