"""A session: what happens in it, how it is kept, and its score."""
