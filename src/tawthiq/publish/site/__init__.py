"""Takes a publication and its editions, gives the files of a static site."""

from tawthiq.publish.site.writing import Site, site_files

__all__ = ["Site", "site_files"]
