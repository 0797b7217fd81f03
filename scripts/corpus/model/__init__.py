"""What a record, an authority and the settings of a body may say, as frozen values."""
