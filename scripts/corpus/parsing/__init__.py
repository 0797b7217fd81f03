"""From bytes to values that know their place in the file; faults never stop the reading."""
