"""Front ends without a full screen: plain lines, and the decision which front a terminal can carry."""
