"""What follows from the records: indexes, status, history and index."""
