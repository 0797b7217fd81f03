"""New and changed texts, compared with the documents that the collection keeps."""
