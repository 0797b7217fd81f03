"""How long each step takes beside the least it could take."""
