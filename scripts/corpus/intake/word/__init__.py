"""Word documents become blocks, with the marks and numbers that Word shows."""
