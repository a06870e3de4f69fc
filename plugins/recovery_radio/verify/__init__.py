"""The finished site folder → problems, without knowing how the folder was made."""
