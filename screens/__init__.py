"""The full-screen front end: Textual screens over a desk. Start it with `screens.app.run_guide`; nothing is imported before."""
