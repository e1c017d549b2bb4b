"""The words that news numbers stand among: what they mean, how they are stemmed, and the text cut into tokens and sentences."""
