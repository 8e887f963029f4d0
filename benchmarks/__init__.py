"""Measured goals as ratios against yardsticks of the same run; nothing here is asserted, it is printed."""
