"""From values to text. No files, no clock, no MkDocs."""
