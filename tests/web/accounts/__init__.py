"""What the sources say, beside a claim."""
