"""The question: one frame, and a folder for each type."""
