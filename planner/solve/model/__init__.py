"""The variables of a request and the rows that bind them."""
