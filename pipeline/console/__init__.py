"""What a person sees: pages, tables, marked evidence and progress."""
