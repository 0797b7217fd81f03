"""From a Word, PDF or text file to a draft record."""
