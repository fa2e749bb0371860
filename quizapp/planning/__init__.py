"""Which questions are asked, in what order, and when each comes back."""
