"""Tags for what is claimed."""
