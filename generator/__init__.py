"""Par où commencer ?: reads the YAML of the offer and writes a guide organised by need."""
