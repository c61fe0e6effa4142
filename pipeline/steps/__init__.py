"""The steps of a run; each may run twice and change nothing."""
