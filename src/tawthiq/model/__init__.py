"""The nouns: frozen records and closed vocabularies; standard library only."""
