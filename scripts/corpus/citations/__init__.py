"""Citations in running text, and how opinions and authorities are named in print."""
