"""Takes a wish to publish and a second person's yes, writes the public site."""
