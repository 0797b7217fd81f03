"""Measure the time of each step against the least that it could take."""
