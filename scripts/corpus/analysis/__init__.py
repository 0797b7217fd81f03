"""What follows from the records: indexes, status, history, related opinions and charts."""
