"""Another body's collection: a few answers become a folder that checks and builds at once."""
