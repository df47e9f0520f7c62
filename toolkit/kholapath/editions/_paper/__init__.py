"""What the handout and the key share: a Document set on paper by Typst, as a tagged PDF."""
