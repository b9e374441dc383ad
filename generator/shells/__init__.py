"""Page shells: the contract, and the engines that render them."""
