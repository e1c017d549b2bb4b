"""Whether a figure of a source says what a claim says: value, thing, owner, time, and which source figure is meant."""
