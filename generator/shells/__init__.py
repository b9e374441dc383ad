"""Page shells: the contract, and the engines that make them."""
