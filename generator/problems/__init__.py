"""What is wrong with data: codes, problems, their words, and the formats in which they are reported."""
