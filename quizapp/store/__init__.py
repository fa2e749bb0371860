"""What is kept: rows that are added and never changed. Given values, gives values."""
