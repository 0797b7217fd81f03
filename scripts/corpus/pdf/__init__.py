"""Opinions on paper: what a PDF shows, and how it is typeset."""
