"""Stories on the screens beside the guide."""
