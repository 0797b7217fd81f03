"""The site while somebody edits it, and the site of a change before it is published."""
