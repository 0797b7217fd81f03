"""What a change to the collection means for readers, shown to its reviewers."""
