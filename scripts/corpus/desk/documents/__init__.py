"""The documents that were dropped in, from their arrival to the record that keeps them."""
