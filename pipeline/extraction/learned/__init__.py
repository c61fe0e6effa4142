"""The learned reader: a small language model that proposes events and their arguments, and what is made of them."""
