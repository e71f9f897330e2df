"""The doors of the ground floor for scripts: what a person watches, is told, and keeps as views."""
