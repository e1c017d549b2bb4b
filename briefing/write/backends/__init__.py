"""The backends: each turns evidence into candidate sentences behind one protocol."""
