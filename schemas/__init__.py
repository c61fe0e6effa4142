"""The records that the parts of Dealwire hand to each other; see docs/architecture.md."""
