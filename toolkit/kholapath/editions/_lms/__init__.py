"""What the editions for learning systems share: items out of a Document, and items read back in."""
