"""What the staged site is made of: pages and export files."""
