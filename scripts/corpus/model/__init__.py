"""Records, authorities and the commission as frozen values."""
