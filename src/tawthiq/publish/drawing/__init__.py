"""Takes a view of the globe, gives the land, boundaries and names that are drawn in it.

The desk and the published site draw the same map.
"""
