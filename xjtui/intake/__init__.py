"""What comes in from outside: rosters in files. Reads and compares; storing is the desk's, sentences are words'."""
