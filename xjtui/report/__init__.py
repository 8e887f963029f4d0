"""What comes out: pure functions from sheets and summaries to text and JSON-able data. Nothing reads the store."""
