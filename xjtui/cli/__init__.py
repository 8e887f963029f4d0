"""The command line: parses, composes store, plans and words, prints, and says how it went by an exit code."""
