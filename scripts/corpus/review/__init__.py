"""What a change to the collection means for readers, for the people who review it."""
