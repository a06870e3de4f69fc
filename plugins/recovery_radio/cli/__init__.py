"""What authors and maintainers type."""
