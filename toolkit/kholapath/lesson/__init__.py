"""What a course and a lesson are: found, read, checked, run, opened."""
