"""The approved text as it is edited at the desk, block by block."""
