"""PDF files become lines and blocks, as a person would read their pages."""
