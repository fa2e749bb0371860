"""The quiz on a full screen, in Textual."""
