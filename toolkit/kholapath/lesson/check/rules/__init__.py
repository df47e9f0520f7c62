"""The rules, by what they look at. A new module here is found by itself."""
