"""The Document: a notebook in the one normal form that every edition is made from."""
