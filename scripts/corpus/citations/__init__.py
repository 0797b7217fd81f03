"""Citations in running text, and how opinions and authorities are named in print.

To read another spelling of words, add it to `cited_as` or `sets` in the commission's file. To read
another form of number, or another kind of authority, see `patterns`.
"""
