"""The editions: a folder each, holding a filter, a renderer and the renderer's own assets."""
