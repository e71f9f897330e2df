"""The guarded way to addresses: everything here happens on loopback."""
