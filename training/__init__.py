"""How the weights that ship are made; needs the labelled sets beside the checkout and the extra `training`."""
