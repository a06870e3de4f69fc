"""From the hub to problems: what no single file can know about itself."""
