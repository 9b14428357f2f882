"""Published tables of incidents: a row is an incident."""
