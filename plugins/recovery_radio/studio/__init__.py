"""From raw recordings and pictures to publishable ones. May write files."""
