"""Figures → things: the rules by which a sentence says what each of its numbers is about."""
