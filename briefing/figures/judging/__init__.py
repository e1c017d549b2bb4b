"""The verdict on one claimed figure: which figure of the sources is meant, whether it is taken, who says it."""
