"""The few widgets all screens are made of; each repaints no more than what changed."""
