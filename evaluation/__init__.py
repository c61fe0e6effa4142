"""Our figures on the labelled sets in ../shared/eval; a tool of the checkout, not part of the package."""
