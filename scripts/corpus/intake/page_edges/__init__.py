"""What is at the edge of pages and is not the text: running heads and page numbers."""
