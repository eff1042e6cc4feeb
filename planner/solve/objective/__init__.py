"""What is minimised, as sums of variables."""
