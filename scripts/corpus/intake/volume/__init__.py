"""A document with many opinions, split at their headings."""
