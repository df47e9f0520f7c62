"""Charts: their theme and locale, compiled for a page, drawn for paper, and Altair's own shown offline."""
