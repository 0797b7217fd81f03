"""What a change does to opinions, the law and the settings, as values."""
