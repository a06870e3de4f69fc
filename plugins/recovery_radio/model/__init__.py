"""What things are: frozen values, with no files and no clock."""
