"""Text → figures: one reader for each way in which a number, a date or a name with digits is written."""
