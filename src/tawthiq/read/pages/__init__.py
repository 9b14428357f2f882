"""Files that are one report: pages, PDFs and plain texts, and what of them is furniture."""
