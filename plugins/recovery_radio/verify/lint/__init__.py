"""The linter for podcast feeds, ours and other people's: bytes → findings."""
