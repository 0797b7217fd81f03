"""Finished work leaves the desk: as a git branch, or as files to download."""
