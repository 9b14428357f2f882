"""Takes a report and what a reader of one's own choice says of it, gives what stands.

Nothing that a program elsewhere proposes is believed: `verbatim` keeps what quotes the
report word for word in codes of the codebook, and the rest is dropped and told.
"""

__all__: list[str] = []
