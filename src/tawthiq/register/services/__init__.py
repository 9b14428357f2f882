"""Take and give records of the model, each call in one transaction."""
