"""How Dealwire is run in production: containers, or the same services as plain processes."""
