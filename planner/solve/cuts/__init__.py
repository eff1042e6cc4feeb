"""What the model learns about order and supersets."""
