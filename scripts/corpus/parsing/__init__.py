"""Bytes to values that know where they are in their file."""
