"""From files to values and problems. Nothing here guesses."""
