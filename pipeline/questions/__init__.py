"""Answers to people's questions, out of ledger and index."""
