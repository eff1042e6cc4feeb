"""What a person asks for, how it is read, and how it may be refused."""
