"""The words that news numbers stand among: what they mean, their stems, and the text cut into tokens."""
