"""The ground floor: people, tokens, desk policy, and what every deed stands on."""
