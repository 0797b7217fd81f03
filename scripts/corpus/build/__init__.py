"""From staged files to a verified site, swapped into place in one step."""
