"""A bank from an essay: its sections and paragraphs, and drafted questions by rule, offline."""
