"""The directory as open data: what other software may read and republish."""
