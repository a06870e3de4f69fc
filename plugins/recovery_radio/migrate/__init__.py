"""An existing podcast to the files of a station."""
