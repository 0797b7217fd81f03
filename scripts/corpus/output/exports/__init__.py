"""What the site publishes for programs: files to download, feeds, redirects and metadata.

`formats` is the table of the files to download.
"""
