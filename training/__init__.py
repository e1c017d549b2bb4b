"""Making the adapter of the embedded model: examples, training, and reading what it writes."""
