"""The approved text: inline marks, blocks and numbered paragraphs; Markdown in and out."""
