"""Drawings that need no script: the map, the timeline and the bars, as SVG."""
